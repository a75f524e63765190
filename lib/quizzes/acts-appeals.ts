import { and, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { mentorsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { officeOf, settleNotices, tell } from "@/lib/gate/notices";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { quizItem } from "@/lib/words/quiz";
import { keepResult } from "./acts-result";
import type { AppealForm, DecideAppealForm } from "./forms-appeals";
import { APPEAL_DAYS, corrected, countingItems, spokenResult, tookPart } from "./rules";

const { appeals, pairings, quizResults, quizzes } = tables;

/** 申诉: once, by whoever was examined, while the days last. Sent twice it is made once. */
export const makeAppeal = (desk: Desk, { id, quizId, items, words }: AppealForm): Promise<void> =>
  desk.together(async (d) => {
    const { quizzes: z } = d.see;
    const [quiz] = await d.select().from(z).where(and(eq(z.id, quizId), eq(z.examineeId, d.me.id), eq(z.state, "released")));
    if (!quiz) throw Refusal.notFound("这次考核");
    await d.begin("appeal.make", async (tx) => {
      const [known] = await tx.select({ id: appeals.id }).from(appeals).where(eq(appeals.quizId, quizId));
      if (known?.id === id) return undefined;
      if (known) throw Refusal.conflict("这次考核已经申诉过一次");
      if (!quiz.appealUntil || quiz.appealUntil < d.now) throw Refusal.conflict(`出结果后 ${APPEAL_DAYS} 个工作日内可以申诉，现在过了期限`);
      await refuseUncounted(tx, quizId, items);
      const [made] = await tx.insert(appeals).values({ id, quizId, items, words, byId: d.me.id, at: d.now }).returning();
      for (const to of await officeOf(tx)) if (!tookPart(to, quiz)) await tell(tx, d, { to, kind: "appeal_made", subject: "quiz", subjectId: quizId });
      return made;
    });
  });

/** What did not count cost nothing, and has no points to correct. */
async function refuseUncounted(tx: Writer, quizId: Id<"quiz">, items: AppealForm["items"]): Promise<void> {
  const counting = countingItems(await standingResult(tx, quizId));
  const not = items.filter((item) => !counting.includes(item)).map(quizItem.label);
  if (not.length > 0) throw Refusal.invalid("items", `${not.join("、")}这次没有计分，不用申诉`);
}

async function standingResult(tx: Writer, quizId: Id<"quiz">): Promise<Row<"quizResults">> {
  const results = await tx.select().from(quizResults).where(eq(quizResults.quizId, quizId));
  const last = results.toSorted((a, b) => b.round - a.round)[0];
  if (!last) throw Refusal.conflict("这次考核还没有结果");
  return last;
}

/** Answered by somebody of the office who took no part. What is corrected is a new result; the old one stays to be read. */
export const decideAppeal = (desk: Desk, form: DecideAppealForm): Promise<void> =>
  desk.together((d) => d.change("appeal.decide", form.appealId, async (tx, appeal) => {
    const [quiz] = await tx.select().from(quizzes).where(eq(quizzes.id, appeal.quizId));
    if (!quiz || tookPart(d.me.id, quiz)) throw Refusal.forbidden("你参加了这次考核，申诉由党建办另一位同事复核");
    if (appeal.state !== "open") throw Refusal.conflict("这份申诉已经答复过");
    const decision = { state: form.state, why: form.why, decidedById: d.me.id, decidedAt: d.now };
    await tx.update(appeals).set(decision).where(and(eq(appeals.id, appeal.id), eq(appeals.state, "open")));
    if (form.state === "upheld") await correct(d, tx, appeal, form.points);
    await settleNotices(tx, d, "quiz", quiz.id, { kinds: ["appeal_made"] });
    for (const to of await concerned(tx, d, quiz)) await tell(tx, d, { to, kind: "appeal_decided", subject: "quiz", subjectId: quiz.id });
  }));

async function correct(desk: Desk, tx: Writer, { quizId, items }: Row<"appeals">, points: DecideAppealForm["points"]): Promise<void> {
  const before = await standingResult(tx, quizId);
  const beside = points.filter(({ item }) => !items.includes(item)).map(({ item }) => quizItem.label(item));
  if (beside.length > 0) throw Refusal.invalid("points", `${beside.join("、")}没有申诉，分数不动`);
  const after = corrected(before, points);
  if (typeof after === "string") throw Refusal.invalid("points", refusals[after]);
  const result = { id: newId<"quizResult">(), quizId, round: before.round + 1, ...after, at: desk.now, byId: desk.me.id };
  await keepResult(desk, result, `申诉后更正：${spokenResult(before)} 改为 ${spokenResult(after)}`);
}

const refusals = { unchanged: "更正要改动申诉的分数；一分不动的，选“维持原结果”", lower: "申诉不会让分数变低，更正后的分不能比原来少", beyond: "更正后的分超过了这一项的满分" };

/** Who was examined, by whom, and who mentors them today. */
async function concerned(tx: Writer, desk: Desk, quiz: Row<"quizzes">): Promise<ReadonlySet<Id<"person">>> {
  const mentors = await tx.select({ id: pairings.mentorId }).from(pairings).where(and(eq(pairings.menteeId, quiz.examineeId), mentorsOn(desk.me.today)));
  const all = [quiz.examineeId, quiz.examinerId, quiz.secondExaminerId, ...mentors.map(({ id }) => id)];
  return new Set(all.filter((id) => id !== null));
}
