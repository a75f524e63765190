import { expect, test } from "vitest";
import type { Town } from "@/db/seed/cast";
import { tables } from "@/db/schema";
import { villageBoard, villagesCalledOn, villagesNotCalledOn } from "@/lib/dashboard/reads-board";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import { markOf } from "@/lib/dashboard/rules";
import { Desk } from "@/lib/gate/desk";
import type { Day, Week } from "@/lib/kernel/day";
import { recallVisit, submitVisit } from "@/lib/visits/acts";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const mark = (town: Town, mark: "holiday" | "makeup", ...days: string[]) =>
  town.store.write((tx) => tx.insert(tables.dayMarks).values(days.map((day) => ({ day: day as Day, mark, name: "试" }))));
const heads = async (desk: Desk, until?: string) => (await villageBoard(desk, until as Week, 2)).weeks.map(({ meetingOn }) => meetingOn);
const marks = async (desk: Desk) => (await villageBoard(desk, undefined, 1)).rows.map(({ name, cells }) => [name, cells[0]!.mark]);
const on = async (town: Town, day: string) => (await Desk.of(town.store, town.people.chen, new Date(`${day}T09:00:00+08:00`)))!;

test("a column is headed by its Tuesday; on a holiday the next working day, make-up days too; a week off has none", async () => {
  const town = await township();
  expect(await heads(town.chen)).toEqual(["2026-02-24", "2026-03-03"]);
  await mark(town, "holiday", "2026-03-03");
  expect(await heads(town.chen)).toEqual(["2026-02-24", "2026-03-04"]);
  await mark(town, "holiday", "2026-03-04", "2026-03-05", "2026-03-06");
  expect(await heads(town.chen)).toEqual(["2026-02-24", undefined]);
  await mark(town, "makeup", "2026-03-08");
  expect(await heads(town.chen)).toEqual(["2026-02-24", "2026-03-08"]);
  expect(await heads(town.chen, "2026-W01")).toEqual(["2025-12-23", "2025-12-30"]);
});

test("a cell says both, one, none, or off; what was done in a week off counts all the same", () => {
  const tuesday = "2026-03-03" as Day;
  expect([markOf(1, 2, tuesday), markOf(3, 0, tuesday), markOf(0, 1, tuesday), markOf(0, 0, tuesday)]).toEqual(["both", "one", "one", "none"]);
  expect([markOf(0, 0, undefined), markOf(1, 0, undefined)]).toEqual(["off", "one"]);
});

test("a visit handed in fills its village's cell, and a recall empties it; a visit that did not happen never does", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town, { notDone: "weather" }));
  expect(await marks(town.chen)).toEqual([["东岭村", "none"], ["西坞村", "none"]]);
  const form = aVisit(town);
  await submitVisit(town.lin, form);
  await submitVisit(town.lin, aVisit(town, { kind: "night_talk", householdId: town.homes.li }));
  expect(await marks(town.chen)).toEqual([["东岭村", "both"], ["西坞村", "none"]]);
  expect(await villagesCalledOn(town.chen, "2026-W10" as Week)).toEqual({ called: 1, all: 2 });
  await recallVisit(town.lin, { visitId: form.id, version: 1 });
  expect(await marks(town.chen)).toEqual([["东岭村", "one"], ["西坞村", "none"]]);
  expect((await villagesNotCalledOn(town.chen, "2026-W10" as Week, 9)).map(({ name, people }) => [name, people])).toEqual([["西坞村", ["赵宁"]]]);
});

test("the leader and the office see the whole town on the board, a cadre and a village secretary their own villages", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  await submitVisit(town.zhao, aVisit(town, { householdId: town.homes.sun }));
  for (const desk of [town.chen, town.zhen]) expect(await marks(desk)).toEqual([["东岭村", "one"], ["西坞村", "one"]]);
  for (const desk of [town.lin, town.he]) expect(await marks(desk)).toEqual([["东岭村", "one"]]);
  expect(await marks(town.zhao)).toEqual([["西坞村", "one"]]);
  for (const desk of [town.wang, town.ge, town.kao, town.guan, town.shen]) expect(await marks(desk)).toEqual([]);
  expect(await villagesCalledOn(town.lin, "2026-W10" as Week)).toEqual({ called: 1, all: 1 });
  expect(await town.zhen.select().from(town.zhen.see.households)).toEqual([]);
});

test("a village is missed only when 走访日 is over, by the days since; in a week off never", async () => {
  const missed = async (town: Town, day: string) => (await whatWaits(await on(town, day), "call")).lines.map(({ days }) => days);
  const town = await township();
  expect([await missed(town, "2026-03-02"), await missed(town, "2026-03-03"), await missed(town, "2026-03-04")]).toEqual([[], [], [1, 1]]);
  await mark(town, "holiday", "2026-03-03");
  expect([await missed(town, "2026-03-04"), await missed(town, "2026-03-05")]).toEqual([[], [1, 1]]);
  await mark(town, "holiday", "2026-03-04", "2026-03-05", "2026-03-06");
  expect(await missed(town, "2026-03-08")).toEqual([]);
});
