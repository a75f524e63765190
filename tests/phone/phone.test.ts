import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { handOver, myOutbox, takeBack, unlock } from "@/app/_phone/phone";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { secretOf } from "../support/phones";

const visit = (): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account: "楼道里堆了杂物", matter: "none", problemTitle: "" });

test("a visit comes back into the form while it waits, and not while somebody is sending", async () => {
  const lin = newId<"person">();
  await unlock(lin, secretOf(lin));
  const said = visit();
  await handOver(said, "", "submit");
  const outbox = await myOutbox();
  await outbox.shelf.lease("qinglan-sender", "another tab", Date.now(), Date.now() + 60_000);
  expect([await takeBack(said.id), (await outbox.item(said.id))!.state]).toEqual([false, "queued"]);
  await outbox.shelf.lease("qinglan-sender", "another tab", Date.now(), 0);
  expect([await takeBack(said.id), (await outbox.item(said.id))!.state]).toEqual([true, "draft"]);
  expect(await takeBack(said.id)).toBe(false);
});

test("a phone that can take no more still lets the visit go, from the page's memory, and says so", async () => {
  const lin = newId<"person">();
  await unlock(lin, secretOf(lin));
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const said = visit();
  await handOver(said, "陈** 户", "submit");
  const outbox = await myOutbox();
  expect(outbox.shelf.lasting).toBe(false);
  expect(await outbox.items()).toMatchObject([{ id: said.id, state: "queued", door: "陈** 户", visit: { account: "楼道里堆了杂物" } }]);
  full.mockRestore();
});

test("whoever signs in next on the same page opens their own outbox, and nothing of the last one", async () => {
  const [lin, wang] = [newId<"person">(), newId<"person">()];
  await unlock(lin, secretOf(lin));
  await (await myOutbox()).jot(visit(), "");
  await unlock(wang, secretOf(wang));
  expect([(await myOutbox()).owner, await (await myOutbox()).items()]).toEqual([wang, []]);
});
