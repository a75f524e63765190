import type { Pack } from "@/app/api/v1/pack/route";
import { LASTS } from "./lock";
import type { Outbox } from "./outbox";

/** What came, and when: after three days it is no longer true enough, nor ours to keep. */
type Kept = { takenAt: number; pack: Pack };
const AGAIN = 4 * 3_600_000;

/** The pack this person took along, if it is not too old; one that is goes. */
export async function packOf(outbox: Outbox, now = Date.now()): Promise<Pack | undefined> {
  const kept = await outbox.beside<Kept>("pack");
  if (kept && now < kept.takenAt + LASTS) return kept.pack;
  if (kept) await outbox.shelf.dropBelonging("pack");
  return undefined;
}

/** Fetched anew every few hours, by whoever has a 口令 here: without one nobody could open it, and it is not taken at all. */
export async function freshenPack(outbox: Outbox, ask: () => Promise<Pack | undefined>, now = Date.now()): Promise<void> {
  if ((await outbox.shelf.belonging("key"))?.owner !== outbox.owner) return;
  const kept = await outbox.beside<Kept>("pack");
  if (kept && now < kept.takenAt + AGAIN) return;
  const pack = await ask();
  if (pack) await outbox.keepBeside("pack", { takenAt: now, pack } satisfies Kept);
}
