import { and, asc, count, desc, eq, gte, inArray, lt, lte, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, mondayOf, weekOf } from "@/lib/kernel/calendar";
import type { Day, Week } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { VisitKind, VisitState } from "@/lib/words/visit";
import { blot } from "./rules";

export const PAGE = 25;

export type VisitFilter = {
  authorIds?: readonly Id<"person">[] | undefined;
  state?: VisitState | undefined;
  kind?: VisitKind | undefined;
  villageId?: Id<"village"> | undefined;
  week?: Week | undefined;
};
/** The last row of the page before: its day and its id. */
export type VisitCursor = { day: Day; id: Id<"visit"> };

/** Newest first. One row more than a page tells whether there is another. */
export async function visitsPage(desk: Desk, filter: VisitFilter, after?: VisitCursor) {
  // Several authors are several walks along the index of each, merged: one walk for all would sort everything they wrote.
  const each = filter.authorIds && filter.authorIds.length > 1 ? filter.authorIds.map((id) => ({ ...filter, authorIds: [id] })) : [filter];
  const rows = (await Promise.all(each.map((one) => linesOf(desk, one, after)))).flat();
  if (each.length > 1) rows.sort((a, b) => (a.visitedOn === b.visitedOn ? (a.id < b.id ? 1 : -1) : a.visitedOn < b.visitedOn ? 1 : -1));
  const page = rows.slice(0, PAGE).map((row) => ({ ...row, account: readable(desk, row.authorId, row.account) }));
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last ? { day: last.visitedOn, id: last.id } : undefined };
}
export type VisitLine = Awaited<ReturnType<typeof linesOf>>[number];

async function linesOf(desk: Desk, filter: VisitFilter, after?: VisitCursor) {
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  return desk
    .select({
      id: visits.id, visitedOn: visits.visitedOn, kind: visits.kind, state: visits.state, notDone: visits.notDone,
      account: visits.account, matter: visits.matter, dueAt: visits.dueAt, topics: visits.topics,
      authorId: visits.authorId, author: people.name, village: villages.name, firm: enterprises.name,
      maskedName: households.maskedName, householder: householders.name, code: households.code,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.authorId))
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .leftJoin(households, eq(households.id, visits.householdId))
    .leftJoin(householders, eq(householders.householdId, visits.householdId))
    .leftJoin(enterprises, eq(enterprises.id, visits.enterpriseId))
    .where(and(...matching(desk, filter), after && and(lte(visits.visitedOn, after.day), or(lt(visits.visitedOn, after.day), lt(visits.id, after.id)))))
    .orderBy(desc(visits.visitedOn), desc(visits.id))
    .limit(PAGE + 1);
}

export async function countVisits(desk: Desk, filter: VisitFilter): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.visits).where(and(...matching(desk, filter)));
  return row!.n;
}

function matching(desk: Desk, { authorIds, state, kind, villageId, week }: VisitFilter): (SQL | undefined)[] {
  const { visits } = desk.see;
  const only = authorIds?.length === 1 ? eq(visits.authorId, authorIds[0]!) : authorIds && inArray(visits.authorId, [...authorIds]);
  const monday = week && mondayOf(week);
  return [
    only,
    state && eq(visits.state, state),
    kind && eq(visits.kind, kind),
    villageId && eq(visits.villageId, villageId),
    monday && and(gte(visits.visitedOn, monday), lte(visits.visitedOn, addDays(monday, 6))),
  ];
}

/** Numbers in a text are for its author, the reviewer and the office. */
export const readable = (desk: Desk, authorId: Id<"person">, text: string): string =>
  authorId === desk.me.id || desk.me.mentors(authorId) || desk.me.reads(authorId) || desk.me.is("office") ? text : blot(text);

/** 本周: the strip on a cadre's home. */
export async function myWeek(desk: Desk, week: Week = weekOf(dayOf(desk.now))) {
  const { visits } = desk.see;
  const monday = mondayOf(week);
  const rows = await desk.select({ kind: visits.kind, state: visits.state, notDone: visits.notDone, n: count() }).from(visits)
    .where(and(eq(visits.authorId, desk.me.id), gte(visits.visitedOn, monday), lte(visits.visitedOn, addDays(monday, 6))))
    .groupBy(visits.kind, visits.state, visits.notDone);
  const sum = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).reduce((total, row) => total + row.n, 0);
  const kept = (kind: VisitKind) => sum((row) => row.kind === kind && row.state !== "draft" && !row.notDone);
  return { week, monday, day: kept("household_day"), night: kept("night_talk"), firm: kept("enterprise"), drafts: sum((r) => r.state === "draft"), returned: sum((r) => r.state === "returned") };
}

export async function villageOptions(desk: Desk) {
  const { villages } = desk.see;
  return desk.select({ value: villages.id, label: villages.name }).from(villages).orderBy(asc(villages.sortKey));
}
