import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { assign } from "@/db/seed/place";
import type { Day } from "@/lib/kernel/day";
import { saveDraft } from "@/lib/visits/acts";
import { withdrawParked } from "@/lib/visits/acts-parked-own";
import { myParked, parkedVisit } from "@/lib/visits/reads-parked";
import { deedsOn, handIn, lostTo, nowOf } from "../support/parked";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

type Town = Awaited<ReturnType<typeof township>>;
const rowsOf = (town: Town) => town.store.read.select().from(tables.parkedVisits);
const kept = "该户已移交给 赵宁。这条已存在系统里，等待处理";

test("a household that went to somebody else while offline: what came is kept once, however often it comes", async () => {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const form = aVisit(town);
  for (const result of [...(await handIn(lin, form, form)), ...(await handIn(lin, form))])
    expect(result).toEqual({ id: form.id, result: "rejected", message: kept, fields: {}, parked: { state: "parked", message: kept, keeper: "赵宁" } });
  expect(await rowsOf(town)).toMatchObject([{ id: form.id, authorId: town.people.lin, villageId: town.villages.dongling, reason: "该户已移交给 赵宁" }]);
  expect(await town.store.read.select().from(tables.visits)).toEqual([]);
  expect(await deedsOn(town, form.id)).toEqual(["visit.park"]);
});

test("other words take the place of the first, and may be withdrawn; the same words once more wake nothing", async () => {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const form = aVisit(town);
  const mended = { ...form, account: "改过的话" };
  await handIn(lin, form, mended);
  expect(await parkedVisit(lin, form.id)).toMatchObject({ account: "改过的话", state: "parked" });
  await withdrawParked(lin, { parkedId: form.id });
  expect((await handIn(lin, mended))[0]).toMatchObject({ result: "rejected", parked: { state: "withdrawn", keeper: null } });
  expect(await myParked(lin)).toEqual([]);
  await expect(withdrawParked(lin, { parkedId: form.id })).rejects.toMatchObject({ code: "conflict" });
  expect((await handIn(lin, form))[0]).toMatchObject({ parked: { state: "parked", keeper: "赵宁" } });
  expect(await deedsOn(town, form.id)).toEqual(["visit.park", "visit.park", "parked.withdraw", "visit.park"]);
});

test("what was written rests sealed, and the ledger never says it", async () => {
  const town = await township();
  const form = aVisit(town, { account: "老人说水沟堵了三天" });
  await handIn(await lostTo(town, "zhao"), form);
  const asItRests = await town.store.read.select({ body: sql<string>`${tables.parkedVisits.body}`.mapWith(String) }).from(tables.parkedVisits);
  const ledger = JSON.stringify(await town.store.read.select().from(tables.ledger));
  expect(asItRests[0]!.body.length).toBeGreaterThan(100);
  expect(asItRests[0]!.body).not.toContain("水沟");
  expect([ledger.includes("水沟堵了三天"), ledger.includes("visit.park")]).toEqual([false, true]);
});

test("a household that never was theirs is refused as ever: nothing is kept, nothing is told", async () => {
  const town = await township();
  const form = aVisit(town);
  const choose = { id: form.id, result: "rejected", message: "选择走访的农户", fields: { householdId: "选择走访的农户" } };
  expect(await handIn(town.zhao, form)).toEqual([choose]);
  const forbidden = { id: form.id, result: "rejected", message: "这件事要由党建办来做，需要的话联系党建办", fields: {} };
  expect(await handIn(town.wang, form)).toEqual([forbidden]); // sees it as her mentor, and never served there
  await town.store.write((tx) => assign(tx, town.people.zhao, { villageId: town.villages.dongling }, "2026-03-05" as Day));
  expect(await handIn(await nowOf(town, "zhao"), form)).toEqual([choose]); // serves there from tomorrow
  expect(await rowsOf(town)).toEqual([]);
});

test("what its author can mend, what is put aside, and what is here already are not kept a second time", async () => {
  const town = await township();
  const begun = aVisit(town, { householdId: town.homes.li });
  await saveDraft(town.lin, begun);
  const lin = await lostTo(town, "zhao");
  const tried = await handIn(lin, aVisit(town, { visitedOn: "2026-03-05" }), { ...aVisit(town), topics: [] }, aVisit(town, { companionIds: [aVisit(town).id] as never }), { ...begun, householdId: town.homes.zhang, version: 1 });
  for (const result of tried) expect([result.result, "parked" in result]).toEqual(["rejected", false]);
  await expect(saveDraft(lin, aVisit(town))).rejects.toMatchObject({ message: "该户已移交给 赵宁" });
  expect(await rowsOf(town)).toEqual([]);
});

test("somebody else's id keeps nothing and shows nothing of theirs", async () => {
  const town = await township();
  const form = aVisit(town);
  const lin = await lostTo(town, "zhao");
  await handIn(lin, form);
  await town.store.write((tx) => assign(tx, town.people.zhao, { villageId: town.villages.xiwu, householdId: town.homes.sun }, "2026-03-01" as Day));
  await town.store.write((tx) => tx.update(tables.assignments).set({ endedOn: "2026-03-03" as Day }));
  const [result] = await handIn(await nowOf(town, "zhao"), { ...form, householdId: town.homes.sun, account: "别的话" });
  expect(result).toMatchObject({ result: "rejected", message: "该户现在没有人包，联系党建办" });
  expect(JSON.stringify(result)).not.toContain("parked");
  expect(await rowsOf(town)).toMatchObject([{ authorId: town.people.lin }]);
});

test("an account that lost every village loses no visit, be it to a household or to a firm", async () => {
  const town = await township();
  const [home, firm] = [aVisit(town), aVisit(town, { kind: "enterprise", householdId: null, enterpriseId: town.firm })];
  const results = await handIn(await lostTo(town), home, firm);
  expect(results).toMatchObject([
    { parked: { state: "parked", keeper: null, message: "该户现在没有人包，联系党建办。这条已存在系统里，等待处理" } },
    { parked: { state: "parked", keeper: null, message: "这家企业现在不由你联系，联系党建办。这条已存在系统里，等待处理" } },
  ]);
  expect(await rowsOf(town)).toHaveLength(2);
});

test("carried to a door where its author may write, it is an ordinary visit, and nothing waits any more", async () => {
  const town = await township();
  const form = aVisit(town);
  await handIn(await lostTo(town, "zhao"), form);
  await town.store.write((tx) => assign(tx, town.people.lin, { villageId: town.villages.xiwu }, "2026-03-04" as Day));
  expect(await handIn(await nowOf(town, "lin"), { ...form, householdId: town.homes.sun })).toEqual([{ id: form.id, result: "sent", version: 1 }]);
  expect(await rowsOf(town)).toMatchObject([{ state: "withdrawn" }]);
  expect(await deedsOn(town, form.id)).toEqual(["visit.park", "parked.withdraw", "visit.submit"]);
});
