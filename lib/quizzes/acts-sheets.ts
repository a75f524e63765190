import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices } from "@/lib/gate/notices";
import { writeProposal } from "@/lib/gate/proposals";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { quizItem } from "@/lib/words/quiz";
import { keyStates } from "./acts-keys";
import { release } from "./acts-release";
import type { SheetForm } from "./forms-sheets";
import { examinersOf, standingDraw } from "./reads-exam";
import { isAsked } from "./rules-sheet";

const { quizMarks, quizSheets } = tables;
type Quiz = Row<"quizzes">;
type Draw = Row<"draws">;
/** What the phone says of the sending itself. */
type Claim = { sentAt?: number };

/**
 * Takes in one examiner's sheet. The same one again is the same one; another one in its place is refused. With the last
 * of them the result is there.
 */
export const handInSheet = (desk: Desk, form: SheetForm, claim: Claim = {}): Promise<{ id: Id<"quizSheet"> }> =>
  desk.together(async (d) => {
    const bodyHash = hashOf(form);
    const mine = await mySheet(d, form.id);
    if (mine?.bodyHash === bodyHash) return { id: mine.id };
    if (mine) throw Refusal.conflict("这张考核表已经送达，和这次交的不一样。先送达的算数");
    const { quiz, draw } = await underWay(d, form);
    refuseLate(quiz, form, claim, d.now);
    const missing = await keepSheet(d, form, bodyHash, quiz);
    await proposeRight(d, form, draw);
    if (missing === 0 || d.now > quiz.overAt!) await release(d, quiz, draw);
    return { id: form.id };
  });

/** Everything it says, whatever order the marks came in. */
function hashOf({ marks, ...form }: SheetForm): string {
  const said = [...Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)), ...marks.toSorted((a, b) => (a.item < b.item ? -1 : 1)).map(({ item, points, wrongKey, correction }) => [item, points, wrongKey, correction])];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

async function mySheet(desk: Desk, id: Id<"quizSheet">): Promise<Row<"quizSheets"> | undefined> {
  const { quizSheets: s } = desk.see;
  const [sheet] = await desk.select().from(s).where(and(eq(s.id, id), eq(s.examinerId, desk.me.id)));
  return sheet;
}

/** The quiz that it is for, and the household that stands drawn in it. */
async function underWay(desk: Desk, { quizId, drawId }: SheetForm): Promise<{ quiz: Quiz; draw: Draw }> {
  const { quizzes: z } = desk.see;
  const [quiz] = await desk.select().from(z).where(eq(z.id, quizId));
  if (!quiz) throw Refusal.notFound("这次考核");
  if (!examinersOf(quiz).includes(desk.me.id)) throw Refusal.forbidden("这次考核不由你来考");
  if (quiz.state === "released") throw Refusal.conflict("这次考核已经出了结果，这张考核表没有算进去");
  const draw = await standingDraw(desk, quizId);
  if (quiz.state !== "drawn" || draw?.id !== drawId) throw Refusal.conflict("考的已经不是这一户。打开这次考核，按现在抽到的一户来考");
  return { quiz, draw };
}

/**
 * What was finished in time counts whenever it arrives. When it was finished is the phone's claim; of a clock that is off
 * by the same at both moments, what has passed since is right all the same.
 */
function refuseLate({ overAt }: Quiz, { finishedAt }: SheetForm, { sentAt = finishedAt }: Claim, now: Date): void {
  const since = Math.max(0, sentAt - finishedAt);
  if (Math.min(finishedAt, now.getTime() - since) > overAt!.getTime())
    throw Refusal.conflict(`考核到 ${clockOf(overAt!)} 就结束了，这张考核表是在那以后完成的，不能收`);
}

/** Marked is what the file knew, all of it and nothing else. */
function refuseUnfit({ marks }: SheetForm, keys: Awaited<ReturnType<typeof keyStates>>): void {
  for (const item of quizItem.values) {
    const [mark, key] = [marks.find((one) => one.item === item), keys.find((one) => one.item === item)];
    const given = mark !== undefined && (mark.wrongKey || mark.points !== null);
    const asked = isAsked({ item, state: key?.state ?? "missing" });
    if (asked && !given) throw Refusal.invalid("marks", `给“${quizItem.label(item)}”打分`);
    if (!asked && given) throw Refusal.invalid("marks", `“${quizItem.label(item)}”没有核实过的答案，不打分`);
  }
}

/** Returns how many others have still to hand in. */
async function keepSheet(desk: Desk, form: SheetForm, bodyHash: string, quiz: Quiz): Promise<number> {
  const { id, quizId, drawId, found, minutes, words, marks } = form;
  let missing = 0;
  await desk.begin("sheet.hand", async (tx) => {
    refuseUnfit(form, await keyStates(tx, drawId));
    const others = await tx.select({ examinerId: quizSheets.examinerId }).from(quizSheets).where(eq(quizSheets.drawId, drawId));
    if (others.some(({ examinerId }) => examinerId === desk.me.id)) throw Refusal.conflict("这一户你已经交过考核表，先送达的算数");
    const row = { id, quizId, drawId, examinerId: desk.me.id, found, minutes, words, finishedAt: new Date(form.finishedAt), receivedAt: desk.now, bodyHash };
    const [sheet] = await tx.insert(quizSheets).values(row).onConflictDoNothing().returning();
    if (!sheet) throw Refusal.notFound("这张考核表");
    const given = marks.filter(({ points, wrongKey }) => wrongKey || points !== null);
    await tx.insert(quizMarks).values(given.map(({ item, points, wrongKey }) => ({ sheetId: id, item, points, wrongKey })));
    await settleNotices(tx, desk, "quiz", quizId, { kinds: ["quiz_planned"], of: desk.me.id });
    missing = examinersOf(quiz).length - others.length - 1;
    return sheet;
  });
  return missing;
}

/** 答案有误: what is right goes to whoever keeps the file. */
async function proposeRight(desk: Desk, { marks, quizId, finishedAt }: SheetForm, { householdId, drawnAt }: Draw): Promise<void> {
  const asOf = dayOf(new Date(Math.min(Math.max(finishedAt, drawnAt.getTime()), desk.now.getTime())));
  for (const { item: kind, correction: says } of marks.filter(({ wrongKey }) => wrongKey)) {
    const entry = { householdId: householdId!, kind, topic: kind === "door" ? ("door" as const) : null, says, asOf, source: "exam" as const, quizId };
    await desk.begin("fact.propose", (tx) => writeProposal(tx, desk, entry));
  }
}
