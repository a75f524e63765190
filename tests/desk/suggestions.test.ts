import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { formChoices } from "@/app/(desk)/visits/form-choices";
import { tables } from "@/db/schema";
import { placeHousehold } from "@/db/seed/place";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { acceptHousehold, putOffHousehold, weighSuggestions } from "@/lib/suggestions/acts";
import { nextHomes, plannedHouseholds, weightsNow, weightsSet } from "@/lib/suggestions/reads";
import { defaultWeights, MOST_SUGGESTED } from "@/lib/suggestions/rules";
import { submitVisit } from "@/lib/visits/acts";
import { anExam } from "../support/exams";
import { practise, sitsOn } from "../support/practice";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

type Town = Awaited<ReturnType<typeof township>>;
const whys = async (town: Town, who: "lin" | "he" | "ge" | "zhao", day = "2026-03-04") =>
  Object.fromEntries((await nextHomes(await sitsOn(town, who, day))).suggested.map(({ id, why }) => [id, why]));

test("mine first, then my village's; each with its reason; nobody else's", async () => {
  const town = await township();
  const { zhang, li, sun, qian } = town.homes;
  expect((await nextHomes(town.lin)).suggested.map(({ id, kept, why }) => [id, kept, why])).toEqual([
    [zhang, true, "还没访过；4 项情况没记牢；有 1 项生活难题"], [li, false, "还没访过；4 项情况没记牢；有 1 项生活难题"],
  ]);
  expect(Object.keys(await whys(town, "zhao")).sort()).toEqual([sun, qian].sort());
  expect(Object.keys(await whys(town, "he")).sort()).toEqual([zhang, li].sort());
  expect(Object.keys(await whys(town, "ge"))).toEqual([zhang]);
  expect(await nextHomes(town.kao)).toMatchObject({ planned: [], suggested: [] });
});

test("days, forgotten cards, a wrong answer and an answer that is owed are all in the sentence", async () => {
  const town = await township();
  const { zhang, li } = town.homes;
  const village = { villageId: town.villages.dongling, householdId: li };
  await town.store.write(async (tx) => {
    await tx.update(tables.households).set({ lastVisitedOn: "2026-01-01" as Day, visitDueOn: "2026-01-31" as Day }).where(eq(tables.households.id, li));
    await tx.insert(tables.problems).values({ ...village, title: "水沟", topic: "other", raisedById: town.people.he, raisedAt: town.now, state: "callback" });
    await tx.insert(tables.problems).values({ ...village, title: "路灯", topic: "other", raisedById: town.people.he, raisedAt: town.now, state: "in_progress" });
  });
  await anExam(town, { examinee: "he", ...village, at: new Date("2026-02-20T10:00:00+08:00"), items: { members: 3, income: 1, difficulty: 2, door: null } });
  expect((await whys(town, "he"))[li]).toBe("62 天未访；收入来源上次答错；4 项情况没记牢；欠一次回复；有 1 项生活难题");
  expect((await whys(town, "lin"))[li]).toBe("62 天未访；4 项情况没记牢；欠一次回复；有 1 项生活难题");
  await practise(await sitsOn(town, "lin", "2026-03-04"));
  expect((await whys(town, "lin", "2026-03-06"))[zhang]).toBe("还没访过；有 1 项生活难题");
  expect((await whys(town, "lin", "2026-05-04"))[zhang]).toBe("还没访过；4 项情况没记牢；有 1 项生活难题");
});

test("a step of ours whose day has gone by is owed, theirs is not, and neither is one that is done", async () => {
  const town = await township();
  const step = (side: "ours" | "theirs", words: string) => ({ id: newId<"nextStep">(), side, words, dueOn: "2026-03-10" as Day });
  await submitVisit(town.lin, aVisit(town, { householdId: town.homes.zhang, visitedOn: "2026-03-04", nextSteps: [step("ours", "送表格"), step("theirs", "找证件")] }));
  expect((await whys(town, "lin", "2026-03-10"))[town.homes.zhang]).not.toContain("欠");
  expect((await whys(town, "lin", "2026-03-11"))[town.homes.zhang]).toContain("欠一次回复");
  await town.store.write((tx) => tx.update(tables.nextSteps).set({ doneOn: "2026-03-09" as Day }));
  expect((await whys(town, "lin", "2026-03-11"))[town.homes.zhang]).not.toContain("欠");
});

