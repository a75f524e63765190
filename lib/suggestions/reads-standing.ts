import { and, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, daysBetween } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { weakAfter } from "@/lib/practice/rules";
import { fullOfItem } from "@/lib/quizzes/rules";
import type { QuizItem } from "@/lib/words/quiz";

/* What speaks for a call at each of a bounded handful of households. Each is one statement, found by an index. */

type HouseholdId = Id<"household">;
export type Counted = ReadonlyMap<HouseholdId, number>;

const DAY_MS = 86_400_000;
/** What is owed is looked for so far back: longer than any promise lasts, and no further as the years go by. */
export const LOOKBACK_DAYS = 180;

const counted = (rows: readonly { id: HouseholdId | null; n: number }[]): Counted => new Map(rows.flatMap(({ id, n }) => (id ? [[id, n] as const] : [])));

/** Headings of each that I have no card of, or one that is likely forgotten: all that stand, but for those I know. */
export async function weakIn(desk: Desk, ids: readonly HouseholdId[]): Promise<Counted> {
  const [stand, known] = [await headingsIn(desk, ids), await knownIn(desk, ids)];
  return new Map([...stand].map(([id, n]) => [id, Math.max(0, n - (known.get(id) ?? 0))]));
}

/** Facts that stand in the file, and the family for one more. */
async function headingsIn(desk: Desk, ids: readonly HouseholdId[]): Promise<Counted> {
  const { facts: f, members: m } = desk.see;
  const facts = counted(await desk.select({ id: f.householdId, n: sql<number>`count(*)` }).from(f)
    .where(and(inArray(f.householdId, [...ids]), isNull(f.replacedAt))).groupBy(f.householdId));
  const families = await desk.selectDistinct({ id: m.householdId }).from(m).where(and(inArray(m.householdId, [...ids]), isNull(m.leftOn)));
  return new Map(ids.map((id) => [id, (facts.get(id) ?? 0) + Number(families.some((family) => family.id === id))]));
}

/** Cards of mine that are likely still known, of headings that still say what was learnt. */
async function knownIn(desk: Desk, ids: readonly HouseholdId[]): Promise<Counted> {
  const { practiceCards: c, facts: f } = desk.see;
  const stands = sql`(${c.heading} = 'members' or (${f.id} is not null and ${f.replacedAt} is null))`;
  const rows = await desk.select({ id: c.householdId, n: sql<number>`count(*)` }).from(c).leftJoin(f, eq(f.id, c.learntOf))
    .where(and(eq(c.personId, desk.me.id), inArray(c.householdId, [...ids]), sql`not (${isForgotten(desk)})`, stands)).groupBy(c.householdId);
  return counted(rows);
}

const isForgotten = (desk: Desk) => {
  const { practiceCards: c } = desk.see;
  return sql`${desk.now.getTime()} - ${c.lastAt} > ${weakAfter * DAY_MS} * ${c.stability}`;
};

/** Households of my most forgotten cards. */
export async function forgottenHomes(desk: Desk, size: number): Promise<HouseholdId[]> {
  const { practiceCards: c } = desk.see;
  const rows = await desk.select({ id: c.householdId }).from(c).where(and(eq(c.personId, desk.me.id), isForgotten(desk)))
    .groupBy(c.householdId).orderBy(desc(sql`count(*)`), c.householdId).limit(size);
  return rows.map(({ id }) => id);
}

/** 回访: a household that was promised an answer and has not been asked whether it got one. */
export async function callbacksIn(desk: Desk, ids: readonly HouseholdId[]): Promise<Counted> {
  const { problems: p } = desk.see;
  const rows = await desk.select({ id: p.householdId, n: sql<number>`count(*)` }).from(p)
    .where(and(inArray(p.householdId, [...ids]), sql`+${p.state} = 'callback'`)).groupBy(p.householdId);
  return counted(rows);
}

/** The same among one village's problems of the last months. */
export async function callbackHomes(desk: Desk, villageId: Id<"village">, size: number): Promise<HouseholdId[]> {
  const { problems: p } = desk.see;
  const since = new Date(desk.now.getTime() - LOOKBACK_DAYS * DAY_MS);
  const rows = await desk.select({ id: p.householdId }).from(p)
    .where(and(eq(p.villageId, villageId), gte(p.raisedAt, since), sql`+${p.state} = 'callback'`)).orderBy(desc(p.raisedAt)).limit(size);
  return rows.flatMap(({ id }) => id ?? []);
}

