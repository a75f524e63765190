import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Item, isVisit } from "@/app/_phone/item";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { secretOf } from "../support/phones";

const lin = newId<"person">();
const visit = (account: string): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account, matter: "none", problemTitle: "" });

/** A page that has just been loaded, on a phone as it is. */
async function freshPage() {
  vi.resetModules();
  const [phone, sending] = [await import("@/app/_phone/phone"), await import("@/app/_phone/sending")];
  await phone.unlock(lin, secretOf(lin));
  return { ...phone, ...sending, outbox: await phone.myOutbox() };
}

const standing = (items: readonly Item[]) => items.filter(isVisit).map(({ state, visit: { account } }) => `${account} ${state}`);

/** The phone takes nothing more until the answer is called. */
function full(): () => void {
  const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  return () => spy.mockRestore();
}

function server(): string[] {
  const arrived: string[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    const { items } = JSON.parse(body) as { items: { visit: VisitInput }[] };
    arrived.push(...items.map(({ visit: { account } }) => account));
    return Promise.resolve(Response.json({ ok: true, results: items.map(({ visit: { id } }) => ({ id, result: "sent", version: 1 })) }));
  });
  return arrived;
}

beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("where the phone is full, what rests on it and what waits in the page's memory are listed and sent alike", async () => {
  const { handOver, outbox, send } = await freshPage();
  await handOver(visit("还存得下"), "", "submit");
  const roomAgain = full();
  await handOver(visit("存不下了"), "陈** 户", "submit");
  expect([standing(await outbox.items()), outbox.shelf.lasting]).toEqual([["还存得下 queued", "存不下了 queued"], false]);
  expect(standing(await outbox.alone())).toEqual(["存不下了 queued"]);
  const arrived = server();
  await send(true);
  expect([arrived, (await outbox.items()).map(({ state }) => state)]).toEqual([["还存得下", "存不下了"], ["sent", "sent"]]);
  roomAgain();
});

test("as soon as there is room it goes down into the phone, and a page that is loaded anew has it", async () => {
  const { handOver, outbox, send } = await freshPage();
  const roomAgain = full();
  await handOver(visit("存不下了"), "", "submit");
  roomAgain();
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
  await send(true);
  expect([outbox.shelf.lasting, await outbox.alone()]).toEqual([true, []]);
  expect(standing(await (await freshPage()).outbox.items())).toEqual(["存不下了 queued"]);
});

test("words in memory stand for what rests under their name, until they are let go of: then both are gone", async () => {
  const { handOver, outbox } = await freshPage();
  const said = visit("写到一半");
  await outbox.jot(said, "");
  const roomAgain = full();
  await handOver({ ...said, account: "写完了" }, "", "submit");
  expect(standing(await outbox.items())).toEqual(["写完了 queued"]);
  roomAgain();
  await outbox.remove(said.id);
  expect([await outbox.items(), await (await freshPage()).outbox.items()]).toEqual([[], []]);
});

test("what was sent out of memory is not there again as a draft on a page that is loaded anew", async () => {
  const { handOver, outbox, send } = await freshPage();
  const said = visit("写到一半");
  await outbox.jot(said, "");
  const roomAgain = full();
  await handOver({ ...said, account: "写完了" }, "", "submit");
  const arrived = server();
  await send(true);
  expect(arrived).toEqual(["写完了"]);
  roomAgain();
  expect(await (await freshPage()).outbox.items()).toEqual([]);
});

test("a database that does not open at first is asked again, and what rests there is there", async () => {
  const before = await freshPage();
  await before.handOver(visit("早先写的"), "", "submit");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const spy = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("not now", "UnknownError");
  });
  const { handOver, outbox, send } = await freshPage();
  await handOver(visit("打不开时写的"), "", "submit");
  expect([standing(await outbox.items()), outbox.shelf.lasting]).toEqual([["打不开时写的 queued"], false]);
  spy.mockRestore();
  vi.advanceTimersByTime(20_000);
  vi.useRealTimers();
  const arrived = server();
  await send(true);
  expect([arrived.sort(), outbox.shelf.lasting]).toEqual([["打不开时写的", "早先写的"], true]);
});

test("a connection that breaks is made anew, and nothing is lost in between", async () => {
  const opened: IDBDatabase[] = [];
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(function (this: IDBDatabase, ...asked) {
    opened.push(this);
    return this.transaction(...asked);
  });
  const { handOver, outbox } = await freshPage();
  await handOver(visit("断之前"), "", "submit");
  for (const db of opened) db.close();
  expect(standing(await outbox.items())).toEqual(["断之前 queued"]);
  await handOver(visit("接上以后"), "", "submit");
  expect([standing(await outbox.items()), outbox.shelf.lasting]).toEqual([["断之前 queued", "接上以后 queued"], true]);
});

test("a picture never waits in memory: it is refused, and the words stay", async () => {
  const { outbox } = await freshPage();
  const said = visit("先写的字");
  await outbox.jot(said, "");
  full();
  const picture = { id: newId<"photo">(), bytes: new Uint8Array(9) };
  await expect(outbox.jot({ ...said, photoIds: [picture.id] }, "", [picture])).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect(await outbox.items()).toMatchObject([{ state: "draft", visit: { account: "先写的字" }, photosLeft: [] }]);
});
