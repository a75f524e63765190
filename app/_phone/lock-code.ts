import { type Lock, lockOn, TRIES, unlearn } from "./lock";
import { opened, sealed } from "./seal";
import type { Shelf } from "./shelf";

/* What six digits do. Fetched only by a page on which somebody sets or types them. */

const ROUNDS = 600_000;
type Opened = { owner: string; secret: string } | { left: number } | "gone";

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
