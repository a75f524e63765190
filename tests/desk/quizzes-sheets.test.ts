import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import { newId } from "@/lib/kernel/id";
import { askRedraw, decideRedraw } from "@/lib/quizzes/acts";
import { releaseQuiz } from "@/lib/quizzes/acts-release";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { SheetForm } from "@/lib/quizzes/forms-sheets";
import { examPaper } from "@/lib/quizzes/reads-exam";
import { isResultStamped } from "@/lib/quizzes/stamps";
import { drawn, HOUR, type Planned, planned, quizRow, sheetFor, sitsAt } from "../support/quiz-life";

/* What becomes of an examiner's sheet once it is on its way: once, in time, by whom, and what it comes to. */

let at: Planned;
let drawId: Id<"draw">;
const alone = async () => {
  at = await planned({ two: false });
  drawId = await drawn(at);
};
const two = async () => {
  at = await planned();
  drawId = await drawn(at);
};
beforeEach(alone);

const kao = (ms = HOUR) => sitsAt(at.town, at.town.people.kao, ms);
const second = (ms = HOUR) => sitsAt(at.town, at.second, ms);
const rows = async <Name extends "quizSheets" | "quizMarks" | "quizResults" | "factProposals" | "notices">(name: Name) =>
  (await at.town.store.read.select().from(tables[name])) as (typeof tables)[Name]["$inferSelect"][];
const ledgerOf = async (id: string) => (await at.town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).map(({ action }) => action);
const told = async (person: Id<"person">) => (await rows("notices")).filter((one) => one.personId === person && !one.doneAt).map(({ kind }) => kind);

test("one sheet of one examiner: the result is there, examinee and mentor are told, the secret is opened", async () => {
  expect(await told(at.town.people.kao)).toEqual(["quiz_planned"]);
  await handInSheet(await kao(), await sheetFor(at, drawId, { members: 3, income: 0 }));
  const [result] = await rows("quizResults");
  expect(result).toMatchObject({ round: 1, earned: 7, countable: 12, items: { members: 3, income: 0, difficulty: 2, door: 2 }, byId: at.town.people.kao });
  const [sheets, marks, draws] = [await rows("quizSheets"), await rows("quizMarks"), await at.town.store.read.select().from(tables.draws)];
  const { appealUntil } = await quizRow(at);
  expect(isResultStamped(result!.mac, result!, { draws, redraws: [], sheets, marks, appealUntil })).toBe(true);
  expect(isResultStamped(result!.mac, { ...result!, earned: 8 }, { draws, redraws: [], sheets, marks, appealUntil })).toBe(false);
  // 2026-03-04 is a Wednesday: the fifth working day is the next Wednesday, to its end.
  expect(await quizRow(at)).toMatchObject({ state: "released", releasedAt: new Date("2026-03-04T10:00:00+08:00"), appealUntil: new Date("2026-03-11T23:59:59.999+08:00") });
  const [secret] = await at.town.store.read.select({ at: tables.frameSecrets.revealedAt }).from(tables.frameSecrets);
  expect(secret!.at).toEqual(new Date("2026-03-04T10:00:00+08:00"));
  expect([await told(at.town.people.lin), await told(at.town.people.wang), await told(at.town.people.kao)]).toEqual([["quiz_released"], ["quiz_released"], []]);
  expect(await ledgerOf(at.id)).toEqual(["quiz.plan", "quiz.commit", "quiz.draw", "quiz.release"]);
  await expect(at.town.store.write((tx) => tx.update(tables.quizResults).set({ earned: 12 }))).rejects.toThrow();
});

test("the same sheet again is the same one; another under its name, or a second one, changes nothing", async () => {
  await two();
  const form = await sheetFor(at, drawId);
  await Promise.all([handInSheet(await kao(), form), handInSheet(await kao(), form), handInSheet(await kao(), { ...form, marks: form.marks.toReversed() })]);
  expect([(await rows("quizSheets")).length, (await rows("quizMarks")).length, await ledgerOf(form.id)]).toEqual([1, 4, ["sheet.hand"]]);
  await expect(handInSheet(await kao(), { ...form, words: "别的话" })).rejects.toThrow("先送达的算数");
  await expect(handInSheet(await kao(), { ...form, id: newId<"quizSheet">() })).rejects.toThrow("你已经交过考核表");
  await expect(handInSheet(await second(), form)).rejects.toMatchObject({ code: "not-found" });
  await handInSheet(await second(), await sheetFor(at, drawId));
  expect(await handInSheet(await kao(5 * HOUR), form)).toEqual({ id: form.id }); // an answer that was lost, asked for after the release
});

