import { and, asc, count, desc, eq, inArray, lt, lte, min, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import type { ProblemState } from "@/lib/words/problem";
import { openStates } from "./rules";

export const PAGE = 25;

export type ProblemFilter = {
  state?: ProblemState | undefined;
  /** 在办: whatever is neither struck off nor ended unsolved. */
  open?: boolean | undefined;
  villageId?: Id<"village"> | undefined;
  /** Raised by me, or mine to see to. */
  mine?: boolean | undefined;
};
/** The last row of the page before: when it was raised, and its id. */
export type ProblemCursor = { at: Date; id: Id<"problem"> };

/** Newest first. One row more than a page tells whether there is another. */
export async function problemsPage(desk: Desk, filter: ProblemFilter, after?: ProblemCursor, size = PAGE) {
  const { problems: p } = desk.see;
  const beyond = after && and(lte(p.raisedAt, after.at), or(lt(p.raisedAt, after.at), lt(p.id, after.id)));
  const lines = await linesWhere(desk, and(matching(desk, filter), beyond), "newest", size + 1);
  const rows = lines.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: lines.length > size && last ? { at: last.raisedAt, id: last.id } : undefined };
}

/** 在办, the one that has waited longest first. */
export const longestOpen = (desk: Desk, size: number) => linesWhere(desk, matching(desk, { open: true }), "oldest", size);

export async function countProblems(desk: Desk, filter: ProblemFilter): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.problems).where(matching(desk, filter));
  return row!.n;
}

/** 在办: how many, how many nobody has taken up, and since when the oldest waits. */
export async function openProblems(desk: Desk): Promise<{ open: number; collected: number; since: Date | null }> {
  const { problems: p } = desk.see;
  const byState = await desk.select({ state: p.state, n: count(), since: min(p.raisedAt) }).from(p)
    .where(inArray(p.state, [...openStates])).groupBy(p.state);
  const since = byState.flatMap((row) => row.since ?? []).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const open = byState.reduce((sum, row) => sum + row.n, 0);
  return { open, collected: byState.find((row) => row.state === "collected")?.n ?? 0, since };
}

function matching(desk: Desk, { state, open, villageId, mine }: ProblemFilter): SQL | undefined {
  const { problems: p } = desk.see;
  return and(
    state && eq(p.state, state),
    open ? inArray(p.state, [...openStates]) : undefined,
    villageId && eq(p.villageId, villageId),
    mine ? or(eq(p.raisedById, desk.me.id), eq(p.handlerId, desk.me.id)) : undefined,
  );
}

async function linesWhere(desk: Desk, where: SQL | undefined, order: "newest" | "oldest", limit: number) {
  const { problems: p, villages, households, people } = desk.see;
  const by = order === "newest" ? desc : asc;
  return desk
    .select({
      id: p.id, title: p.title, topic: p.topic, state: p.state, raisedAt: p.raisedAt, visitId: p.visitId,
      village: villages.name, maskedName: households.maskedName, raisedBy: people.name,
    })
    .from(p)
    .innerJoin(villages, eq(villages.id, p.villageId))
    .innerJoin(people, eq(people.id, p.raisedById))
    .leftJoin(households, eq(households.id, p.householdId))
    .where(where)
    .orderBy(by(p.raisedAt), by(p.id))
    .limit(limit);
}
export type ProblemLine = Awaited<ReturnType<typeof linesWhere>>[number];

/** One problem with where it came from. The household and the visit are there for whoever may see them. */
export async function problem(desk: Desk, id: Id<"problem">) {
  const { problems: p, villages, households, people, visits } = desk.see;
  const [found] = await desk
    .select({
      id: p.id, title: p.title, topic: p.topic, state: p.state, raisedAt: p.raisedAt, cameOfVisit: p.visitId, concernsHousehold: p.householdId,
      village: villages.name, raisedBy: people.name, householdId: households.id, maskedName: households.maskedName, code: households.code,
      visitId: visits.id, visitedOn: visits.visitedOn, visitKind: visits.kind,
    })
    .from(p)
    .innerJoin(villages, eq(villages.id, p.villageId))
    .innerJoin(people, eq(people.id, p.raisedById))
    .leftJoin(households, eq(households.id, p.householdId))
    .leftJoin(visits, eq(visits.id, p.visitId))
    .where(eq(p.id, id));
  return found;
}
export type ProblemInFull = NonNullable<Awaited<ReturnType<typeof problem>>>;

/** The villages this desk may raise a problem for: all of them at the office, else those one works for in some way. */
export async function villagesToRaiseFor(desk: Desk) {
  const { villages: v } = desk.see;
  return desk.select({ id: v.id, name: v.name }).from(v)
    .where(desk.me.is("office") ? undefined : inArray(v.id, await villagesOfMine(desk))).orderBy(asc(v.sortKey), asc(v.id));
}

/** The villages whose problems this desk may come upon, to choose one of. */
export async function villagesOfProblems(desk: Desk) {
  const { villages: v, problems: p } = desk.see;
  return desk.select({ id: v.id, name: v.name }).from(v)
    .where(inArray(v.id, desk.selectDistinct({ id: p.villageId }).from(p))).orderBy(asc(v.sortKey), asc(v.id));
}

async function villagesOfMine(desk: Desk): Promise<Id<"village">[]> {
  const { grids, households } = desk.see;
  const { villageIds, gridIds, householdIds } = desk.me;
  const [ofGrids, ofHomes] = await Promise.all([
    desk.select({ id: grids.villageId }).from(grids).where(inArray(grids.id, [...gridIds])),
    desk.select({ id: households.villageId }).from(households).where(inArray(households.id, [...householdIds])),
  ]);
  return [...new Set([...villageIds, ...[...ofGrids, ...ofHomes].map((row) => row.id)])];
}

export async function householdByCode(desk: Desk, villageId: Id<"village">, code: string): Promise<Id<"household"> | undefined> {
  const { households: h } = desk.see;
  const [found] = await desk.select({ id: h.id }).from(h).where(and(eq(h.villageId, villageId), eq(h.code, code)));
  return found?.id;
}

/** What a form opened from a household's page begins with. */
export async function placeOf(desk: Desk, householdId: Id<"household">) {
  const { households: h } = desk.see;
  const [found] = await desk.select({ villageId: h.villageId, code: h.code }).from(h).where(eq(h.id, householdId));
  return found;
}
