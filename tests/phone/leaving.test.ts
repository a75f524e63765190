import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LEFT } from "@/app/_phone/outbox";
import { handOver, myOutbox, unlock } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { stayTrue } from "@/app/_phone/stay-true";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { secretOf } from "../support/phones";

const visit = (): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account: "楼道里堆了杂物", matter: "none", problemTitle: "" });

let went: string[];
let stop: () => void;
beforeEach(async () => {
  went = [];
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("location", { replace: (to: string) => went.push(to), protocol: "http:" });
  const lin = newId<"person">();
  await unlock(lin, secretOf(lin));
  stop = stayTrue();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const full = () => vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
  throw new DOMException("full", "QuotaExceededError");
});

/** As the other tab says it when its person has gone. */
async function otherTabLeaves(): Promise<void> {
  const other = new BroadcastChannel("qinglan-outbox");
  other.postMessage(LEFT);
  await new Promise((go) => setTimeout(go, 30));
  other.close();
}

test("where another tab signs out, this one goes too: what waits rests on the phone", async () => {
  await handOver(visit(), "", "submit");
  await otherTabLeaves();
  expect(went).toEqual(["/sign-in"]);
});

test("it stays where words rest in its memory alone, and sends them once their author is back", async () => {
  const { isStaying } = await import("@/app/_phone/leaving");
  const room = full();
  await handOver(visit(), "", "submit");
  await otherTabLeaves();
  expect([went, isStaying(), (await (await myOutbox()).alone()).length]).toEqual([[], true, 1]);
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    const { items } = JSON.parse(body) as { items: { visit: VisitInput }[] };
    return Promise.resolve(Response.json({ ok: true, results: items.map(({ visit: { id } }) => ({ id, result: "sent", version: 1 })) }));
  });
  await send(true);
  expect(await (await myOutbox()).alone()).toEqual([]);
  room.mockRestore();
});

test.each([{ revoked: true }, {}])("an answer that nobody is signed in does not take such words away either (%o)", async (more) => {
  const { isStaying } = await import("@/app/_phone/leaving");
  const room = full();
  await handOver(visit(), "", "submit");
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ ok: false, ...more }, { status: 401 })));
  await send(true);
  expect([went, isStaying(), (await (await myOutbox()).alone()).length]).toEqual([[], true, 1]);
  room.mockRestore();
});
