import type { Pack } from "@/app/api/v1/pack/route";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";
import { papersHere } from "./exams";
import { turnedOut } from "./leaving";
import { heard, lockOn, unlearn } from "./lock";
import { myOutbox, secretOfHere, theShelf, unlock } from "./phone";

/* What is carried along for where there is no network: the 口令 that opens it, and the pack of one's own households. */

/**
 * A page has just come from the server for this person: what opens here without a network opens for three more days.
 * `packs` where there are households to be taken along.
 */
export async function arrive(packs = true): Promise<void> {
  const outbox = await myOutbox();
  await heard(outbox.shelf, outbox.owner);
  await papersHere(outbox);
  if (!packs || !(await lockOn(outbox.shelf))) return;
  const { freshenPack } = await import("./pack");
  await freshenPack(outbox, askForPack);
}

async function askForPack(): Promise<Pack | undefined> {
  const answer = await fetch("/api/v1/pack", { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  const said = (await answer?.json().catch(() => undefined)) as { pack?: Pack; revoked?: boolean } | undefined;
  if (said?.revoked) await turnedOut();
  return said?.pack;
}

/** 口令. The six digits open this person's things on this phone from now on, and the pack is fetched. */
export async function setCode(code: string, packs = true): Promise<void> {
  const [{ shelf, owner }, { setLock }] = await Promise.all([myOutbox(), import("./lock-code")]);
  await setLock(shelf, owner, secretOfHere(), code);
  void navigator.storage?.persist?.().catch(() => undefined); // whoever relies on this phone does not want it swept
  await arrive(packs);
}
export const dropCode = async (): Promise<void> => unlearn(theShelf());
export const codeHere = async () => lockOn(theShelf());

/** Without a network: the digits give the key. Returns what was carried along, how many tries are left, or that nothing opens here. */
export async function openWith(code: string): Promise<{ pack: Pack | undefined; exams: ExamPaper[] } | { left: number } | "gone"> {
  const [{ openLock }, { packOf }] = await Promise.all([import("./lock-code"), import("./pack")]);
  const opened = await openLock(theShelf(), code);
  if (opened === "gone" || "left" in opened) return opened;
  await unlock(opened.owner, opened.secret);
  const outbox = await myOutbox();
  return { pack: await packOf(outbox), exams: await papersHere(outbox) };
}
