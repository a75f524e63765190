/** Next calls this once, before the first request. Nothing of it is for the edge runtime. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build")
    (await import("@/lib/gate/start")).start();
}