test("去这户 stays until somebody has been there or a week is over, and stands first in the visit's form", async () => {
  const town = await township();
  const { li, zhang } = town.homes;
  await acceptHousehold(town.lin, { id: newId(), householdId: li });
  await acceptHousehold(town.lin, { id: newId(), householdId: li });
  const on = async (day: string) => nextHomes(await sitsOn(town, "lin", day)).then(({ planned, suggested }) => [planned.map(({ id }) => id), suggested.map(({ id }) => id)]);
  expect(await on("2026-03-04")).toEqual([[li], [zhang]]);
  expect(await on("2026-03-10")).toEqual([[li], [zhang]]);
  expect((await on("2026-03-11"))[0]).toEqual([]);
  expect((await formChoices(town.lin)).doors.map(({ id, reason }) => [id, reason.startsWith("计划内")])).toEqual([[li, true], [zhang, false]]);
  await submitVisit(town.lin, aVisit(town, { householdId: li, visitedOn: "2026-03-04" }));
  expect(await on("2026-03-05")).toEqual([[], [zhang]]);
  expect(await plannedHouseholds(await sitsOn(town, "lin", "2026-03-05"))).toEqual([]);
});

test("暂不 hides it for seven days and no longer, also after it was taken up", async () => {
  const town = await township();
  const { li } = town.homes;
  await acceptHousehold(town.lin, { id: newId(), householdId: li });
  await putOffHousehold(town.lin, { id: newId(), householdId: li, reason: "nobody_home", words: "" });
  const seen = async (day: string) => JSON.stringify(await nextHomes(await sitsOn(town, "lin", day))).includes(li);
  expect([await seen("2026-03-04"), await seen("2026-03-10"), await seen("2026-03-11")]).toEqual([false, false, true]);
  const rows = await town.store.read.select().from(tables.suggestionAnswers);
  expect(rows.map(({ answer, reason }) => [answer, reason])).toEqual([["not_now", "nobody_home"]]);
});

test("five in a day, of households I serve, and the list never grows beyond ten", async () => {
  const town = await township();
  const ids = await manyHomes(town, 30);
  expect((await nextHomes(town.lin)).suggested).toHaveLength(MOST_SUGGESTED);
  expect((await nextHomes(await sitsOn(town, "lin", "2026-03-18"))).suggested).toHaveLength(MOST_SUGGESTED);
  for (const householdId of ids.slice(0, 5)) await acceptHousehold(town.lin, { id: newId(), householdId });
  await expect(acceptHousehold(town.lin, { id: newId(), householdId: ids[5]! })).rejects.toThrow("今天已经选了 5 户");
  await acceptHousehold(await sitsOn(town, "lin", "2026-03-05"), { id: newId(), householdId: ids[5]! });
  await expect(acceptHousehold(town.lin, { id: newId(), householdId: town.homes.sun })).rejects.toMatchObject({ code: "not-found" });
  await expect(putOffHousehold(town.wang, { id: newId(), householdId: town.homes.li, reason: "no_time", words: "" })).rejects.toMatchObject({ code: "not-found" });
});

test("the office sets how much each reason weighs, for everybody; what counted before stays to be read", async () => {
  const town = await township();
  expect(await weightsNow(town.lin)).toEqual(defaultWeights);
  const form = { id: newId<"suggestionWeight">(), overdue: 0, weak: 0, owed: 10, flagged: 0 };
  await weighSuggestions(town.chen, form);
  await weighSuggestions(town.chen, form);
  expect((await weightsSet(town.lin)).map(({ owed, by }) => [owed, by])).toEqual([[10, "陈主任"]]);
  expect(await weightsNow(town.he)).toEqual({ overdue: 0, weak: 0, owed: 10, flagged: 0 });
  await expect(weighSuggestions(town.lin, { ...form, id: newId() })).rejects.toMatchObject({ code: "forbidden" });
});

test("a household that somebody is being examined on is nowhere, neither suggested nor planned nor asked", async () => {
  const town = await township();
  const { zhang, li } = town.homes;
  await acceptHousehold(town.lin, { id: newId(), householdId: zhang });
  await practise(town.lin);
  await anExam(town, { examinee: "lin", householdId: zhang, villageId: town.villages.dongling, at: new Date("2026-05-04T08:00:00+08:00") });
  const during = await sitsOn(town, "lin", "2026-05-04");
  await acceptHousehold(during, { id: newId(), householdId: li });
  const said = JSON.stringify([await nextHomes(during), await plannedHouseholds(during), await formChoices(during), await practise(during)]);
  expect([said.includes(zhang), said.includes("张建国"), said.includes(li)]).toEqual([false, false, true]);
  await expect(acceptHousehold(during, { id: newId(), householdId: zhang })).rejects.toMatchObject({ code: "not-found" });
  const after = await sitsOn(town, "lin", "2026-05-05");
  expect(JSON.stringify([await nextHomes(after), await practise(after)])).toContain(zhang);
});

async function manyHomes(town: Town, count: number) {
  return town.store.write(async (tx) => Promise.all(Array.from({ length: count }, (_, i) => placeHousehold(tx, {
    villageId: town.villages.dongling, villageName: "东岭村", code: `1${i}`, householder: "周阿大", groupName: "1组", address: "", phone: "13900000001", members: [], facts: [],
  }, town.people.chen, town.now))));
}
