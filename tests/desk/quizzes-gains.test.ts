import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { FileKind } from "@/lib/words/practice";
import { writeProposal } from "@/lib/gate/proposals";
import type { Id } from "@/lib/kernel/id";
import { newId } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";
import { askRedraw, commitQuiz, drawHousehold, planQuiz } from "@/lib/quizzes/acts";
import { commitPlan } from "@/lib/quizzes/acts-plan";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { SheetForm } from "@/lib/quizzes/forms-sheets";
import { quizInFull } from "@/lib/quizzes/reads-one";
import { committed, days, drawn, HOUR, type Planned, planned, quizRow, sheetFor, sitsAt } from "../support/quiz-life";

/* How somebody would gain by an exam who should not: what they would try, and that it comes to nothing or shows. */

let at: Planned;
beforeEach(async () => { at = await planned({ two: false }); });
const roles = (person: Id<"person">, ...held: Role[]) => at.town.store.write(async (tx) => void (await tx.update(tables.people).set({ roles: held }).where(eq(tables.people.id, person))));
const draw = async (id: Id<"quiz">, ms: number) => {
  for (const deed of [commitQuiz, (desk: Parameters<typeof commitQuiz>[0], of: { quizId: Id<"quiz">; version: number }) => drawHousehold(desk, { ...of, number: "7" })])
    await deed(await sitsAt(at.town, at.town.people.kao, ms), { quizId: id, version: (await quizRow({ town: at.town, id })).version });
};

test("one that was planned later and thrown away first stands beside the result too", async () => {
  const later = newId<"quiz">();
  await planQuiz(await sitsAt(at.town, at.town.people.chen, HOUR), { id: later, examineeId: at.town.people.lin, examinerId: at.town.people.kao });
  await draw(later, 2 * HOUR);
  const drawId = await drawn(at, 3 * HOUR);
  await handInSheet(await sitsAt(at.town, at.town.people.kao, 4 * HOUR), await sheetFor(at, drawId, {}, 4 * HOUR));
  const full = await quizInFull(await sitsAt(at.town, at.town.people.chen, days(2)), at.id);
  expect(full!.others.map(({ id, standing }) => [id, standing])).toEqual([[later, "unfinished"]]);
});

test("one that was thrown away on the last day of a quarter stands beside the next one, and is no news of another year", async () => {
  await draw(at.id, days(27) + 8 * HOUR); // 2026-03-31
  const next = newId<"quiz">();
  await planQuiz(await sitsAt(at.town, at.town.people.chen, days(29)), { id: next, examineeId: at.town.people.lin, examinerId: at.town.people.kao });
  const seen = await quizInFull(await sitsAt(at.town, at.town.people.chen, days(30)), next);
  expect(seen!.others.map(({ id }) => id)).toEqual([at.id]);
  const late = newId<"quiz">();
  await planQuiz(await sitsAt(at.town, at.town.people.chen, days(300)), { id: late, examineeId: at.town.people.lin, examinerId: at.town.people.kao });
  expect((await quizInFull(await sitsAt(at.town, at.town.people.chen, days(301)), late))!.others).toEqual([]);
});

test("what the examinee says themselves of a household takes nothing out of their exam; what others say does", async () => {
  const { town } = at;
  const says = async (person: Id<"person">, kind: FileKind, topic: "farming" | "eldercare") => {
    const desk = await sitsAt(town, person);
    for (const householdId of [town.homes.zhang, town.homes.li])
      await desk.begin("fact.propose", (tx) => writeProposal(tx, desk, { householdId, kind, topic, says: "和从前不同", asOf: "2026-03-03" as never, source: "visit" }));
  };
  await says(town.people.lin, "income", "farming");
  await says(town.people.ge, "difficulty", "eldercare");
  await drawn(at);
  expect((await town.store.read.select().from(tables.quizKeys)).map(({ item, state }) => `${item} ${state}`)).toEqual(["members verified", "income verified", "difficulty contested", "door verified"]);
});

test("whoever audits is neither examined nor examines: the ledger would tell them the household, and its file is closed to them", async () => {
  const { town } = at;
  const plan = (examineeId: Id<"person">, examinerId: Id<"person">) => planQuiz(town.chen, { id: newId<"quiz">(), examineeId, examinerId });
  await roles(town.people.lin, "cadre", "auditor");
  await expect(plan(town.people.lin, town.people.kao)).rejects.toThrow("审计员");
  await expect(commitPlan(town.chen, { id: newId<"quizPlan">(), quarter: "2026Q1", size: 1, examineeIds: [town.people.lin], examinerIds: [town.people.kao] })).rejects.toThrow("角色");
  await roles(town.people.lin, "cadre");
  await roles(town.people.kao, "examiner", "admin");
  await expect(plan(town.people.lin, town.people.kao)).rejects.toThrow("系统管理员");
});

test("an auditor who is examined all the same reads of it what any examinee does", async () => {
  await roles(at.town.people.lin, "cadre", "auditor");
  const seen = async (ms: number) => {
    const desk = await sitsAt(at.town, at.town.people.lin, ms);
    const { quizzes: z, frames: f, draws: d, redraws: r } = desk.see;
    return [await desk.select().from(z), await desk.select().from(f), await desk.select().from(d), await desk.select().from(r)].map((rows) => rows.length);
  };
  await committed(at);
  expect(await seen(0)).toEqual([0, 0, 0, 0]);
  await drawn(at);
  expect(await seen(HOUR)).toEqual([1, 0, 0, 0]);
});

test("another household is not asked for where there is none: the exam would stand still until it is over", async () => {
  const { town } = at;
  await town.store.write(async (tx) => void (await tx.update(tables.households).set({ leftOn: "2026-03-01" as never }).where(eq(tables.households.id, town.homes.li))));
  await drawn(at);
  const ask = async () => askRedraw(await sitsAt(town, town.people.kao, HOUR), { quizId: at.id, reason: "nobody_home", words: "" });
  await expect(ask()).rejects.toThrow("没有别的户");
});

test("whoever never hands in does not keep the answers; a sheet that was finished in time is reckoned with them all the same", async () => {
  const drawId = await drawn(at);
  const keysAt = async (ms: number) => {
    const desk = await sitsAt(at.town, at.town.people.kao, ms);
    return (await desk.select().from(desk.see.quizKeys)).length;
  };
  expect([await keysAt(HOUR), await keysAt(days(2) - HOUR), await keysAt(days(2) + HOUR)]).toEqual([4, 4, 0]);
  await handInSheet(await sitsAt(at.town, at.town.people.kao, days(9)), await sheetFor(at, drawId));
  expect(await at.town.store.read.select().from(tables.quizResults)).toMatchObject([{ earned: 8, countable: 12 }]);
});

test("a phone whose clock stands in another century says nothing of when: what it found is of the day of the exam", async () => {
  const drawId = await drawn(at);
  await handInSheet(await sitsAt(at.town, at.town.people.kao, HOUR), { ...(await sheetFor(at, drawId, { income: "wrong" })), finishedAt: 0 });
  expect((await at.town.store.read.select().from(tables.factProposals)).map(({ asOf }) => asOf)).toEqual([at.town.chen.me.today]);
  expect(SheetForm.safeParse({ ...(await sheetFor(at, drawId)), finishedAt: Number.MAX_SAFE_INTEGER }).success).toBe(false);
});
