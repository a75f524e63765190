import type { Metadata } from "next";
import { connection } from "next/server";
import { DeadEnd } from "@/app/_ui/dead-end";

export const metadata: Metadata = { title: "没有这个页面" };

export default async function NotFound() {
  await connection(); // a page made at build time would carry no nonce
  return <DeadEnd />;
}
