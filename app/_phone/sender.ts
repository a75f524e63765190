import type { Result } from "@/app/api/v1/outbox/deliver";
import { forgetPaper } from "./exams";
import { isSheet, isUnsent, type Item, wordsOf } from "./item";
import type { Outbox } from "./outbox";

type Answer = { ok: true; results: Result[] } | { ok: false; signedOut?: boolean; otherPerson?: boolean; message?: string };

/** Posts an envelope; undefined where no answer came in time. `status` is the answer's own. */
export type Post = (envelope: object) => Promise<{ status: number; answer: Answer } | undefined>;

const BATCH = 20;
const first = 5_000;
const longest = 10 * 60_000;
/** Sent items are remembered by name for a week, then forgotten. */
const REMEMBERED = 7 * 24 * 3_600_000;

/** Said of the body itself. Any other refusal is of the way there, and passes. */
const UNREADABLE: readonly number[] = [400, 413, 415, 422];

/** How an item stands, whatever it is. */
export type Resting = Omit<Item, "deed" | "visit" | "sheet" | "setOutAt">;

export type Drained = "done" | "signed-out" | "no-network";

/**
 * Sends everything whose time has come, oldest first, a few at a time. Each item hears its own answer; one bad item
 * holds up none of the others. Call it only while holding the turn: what is found `sending` was left by a page that died.
 */
export async function drain(outbox: Outbox, post: Post, now: () => number, hurry = false): Promise<Drained> {
  await forgetOld(outbox, now());
  const due = (await outbox.items()).filter(({ state, nextTryAt }) =>
    state === "sending" || (state === "queued" && (hurry || nextTryAt <= now())));
  for (let at = 0; at < due.length; at += BATCH) {
    const ended = await sendBatch(outbox, due.slice(at, at + BATCH), post, now);
    if (ended !== "done") return ended;
  }
  return "done";
}

async function sendBatch(outbox: Outbox, items: Item[], post: Post, now: () => number): Promise<Drained> {
  const going = (await Promise.all(items.map((item) => setOut(outbox, item)))).filter((item) => item !== undefined);
  if (going.length === 0) return "done";
  const envelope = { version: 2, owner: outbox.owner, sentAt: now(), items: going.map(wordsOf) };
  const heard = await post(envelope);
  if (heard?.answer.ok) return hear(outbox, going, heard.answer.results, now());
  const no = heard?.answer.ok === false ? heard.answer : undefined;
  if (heard?.status === 401 || no?.otherPerson) {
    for (const item of going) await back(outbox, item, { reason: no?.otherPerson ? (no.message ?? "") : "登录时间到了，重新登录后会自动发送" });
    return "signed-out";
  }
  // A batch that is refused as a whole (too large, one that cannot be read) is sent one by one, to find the one.
  if (heard && UNREADABLE.includes(heard.status)) {
    if (going.length > 1) return oneByOne(outbox, going, post, now);
    await settle(outbox, going[0]!, { state: "rejected", reason: no?.message ?? "系统读不懂这一条。先导出文字，再找党建办" });
    return "done";
  }
  for (const item of going) await back(outbox, item, later(item, now(), heard ? "系统现在忙，过一会儿自动再发" : "没有网络，有网后自动发送"));
  return "no-network";
}

/** Read again before it goes: in another tab it may have been taken back or changed since. */
async function setOut(outbox: Outbox, { id }: Item): Promise<Item | undefined> {
  const item = await outbox.item(id);
  if (item?.state !== "queued" && item?.state !== "sending") return undefined;
  const going: Item = { ...item, state: "sending" };
  if (item.state === "queued") await outbox.keep(going);
  return going;
}

async function oneByOne(outbox: Outbox, items: Item[], post: Post, now: () => number): Promise<Drained> {
  for (const item of items) {
    const ended = await sendBatch(outbox, [item], post, now);
    if (ended !== "done") return ended;
  }
  return "done";
}

export async function hear(outbox: Outbox, going: Item[], results: Result[], now: number): Promise<Drained> {
  for (const item of going) {
    const result = results.find(({ id }) => id === item.id);
    if (result?.result === "sent") await settle(outbox, item, { state: "sent", savedAt: now, reason: "", tries: 0, nextTryAt: 0, parked: undefined }, arrived(item, result.version));
    else if (result?.result === "rejected") await settle(outbox, item, { state: "rejected", reason: result.message, fields: result.fields, parked: result.parked });
    else if (result?.result === "conflict") await settle(outbox, item, { state: "conflict", reason: result.message, theirs: result.theirs ?? null });
    else await back(outbox, item, later(item, now, result?.message ?? "系统没有回这一条，过一会儿自动再发"));
  }
  return "done";
}

/** Said of the words that were sent, and of no others; `as` what is in their place from now on. */
export async function settle(outbox: Outbox, was: Item, change: Partial<Resting>, as = was): Promise<void> {
  const item: Item = { ...as, ...change };
  const done = await outbox.conclude(was, item.state === "sent" ? emptied(item) : item);
  if (!done || item.state !== "sent") return;
  if (isSheet(item)) return forgetPaper(outbox, item.sheet.quizId);
  const here = await outbox.shelf.photoIds(item.id); // a picture its author took out again has nowhere to go
  for (const id of here) if (!item.photosLeft.includes(id)) await outbox.shelf.removePhoto(id);
}
const back = (outbox: Outbox, item: Item, change: Partial<Resting>) => outbox.conclude(item, { ...item, state: "queued", ...change });

/** A visit goes on from the version that it has there now. */
const arrived = (item: Item, version: number): Item => (isSheet(item) ? item : { ...item, visit: { ...item.visit, version } });

/** What has arrived is the server's now: only whose door it was, and when, stays here. */
const emptied = (item: Item): Item => isSheet(item)
  ? { ...item, sheet: { ...item.sheet, marks: [], words: "" } }
  : { ...item, visit: { ...item.visit, account: "", problemTitle: "", topics: [], nextSteps: [], companionIds: [], place: null } };

/** 5 s, 10 s, 20 s … ten minutes, and somewhere within the last half, so that a town's phones do not all call at once. */
export function later({ tries }: Item, now: number, reason: string): Partial<Resting> {
  const wait = Math.min(first * 2 ** tries, longest);
  return { tries: tries + 1, nextTryAt: now + wait / 2 + Math.random() * (wait / 2), reason };
}

async function forgetOld(outbox: Outbox, now: number): Promise<void> {
  for (const item of await outbox.items())
    if (!isUnsent(item) && item.savedAt < now - REMEMBERED) await outbox.remove(item.id);
}
