import { and, asc, desc, eq, gte, lte, ne, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import { addMonths, dayOf, startOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { standingOf } from "./rules";

const [OTHERS, OTHERS_MONTHS] = [20, 3];

/** One quiz with everything of it that this desk may see at this moment; what it may not is empty. */
export async function quizInFull(desk: Desk, id: Id<"quiz">) {
  const quiz = await quizItself(desk, id);
  if (!quiz) return undefined;
  const [drawn, released] = [quiz.drawnAt !== null, quiz.state === "released"];
  const [draws, redraws, peeks, sheets] = drawn
    ? await Promise.all([drawsOf(desk, id), redrawsOf(desk, id), peeksOf(desk, id), sheetsOf(desk, id)]) : [[], [], [], []];
  const [outcome, others] = await Promise.all([released ? outcomeOf(desk, quiz) : nothing, othersOf(desk, quiz)]);
  const names = await namesOf(desk, [
    quiz.examineeId, quiz.examinerId, quiz.secondExaminerId, quiz.plannedById, quiz.cancelledById, outcome.appeal?.decidedById,
    ...redraws.flatMap(({ askedById, decidedById }) => [askedById, decidedById]),
  ]);
  // What was handed in for a household that another was drawn for afterwards is no part of it.
  const drawId = draws.at(-1)?.id ?? sheets.at(-1)?.drawId;
  return { quiz, standing: standingOf(quiz, desk.now), draws, redraws, peeks, sheets: sheets.filter((sheet) => sheet.drawId === drawId), ...outcome, others, names };
}
export type QuizInFull = NonNullable<Awaited<ReturnType<typeof quizInFull>>>;

async function quizItself(desk: Desk, id: Id<"quiz">) {
  const { quizzes: z } = desk.see;
  const [quiz] = await desk.select().from(z).where(eq(z.id, id));
  return quiz;
}
type Quiz = NonNullable<Awaited<ReturnType<typeof quizItself>>>;

const nothing = { results: [], keys: [], appeal: undefined };

/** Every household that was drawn, the last one last. Neither the examinee before the end nor a mentor has any. */
async function drawsOf(desk: Desk, quizId: Id<"quiz">) {
  const { draws: d, frames: f, households: h, villages: v } = desk.see;
  return desk
    .select({ id: d.id, attempt: d.attempt, number: d.number, drawnAt: d.drawnAt, householdId: h.id, maskedName: h.maskedName, code: h.code, groupName: h.groupName, village: v.name })
    .from(f).innerJoin(d, eq(d.frameId, f.id)).leftJoin(h, eq(h.id, d.householdId)).leftJoin(v, eq(v.id, d.villageId))
    .where(eq(f.quizId, quizId)).orderBy(asc(d.attempt));
}
export type DrawLine = QuizInFull["draws"][number];

async function redrawsOf(desk: Desk, quizId: Id<"quiz">) {
  const { redraws: r } = desk.see;
  return desk.select().from(r).where(eq(r.quizId, quizId)).orderBy(asc(r.askedAt));
}

async function peeksOf(desk: Desk, quizId: Id<"quiz">) {
  const { peeks: p } = desk.see;
  return desk.select({ at: p.at }).from(p).where(eq(p.quizId, quizId)).orderBy(asc(p.at)).limit(50);
}

/** 考核表 with their marks, each examiner's own until it is released. */
async function sheetsOf(desk: Desk, quizId: Id<"quiz">) {
  const { quizSheets: s, quizMarks: m } = desk.see;
  const rows = await desk
    .select({ id: s.id, drawId: s.drawId, examinerId: s.examinerId, found: s.found, minutes: s.minutes, words: s.words, receivedAt: s.receivedAt, item: m.item, points: m.points, wrongKey: m.wrongKey })
    .from(s).innerJoin(m, eq(m.sheetId, s.id)).where(eq(s.quizId, quizId)).orderBy(asc(s.receivedAt), asc(s.id));
  const sheets = new Map<Id<"quizSheet">, Omit<(typeof rows)[number], "item" | "points" | "wrongKey"> & { marks: Pick<(typeof rows)[number], "item" | "points" | "wrongKey">[] }>();
  for (const { item, points, wrongKey, ...sheet } of rows) {
    const known = sheets.get(sheet.id) ?? { ...sheet, marks: [] };
    sheets.set(sheet.id, { ...known, marks: [...known.marks, { item, points, wrongKey }] });
  }
  return [...sheets.values()];
}
export type SheetRow = QuizInFull["sheets"][number];

/** What is there once it is released. */
async function outcomeOf(desk: Desk, quiz: Quiz) {
  const { quizResults: r, quizKeys: k, appeals: a } = desk.see;
  const [results, keys, [appeal]] = await Promise.all([
    desk.select({ round: r.round, earned: r.earned, countable: r.countable, items: r.items, at: r.at }).from(r).where(eq(r.quizId, quiz.id)).orderBy(desc(r.round)),
    desk.select({ drawId: k.drawId, item: k.item, state: k.state, asOf: k.asOf, says: k.says }).from(k).where(eq(k.quizId, quiz.id)),
    desk.select().from(a).where(eq(a.quizId, quiz.id)),
  ]);
  return { results, keys, appeal };
}

/**
 * The same person's others of three months, also those that came to nothing: throwing one away shows. Whichever was planned
 * first, and on whichever side of a quarter's end, for both can be chosen by whoever throws away.
 */
async function othersOf(desk: Desk, { id, examineeId, plannedAt, releasedAt }: Quiz) {
  const { quizzes: z } = desk.see;
  const since = startOf(addMonths(dayOf(plannedAt), -OTHERS_MONTHS));
  const beside = and(ne(z.id, id), lte(z.plannedAt, releasedAt ?? desk.now), or(gte(z.plannedAt, since), gte(z.drawnAt, since)));
  const rows = await desk.select({ id: z.id, state: z.state, plannedAt: z.plannedAt, drawnAt: z.drawnAt, overAt: z.overAt }).from(z)
    .where(and(eq(z.examineeId, examineeId), beside)).orderBy(desc(z.plannedAt), desc(z.id)).limit(OTHERS);
  return rows.map((row) => ({ ...row, standing: standingOf(row, desk.now) }));
}
