import { opened, sealed } from "./seal";
import type { Shelf } from "./shelf";

/*
 * 口令: six digits open what one person left on this phone where there is no network to bring the key. The key rests
 * wrapped, for one person a phone, and not for long. Six digits do not stop whoever copies the phone's disk: that is
 * why it ends by itself, and why nothing but masked names and one's own unsent words lies behind it.
 */

export const TRIES = 5;
const HOUR = 3_600_000;
/** How long after the server was last heard it opens. */
export const LASTS = 72 * HOUR;
const ROUNDS = 600_000;

type Lock = { salt: Uint8Array<ArrayBuffer>; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer; tries: number; heardAt: number };
type Opened = { owner: string; secret: string } | { left: number } | "gone";

/** Digits as a Chinese keyboard may give them. */
export const digitsIn = (typed: string): string => typed.normalize("NFKC").replace(/\s/g, "");

/** What the first thief tries: one digit six times, a run upwards or downwards, a pair over and over. */
export const isEasy = (code: string): boolean =>
  /^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$/.test(code) || "01234567890".includes(code) || "09876543210".includes(code);

async function keyOf(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey("raw", new TextEncoder().encode(code), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** From now on these six digits open this person's things here. Whoever's opened before them has to come in by the door. */
export async function setLock(shelf: Shelf, owner: string, secret: string, code: string, now = Date.now()): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const wrapped = await sealed(await keyOf(code, salt), owner, "key", secret);
  await shelf.dropBelonging("pack");
  await shelf.keepBelonging({ name: "key", owner, value: { salt, ...wrapped, tries: 0, heardAt: now } satisfies Lock });
}

/** Whose things open here, and how many tries are left. What has run out goes, and so it does where the clock was turned back. */
export async function lockOn(shelf: Shelf, now = Date.now()): Promise<{ owner: string; left: number; until: number } | undefined> {
  const found = await shelf.belonging("key");
  if (!found) return undefined;
  const { tries, heardAt } = found.value as Lock;
  if (tries < TRIES && now < heardAt + LASTS && now > heardAt - HOUR) return { owner: found.owner, left: TRIES - tries, until: heardAt + LASTS };
  await unlearn(shelf);
  return undefined;
}

/** A try is counted before it is made: to pull the plug in between gains nothing. */
export async function openLock(shelf: Shelf, code: string, now = Date.now()): Promise<Opened> {
  if (!(await lockOn(shelf, now))) return "gone";
  const found = await shelf.reviseBelonging("key", (value) => counted(value as Lock, 1));
  if (!found) return "gone";
  const { tries, salt, iv, bytes } = found.value as Lock;
  const secret = tries > TRIES ? undefined : await opened<string>(await keyOf(code, salt), { id: "key", owner: found.owner, iv, bytes });
  if (secret === undefined && tries >= TRIES) await unlearn(shelf);
  if (secret === undefined) return tries >= TRIES ? "gone" : { left: TRIES - tries };
  await shelf.reviseBelonging("key", (value) => ({ ...(value as Lock), tries: 0 }));
  return { owner: found.owner, secret };
}

const counted = (lock: Lock, more: number): Lock => ({ ...lock, tries: lock.tries + more });

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
