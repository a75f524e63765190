"use client";
import { type Broken, Mishap } from "@/app/_ui/mishap";

export default function PageBroke(broken: Broken) {
  return <Mishap {...broken} />;
}
