import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, mondayOf, weekOf } from "@/lib/kernel/calendar";
import type { Day, Week } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { VisitKind, VisitState } from "@/lib/words/visit";
import { SOON_DAYS, type VisitForm } from "./forms";
import { blot, firstPresets } from "./rules";

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
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  const rows = await desk
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
    .where(and(...matching(desk, filter), after && or(lt(visits.visitedOn, after.day), and(eq(visits.visitedOn, after.day), lt(visits.id, after.id)))))
    .orderBy(desc(visits.visitedOn), desc(visits.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE).map((row) => ({ ...row, account: readable(desk, row.authorId, row.account) }));
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last ? { day: last.visitedOn, id: last.id } : undefined };
}
export type VisitLine = Awaited<ReturnType<typeof visitsPage>>["rows"][number];

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
const readable = (desk: Desk, authorId: Id<"person">, text: string): string =>
  authorId === desk.me.id || desk.me.mentors(authorId) || desk.me.is("office") ? text : blot(text);

/** One visit with everything its page shows; undefined where it may not be seen. */
export async function visitInFull(desk: Desk, id: Id<"visit">) {
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  const [found] = await desk
    .select()
    .from(visits)
    .innerJoin(people, eq(people.id, visits.authorId))
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .leftJoin(households, eq(households.id, visits.householdId))
    .leftJoin(householders, eq(householders.householdId, visits.householdId))
    .leftJoin(enterprises, eq(enterprises.id, visits.enterpriseId))
    .where(eq(visits.id, id));
  if (!found) return undefined;
  const [steps, versions, companions, nextSteps, problem] = await Promise.all([
    stepsOf(desk, id), versionsOf(desk, id), companionsOf(desk, id), nextStepsOf(desk, id), problemOf(desk, id),
  ]);
  const { visits: visit, people: author, villages: village, households: household, householders: householder, enterprises: firm } = found;
  const account = readable(desk, visit.authorId, visit.account);
  return { visit, author, village, household, householder, firm, account, steps, versions, companions, nextSteps, problem };
}
export type VisitInFull = NonNullable<Awaited<ReturnType<typeof visitInFull>>>;

async function stepsOf(desk: Desk, id: Id<"visit">) {
  const { visitSteps: s, people } = desk.see;
  return desk.select({ move: s.move, to: s.to, at: s.at, note: s.note, version: s.version, actor: people.name }).from(s)
    .innerJoin(people, eq(people.id, s.actorId)).where(eq(s.visitId, id)).orderBy(asc(s.version));
}

async function versionsOf(desk: Desk, id: Id<"visit">) {
  const { visitVersions: v } = desk.see;
  return desk.select({ version: v.version, account: v.account, at: v.at }).from(v).where(eq(v.visitId, id)).orderBy(asc(v.version));
}

async function companionsOf(desk: Desk, id: Id<"visit">) {
  const { companions: c, people } = desk.see;
  return desk.select({ id: people.id, name: people.name }).from(c).innerJoin(people, eq(people.id, c.personId)).where(eq(c.visitId, id));
}

async function nextStepsOf(desk: Desk, id: Id<"visit">) {
  const { nextSteps: n } = desk.see;
  return desk.select({ side: n.side, words: n.words, dueOn: n.dueOn }).from(n).where(eq(n.visitId, id));
}

async function problemOf(desk: Desk, id: Id<"visit">) {
  const { problems: p } = desk.see;
  const [problem] = await desk.select({ id: p.id, title: p.title, state: p.state }).from(p).where(eq(p.visitId, id));
  return problem;
}

export async function myVisit(desk: Desk, id: Id<"visit">) {
  const { visits } = desk.see;
  const [visit] = await desk.select({ id: visits.id, state: visits.state, bodyHash: visits.bodyHash, version: visits.version })
    .from(visits).where(and(eq(visits.id, id), eq(visits.authorId, desk.me.id)));
  return visit;
}

/** Where a visit went: the household or firm, if this desk may see it at all. */
export async function doorOf(desk: Desk, form: Pick<VisitForm, "kind" | "householdId" | "enterpriseId">) {
  const { households, enterprises } = desk.see;
  const [door] = form.kind === "enterprise"
    ? form.enterpriseId ? await desk.select({ villageId: enterprises.villageId }).from(enterprises).where(eq(enterprises.id, form.enterpriseId)) : []
    : form.householdId ? await desk.select({ villageId: households.villageId }).from(households).where(eq(households.id, form.householdId)) : [];
  return door;
}