test("of two examiners the result waits for both, and adds up both", async () => {
  await two();
  await handInSheet(await kao(), await sheetFor(at, drawId, { members: 3 }));
  expect([(await quizRow(at)).state, await rows("quizResults"), await told(at.town.people.kao), await told(at.second)]).toEqual(["drawn", [], [], ["quiz_planned"]]);
  expect((await examPaper(await kao(), at.id))!.handedIn).toBe(true);
  await handInSheet(await second(), await sheetFor(at, drawId, { members: 1, income: "wrong" }));
  expect(await rows("quizResults")).toMatchObject([{ earned: 12, countable: 18, items: { members: 4, income: null, difficulty: 4, door: 4 } }]);
});

test("finished in time it counts whenever it arrives; finished later it is refused, and says so", async () => {
  const over = (await quizRow(at)).overAt!.getTime() - at.town.now.getTime();
  const late = await sheetFor(at, drawId, {}, over + 1);
  await expect(handInSheet(await kao(over + HOUR), late, { sentAt: late.finishedAt + HOUR - 2 })).rejects.toThrow("考核到 03-05 09:00 就结束了");
  expect(await rows("quizSheets")).toEqual([]);
  await handInSheet(await kao(over + 40 * HOUR), await sheetFor(at, drawId, {}, over));
  expect(await quizRow(at)).toMatchObject({ state: "released" });
});

test("a phone whose clock is a day ahead is not refused for it", async () => {
  const ahead = await sheetFor(at, drawId, {}, 25 * HOUR);
  await handInSheet(await kao(2 * HOUR), ahead, { sentAt: ahead.finishedAt + HOUR });
  expect(await quizRow(at)).toMatchObject({ state: "released" });
});

test("where the other one never hands in, whoever did may release after the day is over, and not before", async () => {
  await two();
  await handInSheet(await kao(), await sheetFor(at, drawId));
  await expect(releaseQuiz(await kao(23 * HOUR), { quizId: at.id })).rejects.toMatchObject({ code: "conflict" });
  await expect(releaseQuiz(await second(25 * HOUR), { quizId: at.id })).rejects.toMatchObject({ code: "conflict" });
  const late = await sheetFor(at, drawId);
  await releaseQuiz(await kao(25 * HOUR), { quizId: at.id });
  await releaseQuiz(await kao(26 * HOUR), { quizId: at.id });
  expect(await rows("quizResults")).toMatchObject([{ earned: 8, countable: 12 }]);
  await expect(handInSheet(await second(26 * HOUR), late)).rejects.toThrow("已经出了结果");
});

test("答案有误 takes the item out and asks whoever keeps the file; an examinee and an examiner are not asked", async () => {
  await handInSheet(await kao(), await sheetFor(at, drawId, { income: "wrong", door: "wrong" }));
  expect(await rows("quizResults")).toMatchObject([{ earned: 4, countable: 6, items: { income: null, door: null } }]);
  const proposals = await rows("factProposals");
  const household = (await at.town.store.read.select().from(tables.draws))[0]!.householdId;
  expect(proposals.map(({ kind, topic }) => [kind, topic]).sort()).toEqual([["door", "door"], ["income", null]]);
  for (const one of proposals) expect(one).toMatchObject({ householdId: household, quizId: at.id, says: "其实不是这样", source: "exam", asOf: "2026-03-04", state: "open", proposedById: at.town.people.kao });
  const asked = (await rows("notices")).filter(({ kind }) => kind === "fact_waits").map(({ personId }) => personId);
  expect(asked).toEqual([at.town.people.he]);
});

