/** Before the first request: the data folder is held by this process alone, migrated and open. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [{ theTown }, { TownIsOpen }] = await Promise.all([import("@/lib/gate/session"), import("@/db/town")]);
  try {
    theTown();
  } catch (error) {
    if (!(error instanceof TownIsOpen)) throw error;
    console.error(`数据目录正由另一个青蓝使用：${error.message}\nAnother process already writes this data folder.`);
    process.exit(3);
  }
}
