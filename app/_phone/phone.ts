import type { Pack } from "@/app/api/v1/pack/route";
import type { VisitInput } from "@/lib/visits/forms";
import { leavingCookie } from "@/lib/words/leaving";
import { heard, lockOn, unlearn } from "./lock";
import { CHANGED, channel, type Deed, isUnsent, LEFT, Outbox, Unseen } from "./outbox";
import { askAfterParked } from "./parked";
import { keyFrom } from "./seal";
import { drain, type Drained, type Post } from "./sender";
import { drainPhotos, type PostPhoto } from "./sender-photos";
import { memoryShelf, openShelf, type Shelf } from "./shelf";
import { inTurn, PHOTOS } from "./turn";

let shelf: Promise<Shelf> | undefined;
/** Without WebCrypto (a page that came over plain http) nothing may rest on the phone in the clear: then memory it is. */
const theShelf = (): Promise<Shelf> =>
  (shelf ??= globalThis.crypto?.subtle && typeof indexedDB !== "undefined" ? Promise.race([openShelf(), tooLong()]).catch(memoryShelf) : Promise.resolve(memoryShelf()));

/** Some browsers never answer when asked for their database: a form must not wait for that for ever. */
const tooLong = (): Promise<never> => new Promise((_, give) => setTimeout(() => give(new Error("no database")), 10_000));

let current: Outbox | undefined;
/** Whose key it is, in this page's memory alone; a 口令 is set by wrapping it. */
let secretHere = "";
let waiting: ((outbox: Outbox) => void)[] = [];
/** The signed-in person's outbox, as soon as the frame of the page has opened it. */
export const myOutbox = (): Promise<Outbox> =>
  current ? Promise.resolve(current) : new Promise((give) => void waiting.push(give));

/** The key came with the page and stays in its memory alone: what rests on the phone opens for its owner, signed in. */
export async function unlock(owner: string, secret: string): Promise<void> {
  const outbox = new Outbox(owner, await theShelf(), await keyFrom(secret));
  current = outbox;
  secretHere = secret;
  for (const give of waiting) give(outbox);
  waiting = [];
  outbox.changed();
}

/** Hands a visit to the outbox. Where the phone can take no more it waits in this page's memory, and the screen says so. */
export async function handOver(visit: VisitInput, door: string, deed: Deed, settles = false): Promise<void> {
  const outbox = await myOutbox();
  try {
    await outbox.queue(visit, door, deed, [], settles);
  } catch (error) {
    if (error instanceof Unseen) throw error;
    const photos = await outbox.shelf.photos(visit.id).catch(() => []);
    current = outbox.on(memoryShelf());
    await current.queue(visit, door, deed, photos);
  }
}

/** Out of the outbox and back into the form, unless it is being sent or has been: then the answer is no. */
export async function takeBack(id: string): Promise<boolean> {
  const outbox = await myOutbox();
  let taken = false;
  await inTurn(outbox.shelf, async () => {
    const item = await outbox.item(id);
    taken = item?.state === "queued";
    if (item && taken) await outbox.keep({ ...item, state: "draft", reason: "" });
  });
  return taken;
}

