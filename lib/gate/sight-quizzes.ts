import { and, type AnyColumn, eq, exists, gt, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { type Tables, tables } from "@/db/schema";
import type { Actor } from "./actor";
import { noRow } from "./sight-kit";

/*
 * Who may see which rows of a 考核; a part of `maySee` in sight.ts. Whoever is examined sees nothing of it before it is
 * drawn, of the draw nothing before it is released, and the office nothing more of its own.
 */

const DAY_MS = 86_400_000;
type Quizzes = Tables["quizzes"];

const examines = (me: Actor, t: Quizzes): SQL => (me.is("examiner") ? or(eq(t.examinerId, me.id), eq(t.secondExaminerId, me.id))! : noRow);
const isMine = (me: Actor, t: Quizzes): SQL => eq(t.examineeId, me.id);
/** The examinee and whoever mentors them today, once it is released. */
const told = (me: Actor, t: Quizzes): SQL =>
  and(eq(t.state, "released"), or(isMine(me, t), me.menteeIds.length > 0 ? inArray(t.examineeId, [...me.menteeIds]) : undefined))!;
/** Those who hold it: the examiners, and an office that is not itself examined. */
const holds = (me: Actor, t: Quizzes): SQL => or(examines(me, t), me.is("office") ? ne(t.examineeId, me.id) : undefined)!;

/** That they are examined somebody knows once it is drawn, whatever else they are. */
const runs = (me: Actor, t: Quizzes): SQL => and(isMine(me, t), inArray(t.state, ["drawn", "released"]))!;

export const quizzes = (me: Actor, t: Quizzes): SQL =>
  me.is("auditor") ? or(ne(t.examineeId, me.id), runs(me, t))! : me.is("admin") ? noRow : or(holds(me, t), told(me, t), runs(me, t))!;

const inQuiz = (quizId: AnyColumn, rule: (t: Quizzes) => SQL): SQL => {
  const { quizzes: z } = tables;
  return exists(q.select({ one: sql`1` }).from(z).where(and(eq(z.id, quizId), rule(z))));
};
/** The auditor reads of every quiz, but for one of their own that still goes on. */
const audited = (me: Actor, quizId: AnyColumn, rule: SQL): SQL => {
  if (me.is("admin")) return noRow;
  return me.is("auditor") ? or(isNull(quizId), inQuiz(quizId, (z) => or(ne(z.examineeId, me.id), eq(z.state, "released"))!))! : rule;
};
const knowsDraw = (me: Actor) => (t: Quizzes): SQL => or(holds(me, t), and(eq(t.state, "released"), isMine(me, t)))!;

export const frames = (me: Actor, t: Tables["frames"]): SQL =>
  audited(me, t.quizId, or(inQuiz(t.quizId, knowsDraw(me)), me.is("office") ? isNotNull(t.planId) : undefined)!);

const inFrame = (me: Actor, frameId: AnyColumn): SQL => {
  const { frames: f } = tables;
  return exists(q.select({ one: sql`1` }).from(f).where(and(eq(f.id, frameId), frames(me, f))));
};
export const draws = (me: Actor, t: Tables["draws"]): SQL => inFrame(me, t.frameId);
/** Opened at the release; of a quiz that was never finished once its day is over, when nothing can be drawn from it any more. */
export const frameSecrets = (me: Actor, t: Tables["frameSecrets"]): SQL => {
  const { frames: f, quizzes: z } = tables;
  const over = inArray(t.frameId, q.select({ id: f.id }).from(f).innerJoin(z, eq(z.id, f.quizId)).where(and(eq(z.state, "drawn"), lte(z.overAt, me.now))));
  return and(or(isNotNull(t.revealedAt), over), inFrame(me, t.frameId))!;
};

/** X:m, the doors that were drawn for me to examine at. */
export const drawnFor = (me: Actor, household: AnyColumn): SQL => {
  const { draws: d, frames: f, quizzes: z } = tables;
  return inArray(household, q.select({ id: d.householdId }).from(d).innerJoin(f, eq(f.id, d.frameId)).innerJoin(z, eq(z.id, f.quizId)).where(examines(me, z)));
};

type OfQuiz = { quizId: AnyColumn };
/** What happens during the exam: examiners, office, auditor. */
export const ofExam = (me: Actor, t: OfQuiz): SQL => audited(me, t.quizId, inQuiz(t.quizId, (z) => holds(me, z)));

/** Why another door was drawn: once it is over whoever was examined reads it too, else they could not check the draw. */
export const redraws = (me: Actor, t: OfQuiz): SQL => audited(me, t.quizId, inQuiz(t.quizId, knowsDraw(me)));

/** An examiner while it goes on and a day longer, the examinee once it is over, the office where an appeal has to be answered. */
export const quizKeys = (me: Actor, t: Tables["quizKeys"]): SQL => {
  const { appeals: a } = tables;
  const appealed = exists(q.select({ one: sql`1` }).from(a).where(eq(a.quizId, t.quizId)));
  return or(
    inQuiz(t.quizId, (z) => or(and(eq(z.state, "drawn"), gt(z.overAt, new Date(me.now.getTime() - DAY_MS)), examines(me, z)), and(eq(z.state, "released"), isMine(me, z)))!),
    me.is("office") ? and(appealed, inQuiz(t.quizId, (z) => ne(z.examineeId, me.id))) : undefined,
  )!;
};

/** Once released, whoever may see the quiz. */
export const ofReleased = (me: Actor, t: OfQuiz): SQL => inQuiz(t.quizId, (z) => and(eq(z.state, "released"), or(holds(me, z), told(me, z)))!);
/** Of two examiners neither reads the other's sheet before it is released. */
export const quizSheets = (me: Actor, t: Tables["quizSheets"]): SQL => or(eq(t.examinerId, me.id), ofReleased(me, t))!;
export const quizMarks = (me: Actor, t: Tables["quizMarks"]): SQL => {
  const { quizSheets: s } = tables;
  return exists(q.select({ one: sql`1` }).from(s).where(and(eq(s.id, t.sheetId), quizSheets(me, s))));
};
export const appeals = (me: Actor, t: Tables["appeals"]): SQL => or(eq(t.byId, me.id), ofReleased(me, t))!;
