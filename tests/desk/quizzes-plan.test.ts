import { eq, getTableColumns } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { assign, pair } from "@/db/seed/place";
import type { Writer } from "@/db/store";
import { type Id, newId } from "@/lib/kernel/id";
import { cancelPlan, commitPlan, drawPlan } from "@/lib/quizzes/acts-plan";
import { choosePairs, planFrameIn } from "@/lib/quizzes/draw-plan";
import type { PlanForm } from "@/lib/quizzes/forms";
import { planInFull, plansPage, planVerified } from "@/lib/quizzes/reads-plans";
import { aPerson } from "../support/defences";
import { sitsAt } from "../support/quiz-life";
import { township } from "../support/township";

/* 考核计划: the office names who may be drawn, and nobody who it becomes. 葛小兰 and 何国富 serve 东岭村, 赵宁 西坞村. */

let town: Town;
let second: Id<"person">;
let plan: PlanForm;
beforeEach(async () => {
  town = await township();
  second = await aPerson(town, "方二考", ["examiner"]);
  const { he, ge, zhao, kao } = town.people;
  plan = { id: newId<"quizPlan">(), quarter: "2026Q1", size: 2, examineeIds: [he, ge, zhao], examinerIds: [kao, second] };
});
const office = () => sitsAt(town, town.people.chen);
const only = async <Name extends "frames" | "frameSecrets" | "draws">(name: Name) => (await town.store.read.select().from(tables[name]))[0] as (typeof tables)[Name]["$inferSelect"];
const draw = async (number = "8") => drawPlan(await office(), { planId: plan.id, version: 1, number });

test("frozen with its bars, then drawn by a number: quizzes for whom there is an examiner, and a word to those", async () => {
  await town.store.write(async (tx) => {
    await pair(tx, town.people.kao, town.people.he, town.now, 9);
    for (const examiner of [town.people.kao, second]) await assign(tx, examiner, { villageId: town.villages.xiwu }, "2026-01-01" as never);
  });
  await commitPlan(await office(), plan);
  const frame = await only("frames");
  expect(planFrameIn(frame.text).bars.map(({ cause }) => cause).sort()).toEqual(["pairing", "village", "village"]);
  expect(await (await office()).select().from((await office()).see.frameSecrets)).toEqual([]);
  await draw();
  const { secret, revealedAt } = await only("frameSecrets");
  expect(revealedAt).not.toBeNull();
  const due = choosePairs({ frame: frame.text, secret, attempt: 1, number: "8" }).map(({ examineeId, examinerId }) => ({ examineeId, examinerId }));
  expect((await only("draws")).pairs).toEqual(due);
  expect(due.find(({ examineeId }) => examineeId === town.people.zhao)?.examinerId).toBeNull();
  const quizzes = await town.store.read.select().from(tables.quizzes);
  expect(quizzes.map(({ examineeId, examinerId, planId, state }) => [examineeId, examinerId, planId, state])).toEqual(due.filter(({ examinerId }) => examinerId).map((one) => [one.examineeId, one.examinerId, plan.id, "planned"]));
  const told = await town.store.read.select().from(tables.notices).where(eq(tables.notices.kind, "quiz_planned"));
  expect(told.map(({ subjectId }) => subjectId).sort()).toEqual(quizzes.map(({ id }) => id as string).sort());
  const full = (await planInFull(await office(), plan.id))!;
  expect([full.holds, full.lines.map(({ village }) => village)]).toEqual([true, ["东岭村", "西坞村"]]);
  expect(full.lines[1]).toMatchObject({ examinerId: null, quiz: undefined, causes: ["考文渊（在同一个村社）", "方二考（在同一个村社）"] });
});

test("refused in words: oneself, who serves nowhere, who does not examine; two at once, an old version, after cancelling", async () => {
  const { chen, zhou, lin } = town.people;
  const with_ = (over: Partial<PlanForm>) => office().then((desk) => commitPlan(desk, { ...plan, ...over }));
  await expect(with_({ examineeIds: [chen, lin] })).rejects.toMatchObject({ field: "examineeIds", message: expect.stringContaining("另一位") as string });
  await expect(with_({ examineeIds: [zhou, lin] })).rejects.toMatchObject({ field: "examineeIds", message: expect.stringContaining("周敏") as string });
  await expect(with_({ examinerIds: [zhou] })).rejects.toMatchObject({ field: "examinerIds" });
  await expect(commitPlan(town.kao, plan)).rejects.toMatchObject({ code: "forbidden" });
  await commitPlan(await office(), plan);
  await commitPlan(await office(), plan);
  const taps = await Promise.allSettled([draw("1"), draw("2"), draw("3")]);
  expect(taps.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await town.store.read.select().from(tables.quizzes)).toHaveLength(2);
  await expect(cancelPlan(await office(), { planId: plan.id, version: 2, why: "不办了" })).rejects.toThrow("已抽取");
  const other = { ...plan, id: newId<"quizPlan">() };
  await commitPlan(await office(), other);
  await expect(drawPlan(await office(), { planId: other.id, version: 9, number: "1" })).rejects.toThrow("刚在别处变了");
  await cancelPlan(await office(), { planId: other.id, version: 1, why: "不办了" });
  await expect(drawPlan(await office(), { planId: other.id, version: 2, number: "1" })).rejects.toThrow("已取消");
  expect((await plansPage(await office())).rows.map(({ id, state }) => [id, state])).toEqual([[other.id, "cancelled"], [plan.id, "drawn"]]);
  expect((await plansPage(town.lin)).rows).toEqual([]);
});

test("whichever stored value of a drawn plan is altered, it is found", async () => {
  await commitPlan(await office(), plan);
  await draw();
  const faults = async () => (await planVerified(await sitsAt(town, town.people.shen), plan.id))?.checks.filter(({ ok }) => !ok).map(({ what }) => what);
  expect(await faults()).toEqual([]);
  const run = (words: string) => town.store.write(async (tx) => void (await tx.run(words)));
  for (const { name } of await town.store.read.all<{ name: string }>("select name from sqlite_master where type = 'trigger'")) await run(`drop trigger "${name}"`);
  for (const pragma of ["foreign_keys = off", "ignore_check_constraints = on"]) await (town.store.read as Writer).run(`pragma ${pragma}`);
  const harmless: Record<string, string[]> = { quizPlans: ["version"], frameSecrets: ["id"] }; // one says whether a page is old, at the other nothing points
  for (const name of ["quizPlans", "frames", "frameSecrets", "draws"] as const)
    for (const [field, { name: column }] of Object.entries<{ name: string }>(getTableColumns(tables[name]))) {
      if (harmless[name]?.includes(field)) continue;
      const table = getTableConfig(tables[name]).name;
      const [row] = await town.store.read.all<Record<string, string | number | null>>(`select * from ${table}`);
      const was = row![column] ?? null;
      const is = was === null ? "'x'" : typeof was === "number" ? String(was + 1) : was.startsWith("[") ? `'${was.replace(/\d/, (d) => String((Number(d) + 1) % 10))}'` : `'${was.slice(0, -1)}${was.endsWith("1") ? "2" : "1"}'`;
      await run(`update ${table} set ${column} = ${is}`);
      expect(await faults(), `${name}.${field}`).not.toEqual([]);
      await run(`update ${table} set ${column} = ${was === null ? "null" : typeof was === "number" ? String(was) : `'${was}'`}`);
    }
  expect(await faults()).toEqual([]);
  await run("delete from quizzes where rowid = 1");
  expect(await faults()).toEqual(["安排的考核"]);
});