/** The mentor of a person's pairing on a day. */
export async function mentorOn(desk: Desk, menteeId: Id<"person">, day: Day): Promise<Id<"person"> | undefined> {
  const { pairings: p } = desk.see;
  const [pairing] = await desk.select({ mentorId: p.mentorId }).from(p)
    .where(and(eq(p.menteeId, menteeId), lte(p.startedOn, day), or(isNull(p.endedOn), gte(p.endedOn, day))));
  return pairing?.mentorId;
}

export async function mentorNameOn(desk: Desk, menteeId: Id<"person">, day: Day): Promise<string | undefined> {
  const mentorId = await mentorOn(desk, menteeId, day);
  const { people } = desk.see;
  const [mentor] = mentorId ? await desk.select({ name: people.name }).from(people).where(eq(people.id, mentorId)) : [];
  return mentor?.name;
}

/** Waiting longest first. A mentor's own; for the office everything that waits, or only what nobody reviews. */
export async function reviewsPage(desk: Desk, scope: "mine" | "all" | "unassigned" | "late", after?: { due: Date; id: Id<"visit"> }) {
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  const rows = await desk
    .select({
      id: visits.id, visitedOn: visits.visitedOn, kind: visits.kind, account: visits.account, matter: visits.matter, notDone: visits.notDone,
      dueAt: visits.dueAt, submittedAt: visits.submittedAt, version: visits.version, authorId: visits.authorId, author: people.name,
      village: villages.name, firm: enterprises.name, maskedName: households.maskedName, householder: householders.name, topics: visits.topics,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.authorId))
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .leftJoin(households, eq(households.id, visits.householdId))
    .leftJoin(householders, eq(householders.householdId, visits.householdId))
    .leftJoin(enterprises, eq(enterprises.id, visits.enterpriseId))
    .where(and(waiting(desk, scope), after && or(gt(visits.dueAt, after.due), and(eq(visits.dueAt, after.due), gt(visits.id, after.id)))))
    .orderBy(asc(visits.dueAt), asc(visits.id))
    .limit(PAGE + 1);
  const last = rows[PAGE - 1];
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE && last?.dueAt ? { due: last.dueAt, id: last.id } : undefined };
}
export type VisitAwaitingReview = Awaited<ReturnType<typeof reviewsPage>>["rows"][number];

export async function countReviews(desk: Desk, scope: "mine" | "all" | "unassigned" | "late"): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.visits).where(waiting(desk, scope));
  return row!.n;
}

function waiting(desk: Desk, scope: "mine" | "all" | "unassigned" | "late"): SQL | undefined {
  const { visits } = desk.see;
  const narrowed = {
    mine: eq(visits.reviewerId, desk.me.id),
    all: undefined,
    unassigned: isNull(visits.reviewerId),
    late: lt(visits.dueAt, desk.now),
  }[scope];
  return and(eq(visits.state, "submitted"), narrowed);
}

/** Who called at this door in the last three days, to be said before a second visit is saved. */
export async function recentCall(desk: Desk, householdId: Id<"household">) {
  const { households: h, people } = desk.see;
  const [home] = await desk.select({ on: h.lastVisitedOn, by: people.name, byId: h.lastVisitedById }).from(h)
    .leftJoin(people, eq(people.id, h.lastVisitedById)).where(eq(h.id, householdId));
  const since = addDays(dayOf(desk.now), -SOON_DAYS);
  return home?.on && home.on >= since ? { on: home.on, by: home.by ?? "" } : undefined;
}

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

export async function myPresets(desk: Desk): Promise<readonly string[]> {
  const [kept] = await desk.select({ phrases: desk.see.presets.phrases }).from(desk.see.presets);
  return kept?.phrases ?? firstPresets;
}

export async function villageOptions(desk: Desk) {
  const { villages } = desk.see;
  return desk.select({ value: villages.id, label: villages.name }).from(villages).orderBy(asc(villages.sortKey));
}
