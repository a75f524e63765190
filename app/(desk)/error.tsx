"use client";
import { type Broken, Mishap } from "@/app/_ui/mishap";

/** The shell stays: whoever meets this can go elsewhere. */
export default function PageBroke(broken: Broken) {
  return <Mishap {...broken} framed />;
}
