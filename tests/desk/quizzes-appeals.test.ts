import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { decideAppeal, makeAppeal } from "@/lib/quizzes/acts-appeals";
import type { AppealForm, DecideAppealForm } from "@/lib/quizzes/forms-appeals";
import { quizAsks } from "@/lib/quizzes/reads-home";
import { quizInFull } from "@/lib/quizzes/reads-one";
import { aPerson } from "../support/defences";
import { days, HOUR, type Planned, planned, quizRow, released, sitsAt } from "../support/quiz-life";

/* 2026-03-04 is a Wednesday: five working days after it is the 11th, another Wednesday. */

let at: Planned;
beforeEach(async () => {
  at = await planned();
  await released(at, { income: "wrong" });
});

const why = "当时说的是三口人，考官记成了两口";
const anAppeal = (over: Partial<AppealForm> = {}): AppealForm => ({ id: newId<"appeal">(), quizId: at.id, items: ["members"], words: why, ...over });
const lin = (ms = 2 * HOUR) => sitsAt(at.town, at.town.people.lin, ms);
const office = (ms = days(1)) => sitsAt(at.town, at.colleague, ms);

async function appealed(over: Partial<AppealForm> = {}) {
  const form = anAppeal(over);
  await makeAppeal(await lin(), form);
  return form;
}
const answer = (appealId: AppealForm["id"], over: Partial<DecideAppealForm> = {}): DecideAppealForm =>
  ({ appealId, state: "upheld", why: "听了录在纸上的两份记录，三口人说对了", points: [{ item: "members", points: 6 }], ...over });

const results = () => at.town.store.read.select().from(tables.quizResults).where(eq(tables.quizResults.quizId, at.id)).orderBy(tables.quizResults.round);
const noticesOf = async (kind: "appeal_made" | "appeal_decided") =>
  (await at.town.store.read.select().from(tables.notices).where(eq(tables.notices.kind, kind))).filter(({ doneAt }) => !doneAt).map(({ personId }) => personId).sort();

test("two examiners' points add up, and what one found wrong in the file does not count", async () => {
  expect((await results()).map(({ earned, countable, items }) => ({ earned, countable, items }))).toEqual([{ earned: 12, countable: 18, items: { members: 4, income: null, difficulty: 4, door: 4 } }]);
});

test("the examinee appeals once, until the fifth working day is over, and nobody else does", async () => {
  const until = (await quizRow(at)).appealUntil!;
  expect(until.toISOString()).toBe("2026-03-11T15:59:59.999Z");
  const late = until.getTime() + 1 - at.town.now.getTime();
  await expect(makeAppeal(await lin(late), anAppeal())).rejects.toThrow("现在过了期限");
  for (const other of [at.town.people.wang, at.town.people.kao, at.town.people.chen, at.town.people.he])
    await expect(makeAppeal(await sitsAt(at.town, other, HOUR), anAppeal())).rejects.toThrow("没有找到这次考核");
  const form = anAppeal();
  await makeAppeal(await lin(late - 1), form);
  await makeAppeal(await lin(late - 1), form);
  await expect(makeAppeal(await lin(late - 1), anAppeal())).rejects.toThrow("已经申诉过一次");
  expect(await noticesOf("appeal_made")).toEqual([at.town.people.chen, at.colleague].sort());
});

test("what did not count cannot be appealed against", async () => {
  await expect(makeAppeal(await lin(), anAppeal({ items: ["members", "income"] }))).rejects.toThrow("收入来源这次没有计分");
});

test("upheld, the corrected result is a new row beside the old one, and those concerned are told", async () => {
  const { id } = await appealed();
  await decideAppeal(await office(), answer(id));
  const rows = await results();
  expect(rows.map(({ round, earned, countable, byId }) => [round, earned, countable, byId])).toEqual([[1, 12, 18, at.second], [2, 14, 18, at.colleague]]);
  expect(rows[1]!.items).toEqual({ members: 6, income: null, difficulty: 4, door: 4 });
  expect(await noticesOf("appeal_made")).toEqual([]);
  expect(await noticesOf("appeal_decided")).toEqual([at.town.people.lin, at.town.people.kao, at.second, at.town.people.wang].sort());
  const full = await quizInFull(await lin(days(1)), at.id);
  expect([full?.results.map(({ earned }) => earned), full?.appeal?.state]).toEqual([[14, 12], "upheld"]);
  await expect(decideAppeal(await sitsAt(at.town, at.town.people.chen, days(1)), answer(id, { state: "dismissed" }))).rejects.toThrow("已经答复过");
});

test("dismissed, the result stands and the reason is there to be read", async () => {
  const { id } = await appealed();
  await decideAppeal(await office(), answer(id, { state: "dismissed", why: "两份考核表都记着说的是两口人" }));
  expect(await results()).toHaveLength(1);
  expect((await quizInFull(await lin(days(1)), at.id))?.appeal).toMatchObject({ state: "dismissed", why: "两份考核表都记着说的是两口人", decidedById: at.colleague });
});

test("a correction goes upwards, changes something, and touches only what was asked about", async () => {
  const { id } = await appealed();
  const decided = async (points: DecideAppealForm["points"]) => decideAppeal(await office(), answer(id, { points }));
  await expect(decided([{ item: "members", points: 3 }])).rejects.toThrow("不会让分数变低");
  await expect(decided([{ item: "members", points: 4 }])).rejects.toThrow("更正要改动");
  await expect(decided([])).rejects.toThrow("更正要改动");
  await expect(decided([{ item: "members", points: 7 }])).rejects.toThrow("超过了这一项的满分");
  await expect(decided([{ item: "door", points: 6 }])).rejects.toThrow("没有申诉");
  expect(await results()).toHaveLength(1);
  expect(await noticesOf("appeal_decided")).toEqual([]);
});

test("whoever examined leaves it to a colleague, also with a seat in the office, and so does whoever was examined", async () => {
  const { id } = await appealed();
  const roles = (person: Planned["second"], ...all: ("office" | "examiner" | "cadre")[]) =>
    at.town.store.write(async (tx) => void (await tx.update(tables.people).set({ roles: all }).where(eq(tables.people.id, person))));
  await roles(at.second, "office", "examiner");
  await roles(at.town.people.lin, "office", "cadre");
  const refused = async (desk: Desk) => { await expect(decideAppeal(desk, answer(id))).rejects.toThrow(); };
  await expect(decideAppeal(await sitsAt(at.town, at.second, days(1)), answer(id))).rejects.toThrow("由党建办另一位同事复核");
  for (const person of [at.town.people.lin, at.town.people.wang, at.town.people.kao, at.town.people.zhen, at.town.people.shen, await aPerson(at.town, "路过人", ["cadre"])])
    await refused(await sitsAt(at.town, person, days(1)));
  const asks = async (person: Planned["second"]) => (await quizAsks(await sitsAt(at.town, person, days(1)))).map(({ kind }) => kind);
  expect([await asks(at.colleague), await asks(at.second), await asks(at.town.people.lin)]).toEqual([["appeal"], [], ["result"]]);
});

test("the office reads the answers only where somebody appealed", async () => {
  const keys = async () => (await quizInFull(await office(), at.id))?.keys.length;
  expect(await keys()).toBe(0);
  await appealed();
  expect(await keys()).toBe(4);
});