/** A page has just come from the server for this person: what opens here without a network opens for three more days. */
export async function arrive(): Promise<void> {
  const outbox = await myOutbox();
  await heard(outbox.shelf, outbox.owner);
  if (!(await lockOn(outbox.shelf))) return;
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
export async function setCode(code: string): Promise<void> {
  const [{ shelf, owner }, { setLock }] = await Promise.all([myOutbox(), import("./lock-code")]);
  await setLock(shelf, owner, secretHere, code);
  void navigator.storage?.persist?.().catch(() => undefined); // whoever relies on this phone does not want it swept
  await arrive();
}
export const dropCode = async (): Promise<void> => unlearn(await theShelf());
export const codeHere = async () => lockOn(await theShelf());

/** Without a network: the digits give the key. Returns what was carried along, how many tries are left, or that nothing opens here. */
export async function openWith(code: string): Promise<{ pack: Pack | undefined } | { left: number } | "gone"> {
  const [{ openLock }, { packOf }] = await Promise.all([import("./lock-code"), import("./pack")]);
  const opened = await openLock(await theShelf(), code);
  if (opened === "gone" || "left" in opened) return opened;
  await unlock(opened.owner, opened.secret);
  return { pack: await packOf(await myOutbox()) };
}

/**
 * Before signing out: what was sent is forgotten, and with `drop` what was not sent too; nothing opens here by a 口令
 * any more. The rest stays, sealed. Other tabs of this browser are told to go.
 */
export async function leave(unsent: "keep" | "drop"): Promise<void> {
  const outbox = await myOutbox();
  const resting = await theShelf();
  // Where the phone was full, this page's memory holds a part of it: both are let go of.
  for (const there of new Set([resting, outbox.shelf])) await letGo(outbox.on(there), unsent);
  await unlearn(resting);
  [current, secretHere] = [undefined, ""];
  channel()?.postMessage(LEFT);
}

async function letGo(outbox: Outbox, unsent: "keep" | "drop"): Promise<void> {
  for (const item of await outbox.items()) if (unsent === "drop" || !isUnsent(item)) await outbox.remove(item.id);
}

/** Nobody answers: the server ends the session before it answers this browser anything else. */
export function markLeaving(): void {
  document.cookie = `${leavingHere()}=1; path=/; max-age=2592000; samesite=lax${overHttps() ? "; secure" : ""}`;
}
export const isLeaving = (): boolean => document.cookie.split("; ").some((one) => one.startsWith(`${leavingHere()}=`));
const overHttps = (): boolean => location.protocol === "https:";
const leavingHere = (): string => leavingCookie(overHttps());

/** Every word in this page's memory goes with the page; the way back ends at the door too. */
export const toTheDoor = (then = ""): void => location.replace(`/sign-in${then && `?callbackUrl=${then}`}`);

/** The session was ended by somebody: this phone is to open nothing by itself. Unsent words stay, sealed. */
async function turnedOut(): Promise<void> {
  await unlearn(await theShelf());
  channel()?.postMessage(LEFT);
  // Words that rest in this page alone would go with it: then it stays, and each of them says why it waits.
  const alone = current && !current.shelf.lasting && (await current.items()).some(isUnsent);
  if (!alone) toTheDoor("/outbox");
}

const post: Post = async (envelope) => {
  const asked = fetch("/api/v1/outbox", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(envelope), signal: AbortSignal.timeout(30_000),
  });
  const answer = await asked.catch(() => undefined);
  const said = await saidBy<{ ok: false; revoked?: boolean }>(answer);
  if (said?.revoked) await turnedOut();
  if (answer?.ok && said && current) await heard(await theShelf(), current.owner);
  return answer && { status: said ? answer.status : NOT_OURS, answer: said ?? { ok: false } };
};

/** A page of somebody else's (a gate of the network, a notice of repairs) is no answer, whatever number it bears. */
const NOT_OURS = 503;
export async function saidBy<Said extends { ok: boolean }>(answer: Response | undefined): Promise<Said | undefined> {
  const said = (await answer?.json().catch(() => undefined)) as Partial<Said> | undefined;
  return typeof said?.ok === "boolean" && said.ok === answer?.ok ? (said as Said) : undefined;
}

const postPhoto: PostPhoto = async ({ id, owner, bytes }) => {
  const headers = { "content-type": "image/jpeg", "x-qinglan-owner": owner };
  const asked = fetch(`/api/v1/photos/${id}`, { method: "POST", headers, body: bytes, signal: AbortSignal.timeout(120_000) });
  const answer = await asked.catch(() => undefined);
  const said = await saidBy<{ ok: boolean; message?: string; otherPerson?: boolean }>(answer);
  return answer && { message: said?.message, otherPerson: said?.otherPerson, status: said ? answer.status : NOT_OURS };
};

/** Sends what is due, unless another tab is at it. `hurry` does not wait for a back-off to pass. */
export async function send(hurry = false): Promise<Drained | "busy"> {
  const outbox = await myOutbox();
  let ended = "busy" as Drained | "busy";
  await inTurn(outbox.shelf, async () => {
    ended = await drain(outbox, post, Date.now, hurry);
    if (ended === "done") await askAfterParked(outbox, post, Date.now, hurry);
  });
  // After the words, and in a turn of their own: a heavy picture on a thin line does not hold up the next visit.
  if (ended === "done") await inTurn(outbox.shelf, async () => void (await drainPhotos(outbox, postPhoto, Date.now, hurry)), Date.now(), undefined, PHOTOS);
  return ended;
}

/** Sends on opening, when the network or the page comes back, and every minute. Returns how to stop. */
export function keepSending(): () => void {
  const try_ = () => void send().catch(() => undefined);
  const hurried = () => void send(true).catch(() => undefined);
  const seen = () => document.visibilityState === "visible" && try_();
  window.addEventListener("online", hurried);
  document.addEventListener("visibilitychange", seen);
  const clock = setInterval(try_, 60_000);
  try_();
  return () => {
    window.removeEventListener("online", hurried);
    document.removeEventListener("visibilitychange", seen);
    clearInterval(clock);
  };
}

/** Calls back whenever an item may stand differently, here or in another tab. */
export function onChange(hear: () => void): () => void {
  const others = channel();
  window.addEventListener(CHANGED, hear);
  others?.addEventListener("message", hear);
  return () => {
    window.removeEventListener(CHANGED, hear);
    others?.removeEventListener("message", hear);
  };
}