test("what the file does not know is not marked, and what it knows is not left out", async () => {
  const form = await sheetFor(at, drawId);
  await expect(handInSheet(await kao(), { ...form, marks: form.marks.slice(1) })).rejects.toMatchObject({ code: "invalid", message: "给“家庭成员”打分" });
  await withoutDifficulties();
  const full = await sheetFor(at, drawId);
  await expect(handInSheet(await kao(), { ...full, marks: [...full.marks, { item: "difficulty", points: 3, wrongKey: false, correction: "" }] })).rejects.toThrow("没有核实过的答案");
  expect((await examPaper(await kao(), at.id))!.items.find(({ item }) => item === "difficulty")).toMatchObject({ asked: false, state: "没有登记", says: "" });
  await handInSheet(await kao(), full);
  expect(await rows("quizResults")).toMatchObject([{ countable: 9, items: { difficulty: null } }]);
});
/** A town whose file knows no difficulties, and a draw in it. */
async function withoutDifficulties(): Promise<void> {
  at = await planned({ two: false });
  await at.town.store.write((tx) => tx.update(tables.facts).set({ replacedAt: at.town.now }).where(eq(tables.facts.kind, "difficulty")));
  drawId = await drawn(at);
}

test("a household that was drawn anew: the old one's sheet is not taken in", async () => {
  const old = await sheetFor(at, drawId);
  await askRedraw(await kao(), { quizId: at.id, reason: "nobody_home", words: "" });
  expect(await examPaper(await kao(), at.id)).toBeDefined();
  const [asked] = await at.town.store.read.select().from(tables.redraws);
  await decideRedraw(await sitsAt(at.town, at.town.people.chen, HOUR), { redrawId: asked!.id, allowed: true });
  expect(await examPaper(await kao(), at.id)).toBeUndefined();
  await expect(handInSheet(await kao(), old)).rejects.toThrow("考的已经不是这一户");
  drawId = await drawn(at, 2 * HOUR, "7");
  await expect(handInSheet(await kao(3 * HOUR), old)).rejects.toThrow("考的已经不是这一户");
  await handInSheet(await kao(3 * HOUR), await sheetFor(at, drawId));
  expect((await rows("quizResults")).length).toBe(1);
});

test("nobody but its examiners hands in or takes the paper along, whatever else they are", async () => {
  const form = await sheetFor(at, drawId);
  const { lin, wang, chen, zhao, he, zhen, guan, shen } = at.town.people;
  for (const person of [lin, wang, chen, zhao, he, zhen, guan, shen, at.second]) {
    const desk = await sitsAt(at.town, person, HOUR);
    await expect(handInSheet(desk, form), desk.me.name).rejects.toMatchObject({ code: expect.stringMatching(/not-found|forbidden/) as string });
    expect(await examPaper(desk, at.id), desk.me.name).toBeUndefined();
  }
  expect(await rows("quizSheets")).toEqual([]);
});

test("the paper names the door masked, and says how old the examinee's pack was", async () => {
  const paper = (await examPaper(await kao(), at.id))!;
  expect(paper.home.name).toMatch(/^\p{Script=Han}\*\*$/u);
  expect(paper.items.map(({ item, asked }) => [item, asked])).toEqual([["members", true], ["income", true], ["difficulty", true], ["door", true]]);
  expect(paper.notes).toEqual(["对方没有取过离线包"]);
});

test("a form that says nothing, or says it twice, is refused in words", () => {
  const mark = { item: "members", points: 2, wrongKey: false, correction: "" };
  const form = { id: newId(), quizId: newId(), drawId: newId(), marks: [mark], found: "found", minutes: 5, words: "", finishedAt: 1 };
  const says = (over: object) => SheetForm.safeParse({ ...form, ...over }).error?.issues.map(({ message }) => message);
  expect(says({})).toBeUndefined();
  expect(says({ found: null })).toEqual(["选择怎么找到的"]);
  expect(says({ marks: [mark, mark] })).toEqual(["同一项打了两次分"]);
  expect(says({ marks: [{ ...mark, wrongKey: true, correction: "两口人" }] })).toEqual(["标了答案有误的一项不打分"]);
  expect(says({ marks: [{ ...mark, points: null, wrongKey: true, correction: " 女" }] })).toEqual(["写一写正确的家庭成员"]);
  expect(says({ minutes: 601 })).toEqual(["用了几分钟是 0 到 600 的整数"]);
  expect(says({ marks: [{ ...mark, points: 4 }] })?.length).toBe(1);
});
