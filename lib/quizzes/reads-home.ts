import { and, eq, exists, gt, isNull, ne, not, or, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import type { QuizState, RedrawReason } from "@/lib/words/quiz";

/** For so many days a result is news to whoever it is of. */
const NEWS_DAYS = 7;

export type QuizAsk = {
  kind: "redraw" | "examine" | "appeal" | "result";
  quizId: Id<"quiz">;
  /** Whoever is examined. */
  name: string;
  state: QuizState;
  /** 换一户: why. */
  reason: RedrawReason | null;
  /** Until when it runs, may be appealed against, or none. */
  until: Date | null;
};

const order: readonly QuizAsk["kind"][] = ["redraw", "examine", "appeal", "result"];
/** What is under way stands before what has not begun, and of that the newest first. */
const states: readonly QuizState[] = ["drawn", "committed", "planned"];
const sooner = (a: QuizAsk, b: QuizAsk): number =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || states.indexOf(a.state) - states.indexOf(b.state) || (a.quizId < b.quizId ? 1 : -1);

/** What exams ask of me, the one somebody stands and waits for first. One question in all, and none of whoever has no part in them. */
export async function quizAsks(desk: Desk): Promise<QuizAsk[]> {
  const parts = [
    ...(desk.me.is("office", "examiner") ? [redrawsAsked(desk)] : []),
    ...(desk.me.is("examiner") ? [toExamine(desk)] : []),
    ...(desk.me.is("office") ? [appealsOpen(desk)] : []),
    ...(desk.me.is("cadre", "villageCadre", "gridMember") ? [newsOfMe(desk)] : []),
  ];
  const [first, ...more] = parts;
  if (!first) return [];
  const rows = await more.reduce((all, part) => all.unionAll(part) as unknown as typeof first, first);
  return rows.map(({ until, ...ask }) => ({ ...ask, until: until === null ? null : new Date(until) }))
    .toSorted(sooner);
}

/** The columns of every part; what is told apart by its kind. */
function line(desk: Desk, kind: QuizAsk["kind"], { reason = sql`null`, until = sql`null` }: { reason?: unknown; until?: unknown }) {
  const { quizzes: z, people: p } = desk.see;
  return {
    kind: sql<QuizAsk["kind"]>`${kind}`, quizId: z.id, name: p.name, state: z.state,
    reason: sql<RedrawReason | null>`${reason}`, until: sql<number | null>`${until}`,
  };
}

/** Asked of a second person, while the examiner stands at the door. */
function redrawsAsked(desk: Desk) {
  const { quizzes: z, redraws: r, people: p } = desk.see;
  const mine = desk.me.is("office") ? undefined : eq(z.secondExaminerId, desk.me.id);
  return desk.select(line(desk, "redraw", { reason: r.reason, until: z.overAt }))
    .from(z).innerJoin(r, eq(r.quizId, z.id)).innerJoin(p, eq(p.id, z.examineeId))
    .where(and(eq(z.state, "drawn"), gt(z.overAt, desk.now), isNull(r.decidedAt), ne(r.askedById, desk.me.id), ne(z.examineeId, desk.me.id), mine));
}

/** 今天考谁: mine to draw, or drawn and not handed in. */
function toExamine(desk: Desk) {
  const { quizzes: z, quizSheets: s, people: p } = desk.see;
  const [leads, second] = [eq(z.examinerId, desk.me.id), eq(z.secondExaminerId, desk.me.id)];
  const running = and(eq(z.state, "drawn"), gt(z.overAt, desk.now), or(leads, second),
    not(exists(desk.select({ one: sql`1` }).from(s).where(and(eq(s.quizId, z.id), eq(s.examinerId, desk.me.id))))));
  return desk.select(line(desk, "examine", { until: z.overAt })).from(z).innerJoin(p, eq(p.id, z.examineeId))
    .where(or(and(leads, or(eq(z.state, "planned"), eq(z.state, "committed"))), running));
}

/** Those I may answer: who examined leaves it to somebody else. */
function appealsOpen(desk: Desk) {
  const { quizzes: z, appeals: a, people: p } = desk.see;
  const apart = and(ne(z.examinerId, desk.me.id), or(isNull(z.secondExaminerId), ne(z.secondExaminerId, desk.me.id)), ne(z.examineeId, desk.me.id));
  return desk.select(line(desk, "appeal", {})).from(a).innerJoin(z, eq(z.id, a.quizId)).innerJoin(p, eq(p.id, z.examineeId)).where(and(eq(a.state, "open"), apart));
}

function newsOfMe(desk: Desk) {
  const { quizzes: z, people: p } = desk.see;
  const since = new Date(desk.now.getTime() - NEWS_DAYS * 86_400_000);
  return desk.select(line(desk, "result", { until: z.appealUntil })).from(z).innerJoin(p, eq(p.id, z.examineeId))
    .where(and(eq(z.examineeId, desk.me.id), eq(z.state, "released"), gt(z.releasedAt, since)));
}
