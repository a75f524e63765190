import type { Metadata } from "next";
import { connection } from "next/server";
import { OfflineShell } from "./offline-shell";

export const metadata: Metadata = { title: "离线" };

/** What opens where there is no network: a page without data, which the worker keeps and the phone fills. */
export default async function OfflinePage() {
  await connection(); // a page made at build time would carry no nonce
  return <OfflineShell />;
}
