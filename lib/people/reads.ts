import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, like, notInArray, or, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";

export type DirectoryFilter = { q?: string; role?: Role; villageId?: Id<"village">; unpaired?: boolean; left?: boolean; after?: Id<"person"> };
const PAGE = 50;

/** Everyone here, as a telephone list sorts them. */
export async function directory(desk: Desk, filter: DirectoryFilter) {
  const { people } = desk.see;
  const rows = await desk
    .select({ id: people.id, name: people.name, roles: people.roles, department: people.department, title: people.title, leftOn: people.leftOn })
    .from(people)
    .where(and(matching(desk, filter), await beyond(desk, filter.after)))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const served = await villagesOf(desk, page.map((person) => person.id));
  const next = rows.length > PAGE ? page.at(-1)!.id : undefined;
  return { people: page.map((person) => ({ ...person, villages: served.get(person.id) ?? [] })), next };
}
export type DirectoryRow = Awaited<ReturnType<typeof directory>>["people"][number];

export async function directorySize(desk: Desk, filter: DirectoryFilter): Promise<number> {
  const { people } = desk.see;
  const [row] = await desk.select({ count: count() }).from(people).where(matching(desk, filter));
  return row!.count;
}

function matching(desk: Desk, { q, role, villageId, unpaired, left }: DirectoryFilter) {
  const { people, assignments, pairings } = desk.see;
  const here = desk.select({ id: assignments.personId }).from(assignments)
    .where(and(eq(assignments.villageId, villageId ?? ("" as Id<"village">)), isNull(assignments.endedOn)));
  const paired = desk.select({ id: pairings.menteeId }).from(pairings).where(or(isNull(pairings.endedOn), gt(pairings.endedOn, desk.me.today)));
  const typed = q && `%${q.toLowerCase().replace(/[%_]/g, "")}%`;
  return and(
    left ? isNotNull(people.leftOn) : isNull(people.leftOn),
    typed ? like(people.searchKey, typed) : undefined,
    role || unpaired ? sql`${people.roles} like ${`%"${role ?? "cadre"}"%`}` : undefined,
    villageId && inArray(people.id, here),
    unpaired ? and(sql`${people.roles} like ${'%"cadre"%'}`, notInArray(people.id, paired)) : undefined,
  );
}

async function beyond(desk: Desk, after: Id<"person"> | undefined) {
  if (!after) return undefined;
  const { people } = desk.see;
  const [last] = await desk.select({ sortKey: people.sortKey }).from(people).where(eq(people.id, after));
  return last && or(gt(people.sortKey, last.sortKey), and(eq(people.sortKey, last.sortKey), gt(people.id, after)));
}

/** 联村 and 网格 by person; 包户 are told on the person's own page. */
async function villagesOf(desk: Desk, personIds: Id<"person">[]): Promise<Map<Id<"person">, string[]>> {
  const { assignments: a, villages } = desk.see;
  if (personIds.length === 0) return new Map();
  const rows = await desk.selectDistinct({ personId: a.personId, name: villages.name, sortKey: villages.sortKey }).from(a)
    .innerJoin(villages, eq(villages.id, a.villageId))
    .where(and(inArray(a.personId, personIds), isNull(a.endedOn), isNull(a.householdId)))
    .orderBy(asc(villages.sortKey));
  const served = new Map<Id<"person">, string[]>();
  for (const { personId, name } of rows) served.set(personId, [...(served.get(personId) ?? []), name]);
  return served;
}

/** One person as the directory knows them. */
export async function personAt(desk: Desk, id: Id<"person">) {
  const { people } = desk.see;
  const [person] = await desk
    .select({
      id: people.id, name: people.name, roles: people.roles, department: people.department, title: people.title,
      staffNo: people.staffNo, leftOn: people.leftOn, version: people.version,
    })
    .from(people)
    .where(eq(people.id, id));
  return person;
}
export type Person = NonNullable<Awaited<ReturnType<typeof personAt>>>;

/** 联村, 网格 and 包户 of one person, open ones first, as far as they may be seen. */
export async function placesServed(desk: Desk, personId: Id<"person">) {
  const { assignments: a, villages, grids, households } = desk.see;
  return desk
    .select({
      id: a.id, village: villages.name, villageId: a.villageId, grid: grids.name, householdId: a.householdId,
      code: households.code, maskedName: households.maskedName, startedOn: a.startedOn, endedOn: a.endedOn,
    })
    .from(a)
    .innerJoin(villages, eq(villages.id, a.villageId))
    .leftJoin(grids, eq(grids.id, a.gridId))
    .leftJoin(households, eq(households.id, a.householdId))
    .where(eq(a.personId, personId))
    .orderBy(sql`${a.endedOn} is not null`, sql`${a.householdId} is not null`, desc(a.startedOn), desc(a.id))
    .limit(60);
}

/** Whom this person learns from and whom they teach, now and before, as far as it may be seen. */
export async function bondsOf(desk: Desk, personId: Id<"person">) {
  const { pairings: p, people } = desk.see;
  const bonds = (mine: typeof p.mentorId, theirs: typeof p.mentorId) =>
    desk.select({ id: p.id, otherId: theirs, other: people.name, startedOn: p.startedOn, endedOn: p.endedOn }).from(p)
      .innerJoin(people, eq(people.id, theirs)).where(and(eq(mine, personId), inArray(p.state, ["active", "paused", "ended"]))).orderBy(desc(p.startedOn)).limit(20);
  return { mentors: await bonds(p.menteeId, p.mentorId), mentees: await bonds(p.mentorId, p.menteeId) };
}
export type Bond = Awaited<ReturnType<typeof bondsOf>>["mentors"][number];

/** The latest visits of one person that may be seen from here. */
export async function latestVisits(desk: Desk, personId: Id<"person">) {
  const { visits, villages } = desk.see;
  return desk
    .select({ id: visits.id, visitedOn: visits.visitedOn, kind: visits.kind, state: visits.state, village: villages.name })
    .from(visits)
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .where(eq(visits.authorId, personId))
    .orderBy(desc(visits.visitedOn), desc(visits.id))
    .limit(8);
}

/** The account of a person, for its owner, the office and the admin. */
export async function accountOf(desk: Desk, personId: Id<"person">) {
  const { accounts } = desk.see;
  const [account] = await desk
    .select({ id: accounts.id, name: accounts.name, activatedAt: accounts.activatedAt, disabledAt: accounts.disabledAt })
    .from(accounts).where(eq(accounts.personId, personId));
  return account;
}

export async function villageChoices(desk: Desk) {
  const { villages } = desk.see;
  return desk.select({ id: villages.id, name: villages.name }).from(villages).orderBy(asc(villages.sortKey), asc(villages.id));
}
