import { and, asc, count, desc, eq, exists, gt, inArray, isNotNull, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { Id } from "@/lib/kernel/id";
import { standingOf } from "./rules";

export const PAGE = 20;

/** 看哪些考核: an examiner's own, one's own, one's mentees', and what the office and the auditor oversee. */
export type QuizView = "examine" | "examined" | "own" | "mentees" | "going" | "released" | "unfinished" | "appeals";

/** The views that are somebody's, the one they came for first. */
export function viewsOf(me: Actor): QuizView[] {
  return [
    ...(me.is("office") ? (["going", "released", "unfinished", "appeals"] as const) : me.is("auditor") ? (["going", "released", "unfinished"] as const) : []),
    ...(me.is("examiner") ? (["examine", "examined"] as const) : []),
    ...(me.menteeIds.length > 0 || me.is("mentor") ? (["mentees"] as const) : []),
    ...(me.is("cadre", "villageCadre", "gridMember") ? (["own"] as const) : []),
  ];
}

/** The last row of the page before: when it was planned, and its id. */
export type QuizCursor = { at: Date; id: Id<"quiz"> };

/** Newest first, whatever came out of it. One row more than a page tells whether there is another. */
export async function quizzesPage(desk: Desk, view: QuizView, after?: QuizCursor, size = PAGE) {
  const { quizzes: z, people } = desk.see;
  const beyond = after && and(lte(z.plannedAt, after.at), or(lt(z.plannedAt, after.at), lt(z.id, after.id)));
  const found = await desk
    .select({
      id: z.id, examineeId: z.examineeId, examinee: people.name, department: people.department, examinerId: z.examinerId, secondExaminerId: z.secondExaminerId,
      state: z.state, plannedAt: z.plannedAt, drawnAt: z.drawnAt, overAt: z.overAt, releasedAt: z.releasedAt, byPlan: isNotNull(z.planId),
    })
    .from(z).innerJoin(people, eq(people.id, z.examineeId)).where(and(inView(desk, view), beyond))
    .orderBy(desc(z.plannedAt), desc(z.id)).limit(size + 1);
  const page = found.slice(0, size);
  const [names, results, appeals] = await Promise.all([
    namesOf(desk, page.flatMap(({ examinerId, secondExaminerId }) => [examinerId, secondExaminerId])), newestResults(desk, page), appealsOf(desk, page),
  ]);
  const rows = page.map((quiz) => ({
    ...quiz, standing: standingOf(quiz, desk.now), examiner: names(quiz.examinerId), second: names(quiz.secondExaminerId),
    result: results.get(quiz.id), appeal: appeals.get(quiz.id),
  }));
  const last = rows.at(-1);
  return { rows, next: found.length > size && last ? { at: last.plannedAt, id: last.id } : undefined };
}
export type QuizLine = Awaited<ReturnType<typeof quizzesPage>>["rows"][number];

export async function countQuizzes(desk: Desk, view: QuizView): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.quizzes).where(inView(desk, view));
  return row!.n;
}

function inView(desk: Desk, view: QuizView): SQL {
  const { quizzes: z, appeals: a } = desk.see;
  const { id: me, menteeIds } = desk.me;
  const open = or(inArray(z.state, ["planned", "committed"]), and(eq(z.state, "drawn"), gt(z.overAt, desk.now)))!;
  const over = or(eq(z.state, "cancelled"), and(eq(z.state, "drawn"), lte(z.overAt, desk.now)))!;
  const mine = or(eq(z.examinerId, me), eq(z.secondExaminerId, me));
  const views: Record<QuizView, () => SQL | undefined> = {
    examine: () => and(mine, open),
    examined: () => and(mine, or(eq(z.state, "released"), over)),
    own: () => eq(z.examineeId, me),
    mentees: () => (menteeIds.length > 0 ? and(inArray(z.examineeId, [...menteeIds]), eq(z.state, "released")) : sql`0`),
    going: () => and(ne(z.examineeId, me), open),
    released: () => eq(z.state, "released"),
    unfinished: () => over,
    appeals: () => exists(desk.select({ one: sql`1` }).from(a).where(eq(a.quizId, z.id))),
  };
  return views[view]()!;
}

/** The result that stands: the newest of each. */
async function newestResults(desk: Desk, rows: readonly { id: Id<"quiz">; releasedAt: Date | null }[]) {
  const { quizResults: r } = desk.see;
  const ids = rows.filter(({ releasedAt }) => releasedAt).map(({ id }) => id);
  const found = ids.length === 0 ? [] : await desk.select({ quizId: r.quizId, earned: r.earned, countable: r.countable }).from(r)
    .where(inArray(r.quizId, ids)).orderBy(asc(r.quizId), asc(r.round));
  return new Map(found.map(({ quizId, ...result }) => [quizId, result]));
}

async function appealsOf(desk: Desk, rows: readonly { id: Id<"quiz">; releasedAt: Date | null }[]) {
  const { appeals: a } = desk.see;
  const ids = rows.filter(({ releasedAt }) => releasedAt).map(({ id }) => id);
  const found = ids.length === 0 ? [] : await desk.select({ quizId: a.quizId, state: a.state }).from(a).where(inArray(a.quizId, ids));
  return new Map(found.map(({ quizId, state }) => [quizId, state]));
}

/** How many appeals wait for somebody of the office. */
export async function countOpenAppeals(desk: Desk): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.appeals).where(eq(desk.see.appeals.state, "open"));
  return row!.n;
}