/** 下一步 of ours whose day has gone by. */
export async function stepsOwedIn(desk: Desk, ids: readonly HouseholdId[]): Promise<Counted> {
  const { visits: v } = desk.see;
  const rows = await owedSteps(desk, { id: v.householdId, n: sql<number>`count(*)` }).where(and(inArray(v.householdId, [...ids]), owed(desk))).groupBy(v.householdId);
  return counted(rows);
}

/** Where I promised something in the last months and its day has gone by. */
export async function promisedHomes(desk: Desk, size: number): Promise<HouseholdId[]> {
  const { visits: v, nextSteps: s } = desk.see;
  const rows = await owedSteps(desk, { id: v.householdId }).where(and(eq(v.authorId, desk.me.id), owed(desk))).orderBy(s.dueOn).limit(size);
  return rows.flatMap(({ id }) => id ?? []);
}

function owedSteps<const Columns extends Parameters<Desk["select"]>[0]>(desk: Desk, columns: Columns) {
  const { visits: v, nextSteps: s } = desk.see;
  return desk.select(columns).from(v).innerJoin(s, eq(s.visitId, v.id));
}

const owed = (desk: Desk) => {
  const { visits: v, nextSteps: s } = desk.see;
  return and(gte(v.visitedOn, addDays(desk.me.today, -LOOKBACK_DAYS)), eq(s.side, "ours"), isNull(s.doneOn), lt(s.dueOn, desk.me.today));
};

/** 生活难题 that stand in the file. */
export async function difficultiesIn(desk: Desk, ids: readonly HouseholdId[]): Promise<Counted> {
  const { facts: f } = desk.see;
  const rows = await desk.select({ id: f.householdId, n: sql<number>`count(*)` }).from(f)
    .where(and(inArray(f.householdId, [...ids]), eq(f.kind, "difficulty"), isNull(f.replacedAt))).groupBy(f.householdId);
  return counted(rows);
}

export type Wrong = { householdId: HouseholdId; on: Day; items: QuizItem[] };
/** Fewer than two of three points: the main thing was not known. */
const PASSED = 2 / 3;
const LAST_EXAMS = 6;

/** What I got wrong in my last exams, by the household each ended at. A call there since then has mended it. */
export async function wrongLately(desk: Desk): Promise<Wrong[]> {
  const { quizzes: z, frames: f, draws: d, quizResults: r } = desk.see;
  const last = desk.select({ id: z.id, releasedAt: z.releasedAt }).from(z)
    .where(and(eq(z.examineeId, desk.me.id), eq(z.state, "released"))).orderBy(desc(z.plannedAt), desc(z.id)).limit(LAST_EXAMS).as("last");
  const rows = await desk
    .select({ quizId: last.id, at: last.releasedAt, householdId: d.householdId, attempt: d.attempt, round: r.round, items: r.items, countable: r.countable })
    .from(last).innerJoin(f, eq(f.quizId, last.id)).innerJoin(d, eq(d.frameId, f.id)).innerJoin(r, eq(r.quizId, last.id))
    .orderBy(desc(last.releasedAt), desc(d.attempt), desc(r.round));
  const newest = rows.filter((row, i) => rows.findIndex(({ quizId }) => quizId === row.quizId) === i);
  return newest.flatMap(({ householdId, at, items, countable }) => {
    const full = fullOfItem({ countable, items });
    const wrong = Object.entries(items).filter(([, points]) => points !== null && points < full * PASSED).map(([item]) => item as QuizItem); // the keys of ItemPoints
    return householdId && at && wrong.length > 0 ? [{ householdId, on: dayOf(at), items: wrong }] : [];
  });
}

export const wrongAt = (wrong: readonly Wrong[], id: HouseholdId, visitedOn: Day | null): QuizItem[] =>
  wrong.find(({ householdId, on }) => householdId === id && (!visitedOn || daysBetween(visitedOn, on) >= 0))?.items ?? [];

/** What I last said of each household, as long as it counts. */
export async function lastAnswers(desk: Desk) {
  const { suggestionAnswers: a } = desk.see;
  const rows = await desk.select({ householdId: a.householdId, answer: a.answer, day: a.day }).from(a)
    .where(and(eq(a.personId, desk.me.id), gte(a.untilOn, desk.me.today))).orderBy(desc(a.day));
  return rows.filter((row, i) => rows.findIndex(({ householdId }) => householdId === row.householdId) === i);
}
