import { type Item, wordsOf } from "./item";
import type { Outbox } from "./outbox";
import { hear, type Post } from "./sender";

const PAUSE = 5 * 60_000;

/**
 * What the server keeps for its author is asked after by handing it in once more, which changes nothing there: by now it
 * may have been handed on, taken in or declined. No answer, or one that decides nothing, leaves it as it is.
 */
export async function askAfterParked(outbox: Outbox, post: Post, now: () => number, hurry = false): Promise<void> {
  const kept = (await outbox.items()).filter((item) => isKept(item) && (hurry || item.nextTryAt <= now())).slice(0, 20);
  if (kept.length === 0) return;
  const items = kept.map(wordsOf);
  const heard = await post({ version: 2, owner: outbox.owner, sentAt: now(), items });
  if (!heard?.answer.ok) return;
  const told = heard.answer.results.filter(({ result }) => result !== "again");
  const still = await Promise.all(kept.map(({ id }) => outbox.item(id)));
  const mine = still.filter((item) => item !== undefined).filter((item) => isKept(item) && told.some(({ id }) => id === item.id));
  await hear(outbox, mine.map((item) => ({ ...item, nextTryAt: now() + PAUSE })), told, now());
}

const isKept = ({ state, parked }: Item): boolean => state === "rejected" && (parked?.state === "parked" || parked?.state === "handed");
