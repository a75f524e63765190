import type { Shelf } from "./shelf";

/*
 * 口令: six digits open what one person left on this phone where there is no network to bring the key. The key rests
 * wrapped, for one person a phone, and not for long. Six digits do not stop whoever copies the phone's disk: that is
 * why it ends by itself, and why nothing lies behind it but masked names, one's own unsent words and, while an exam
 * goes on, what its examiner took along to the one door.
 */

export const TRIES = 5;
const HOUR = 3_600_000;
/** How long after the server was last heard it opens. */
export const LASTS = 72 * HOUR;

export type Lock = { salt: Uint8Array<ArrayBuffer>; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer; tries: number; heardAt: number };

/** Whose things open here, and how many tries are left. What has run out goes, and so it does where the clock was turned back. */
export async function lockOn(shelf: Shelf, now = Date.now()): Promise<{ owner: string; left: number; until: number } | undefined> {
  const found = await shelf.belonging("key");
  if (!found) return undefined;
  const { tries, heardAt } = found.value as Lock;
  if (tries < TRIES && now < heardAt + LASTS && now > heardAt - HOUR) return { owner: found.owner, left: TRIES - tries, until: heardAt + LASTS };
  await unlearn(shelf);
  return undefined;
}

/** The server has answered this person here: three more days. Another person's lock and pack go. */
export async function heard(shelf: Shelf, owner: string, now = Date.now()): Promise<void> {
  const lock = await lockOn(shelf, now);
  if (lock?.owner === owner) await shelf.reviseBelonging("key", (value) => ({ ...(value as Lock), heardAt: now }));
  else await unlearn(shelf);
}

/** Nothing opens here without a network any more. What was not sent stays, sealed, for its author to sign in. */
export async function unlearn(shelf: Shelf): Promise<void> {
  await shelf.dropBelonging("key");
  await shelf.dropBelonging("pack");
}
