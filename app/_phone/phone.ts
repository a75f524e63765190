import type { VisitInput } from "@/lib/visits/forms";
import type { Deed } from "./item";
import { CHANGED, channel, Outbox } from "./outbox";
import { overflowing } from "./overflow";
import { keyFrom } from "./seal";
import { type Shelf, shelfIn } from "./shelf";
import { memoryShelf } from "./shelf-memory";
import { inTurn } from "./turn";

let shelf: Shelf | undefined;
/** Without WebCrypto (a page that came over plain http) nothing may rest on the phone in the clear: then memory it is. */
export const theShelf = (): Shelf =>
  (shelf ??= globalThis.crypto?.subtle && typeof indexedDB !== "undefined" ? overflowing(shelfIn()) : memoryShelf());

let current: Outbox | undefined;
/** Whose key it is, in this page's memory alone; a 口令 is set by wrapping it. */
let secretHere = "";
let waiting: ((outbox: Outbox) => void)[] = [];
/** The signed-in person's outbox, as soon as the frame of the page has opened it. */
export const myOutbox = (): Promise<Outbox> =>
  current ? Promise.resolve(current) : new Promise((give) => void waiting.push(give));
/** The same, where somebody is at it; a page nobody has opened has none. */
export const outboxHere = (): Outbox | undefined => current;
export const secretOfHere = (): string => secretHere;

/** The key came with the page and stays in its memory alone: what rests on the phone opens for its owner, signed in. */
export async function unlock(owner: string, secret: string): Promise<void> {
  const outbox = new Outbox(owner, theShelf(), await keyFrom(secret));
  current = outbox;
  secretHere = secret;
  for (const give of waiting) give(outbox);
  waiting = [];
  outbox.changed();
}

/** Nobody is at it any more. */
export function shut(): void {
  [current, secretHere] = [undefined, ""];
}

/** Hands a visit to the outbox. Where the phone can take no more it waits in this page's memory, and the screen says so. */
export async function handOver(visit: VisitInput, door: string, deed: Deed, settles = false): Promise<void> {
  await (await myOutbox()).queue(visit, door, deed, [], settles);
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
