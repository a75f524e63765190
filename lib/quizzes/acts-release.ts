import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { mentorsOn } from "@/lib/gate/actor";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import { addDays, addWorkdays, startOf } from "@/lib/kernel/calendar";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { keyStates } from "./acts-keys";
import { keepResult } from "./acts-result";
import type { ReleaseForm } from "./forms-sheets";
import { mayReleaseNow, standingDraw } from "./reads-exam";
import { APPEAL_DAYS } from "./rules";
import { reckonSheets, type SheetMark } from "./rules-sheet";

const { frames, frameSecrets, pairings, quizMarks, quizSheets, quizzes } = tables;
type Quiz = Row<"quizzes">;

/** The day is over and another one has not handed in: one of those who have says that it is done. */
export const releaseQuiz = (desk: Desk, { quizId }: ReleaseForm): Promise<void> =>
  desk.together(async (d) => {
    const { quizzes: z } = d.see;
    const [quiz] = await d.select().from(z).where(eq(z.id, quizId));
    if (!quiz) throw Refusal.notFound("这次考核");
    if (quiz.state === "released") return;
    const draw = await standingDraw(d, quizId);
    if (!draw || !(await mayReleaseNow(d, quizId))) throw Refusal.conflict("还没到出结果的时候");
    await release(d, quiz, draw);
  });

/** 出结果: what was promised is opened, examinee and mentor are told, and the result is there. */
export async function release(desk: Desk, quiz: Quiz, draw: Row<"draws">): Promise<void> {
  let [keys, sheets]: [Awaited<ReturnType<typeof keyStates>>, SheetMark[][]] = [[], []];
  await desk.change("quiz.release", quiz.id, async (tx) => {
    const set = { state: "released" as const, releasedAt: desk.now, appealUntil: await appealUntil(tx, desk), version: quiz.version + 1 };
    const [done] = await tx.update(quizzes).set(set).where(and(eq(quizzes.id, quiz.id), eq(quizzes.state, "drawn"), eq(quizzes.version, quiz.version))).returning();
    if (!done) throw Refusal.conflict("这次考核刚在别处变了。过一会儿再交");
    const framed = tx.select({ id: frames.id }).from(frames).where(eq(frames.quizId, quiz.id));
    await tx.update(frameSecrets).set({ revealedAt: desk.now }).where(and(inArray(frameSecrets.frameId, framed), isNull(frameSecrets.revealedAt)));
    [keys, sheets] = [await keyStates(tx, draw.id), await marksOf(tx, draw.id)];
    await settleNotices(tx, desk, "quiz", quiz.id, { kinds: ["quiz_planned", "redraw_asked"] });
    for (const to of [quiz.examineeId, ...(await mentorsIn(tx, desk, quiz.examineeId))])
      await tell(tx, desk, { to, kind: "quiz_released", subject: "quiz", subjectId: quiz.id });
  });
  await keepResult(desk, { id: newId<"quizResult">(), quizId: quiz.id, round: 1, ...reckonSheets(keys, sheets), at: desk.now, byId: desk.me.id });
}

async function marksOf(tx: Writer, drawId: Id<"draw">) {
  const rows = await tx.select({ sheetId: quizSheets.id, item: quizMarks.item, points: quizMarks.points, wrongKey: quizMarks.wrongKey })
    .from(quizSheets).innerJoin(quizMarks, eq(quizMarks.sheetId, quizSheets.id)).where(eq(quizSheets.drawId, drawId));
  const ids = [...new Set(rows.map(({ sheetId }) => sheetId))];
  return ids.map((id) => rows.filter(({ sheetId }) => sheetId === id));
}

/** The end of the fifth working day. */
async function appealUntil(tx: Writer, desk: Desk): Promise<Date> {
  const last = addWorkdays(desk.me.today, APPEAL_DAYS, await almanacOf(tx));
  return new Date(startOf(addDays(last, 1)).getTime() - 1);
}

async function mentorsIn(tx: Writer, desk: Desk, menteeId: Id<"person">): Promise<Id<"person">[]> {
  const rows = await tx.select({ id: pairings.mentorId }).from(pairings).where(and(eq(pairings.menteeId, menteeId), mentorsOn(desk.me.today)));
  return rows.map(({ id }) => id);
}
