import type { VisitInput } from "@/lib/visits/forms";
import { CHANGED, channel, type Deed, isUnsent, Outbox } from "./outbox";
import { keyFrom } from "./seal";
import { drain, type Drained, type Post } from "./sender";
import { memoryShelf, openShelf, type Shelf } from "./shelf";
import { inTurn } from "./turn";

let shelf: Promise<Shelf> | undefined;
/** Without WebCrypto (a page that came over plain http) nothing may rest on the phone in the clear: then memory it is. */
const theShelf = (): Promise<Shelf> =>
  (shelf ??= globalThis.crypto?.subtle && typeof indexedDB !== "undefined" ? Promise.race([openShelf(), tooLong()]).catch(memoryShelf) : Promise.resolve(memoryShelf()));

/** Some browsers never answer when asked for their database: a form must not wait for that for ever. */
const tooLong = (): Promise<never> => new Promise((_, give) => setTimeout(() => give(new Error("no database")), 4_000));

let current: Outbox | undefined;
let waiting: ((outbox: Outbox) => void)[] = [];
/** The signed-in person's outbox, as soon as the frame of the page has opened it. */
export const myOutbox = (): Promise<Outbox> =>
  current ? Promise.resolve(current) : new Promise((give) => void waiting.push(give));

/** The key came with the page and stays in its memory alone: what rests on the phone opens for its owner, signed in. */
export async function unlock(owner: string, secret: string): Promise<void> {
  const outbox = new Outbox(owner, await theShelf(), await keyFrom(secret));
  current = outbox;
  for (const give of waiting) give(outbox);
  waiting = [];
  outbox.changed();
}

/** Hands a visit to the outbox. Where the phone can take no more it waits in this page's memory, and the screen says so. */
export async function handOver(visit: VisitInput, door: string, deed: Deed): Promise<void> {
  const outbox = await myOutbox();
  try {
    await outbox.queue(visit, door, deed);
  } catch {
    current = outbox.on(memoryShelf());
    await current.queue(visit, door, deed);
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

/** Before signing out: what was sent is forgotten, and with `drop` what was not sent too. The rest stays, sealed. */
export async function leave(unsent: "keep" | "drop"): Promise<void> {
  const outbox = await myOutbox();
  for (const item of await outbox.items()) if (unsent === "drop" || !isUnsent(item)) await outbox.remove(item.id);
  current = undefined;
}

const post: Post = async (envelope) => {
  const asked = fetch("/api/v1/outbox", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(envelope), signal: AbortSignal.timeout(30_000),
  });
  const answer = await asked.catch(() => undefined);
  const said: unknown = await answer?.json().catch(() => undefined);
  return answer && { status: answer.status, answer: (said ?? { ok: false }) as { ok: false } };
};

/** Sends what is due, unless another tab is at it. `hurry` does not wait for a back-off to pass. */
export async function send(hurry = false): Promise<Drained | "busy"> {
  const outbox = await myOutbox();
  let ended: Drained | "busy" = "busy";
  await inTurn(outbox.shelf, async () => void (ended = await drain(outbox, post, Date.now, hurry)));
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
