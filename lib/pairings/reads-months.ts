import { and, count, desc, eq, gte, inArray, isNotNull, lte } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { daysBetween } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import type { PairingRow } from "./reads";
import { mayCorrect } from "./rules";

/** 月度评价, latest month first, each with what it said before it was corrected. */
export async function assessmentsOf(desk: Desk, pairingId: Id<"pairing">) {
  const { assessments: a, earlierAssessments: e } = desk.see;
  const rows = await desk.select().from(a).where(eq(a.pairingId, pairingId)).orderBy(desc(a.month)).limit(60);
  const corrected = rows.filter(({ correctedAt }) => correctedAt).map(({ id }) => id);
  const before = corrected.length === 0 ? [] : await desk.select({ assessmentId: e.assessmentId, level: e.level, comment: e.comment, until: e.until }).from(e)
    .where(inArray(e.assessmentId, corrected)).orderBy(desc(e.until));
  const mayCorrectIt = (row: (typeof rows)[number]) => mayCorrect(row, desk.me.today) && desk.may("assessment.correct", row);
  return rows.map((row) => ({ ...row, mayCorrect: mayCorrectIt(row), before: before.filter(({ assessmentId }) => assessmentId === row.id) }));
}
export type Assessment = Awaited<ReturnType<typeof assessmentsOf>>[number];

/** 双向评价, as far as it may be read from here: the other side's only when both are in. */
export async function evaluationsOf(desk: Desk, pairingId: Id<"pairing">) {
  const { evaluations: e, people } = desk.see;
  return desk.select({ id: e.id, byId: e.byId, by: people.name, side: e.side, fit: e.fit, helped: e.helped, missed: e.missed, wish: e.wish, correctedAt: e.correctedAt }).from(e)
    .innerJoin(people, eq(people.id, e.byId)).where(eq(e.pairingId, pairingId)).orderBy(e.side);
}
export type Evaluation = Awaited<ReturnType<typeof evaluationsOf>>[number];

/** 出师: what the term amounted to, counted from what was written in it. */
export async function termOf(desk: Desk, { id, mentorId, menteeId, startedOn, endedOn }: PairingRow) {
  const { coachingSessions: c, visits: v, agreements: a, goals: g, assessments } = desk.see;
  const n = async (rows: PromiseLike<{ n: number }[]>): Promise<number> => (await rows)[0]!.n;
  const within = and(
    eq(v.authorId, menteeId), eq(v.reviewerId, mentorId), eq(v.state, "approved"), gte(v.visitedOn, startedOn), lte(v.visitedOn, endedOn ?? desk.me.today),
  );
  return {
    days: daysBetween(startedOn, endedOn ?? desk.me.today) + 1,
    talks: await n(desk.select({ n: count() }).from(c).where(eq(c.pairingId, id))),
    reverse: await n(desk.select({ n: count() }).from(c).where(and(eq(c.pairingId, id), eq(c.reverse, true)))),
    visits: await n(desk.select({ n: count() }).from(v).where(within)),
    months: await n(desk.select({ n: count() }).from(assessments).where(eq(assessments.pairingId, id))),
    goals: await n(desk.select({ n: count() }).from(g).innerJoin(a, eq(a.id, g.agreementId)).where(eq(a.pairingId, id))),
    reached: await n(desk.select({ n: count() }).from(g).innerJoin(a, eq(a.id, g.agreementId)).where(and(eq(a.pairingId, id), isNotNull(g.reachedOn)))),
  };
}
export type Term = Awaited<ReturnType<typeof termOf>>;
