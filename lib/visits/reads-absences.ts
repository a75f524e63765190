import { and, asc, eq, gte, isNull, like, lte, ne, or } from "drizzle-orm";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import { workdaysFrom } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { AWAY_DAYS } from "./rules";

/** Absences that hold today or are still to come: mine, those I stand in for, for the office everybody's. */
export async function absencesNow(desk: Desk) {
  const { absences: a, people } = desk.see;
  const rows = await desk.select({ id: a.id, personId: a.personId, person: people.name, standInId: a.standInId, startedOn: a.startedOn, endedOn: a.endedOn, reason: a.reason })
    .from(a).innerJoin(people, eq(people.id, a.personId)).where(gte(a.endedOn, desk.me.today)).orderBy(asc(a.startedOn), asc(people.sortKey));
  const names = await namesOf(desk, rows.map(({ standInId }) => standInId));
  return rows.map((row) => ({ ...row, standIn: names(row.standInId) }));
}
export type AbsenceNow = Awaited<ReturnType<typeof absencesNow>>[number];

/** Whom somebody may ask to stand in for them: mentors and the office, by name. */
export async function standInOptions(desk: Desk) {
  const { people } = desk.see;
  return desk.select({ value: people.id, label: people.name }).from(people)
    .where(and(isNull(people.leftOn), ne(people.id, desk.me.id), or(like(people.roles, '%"mentor"%'), like(people.roles, '%"office"%')))).orderBy(asc(people.sortKey));
}

/** Who may be away from reviewing: the mentors, by name. */
export async function mentorOptions(desk: Desk) {
  const { people } = desk.see;
  return desk.select({ value: people.id, label: people.name }).from(people)
    .where(and(isNull(people.leftOn), like(people.roles, '%"mentor"%'))).orderBy(asc(people.sortKey));
}

/** Reviewers away for three working days, today included, for whom nobody stands in who is here and may: the office does. */
export async function awayWithoutStandIn(desk: Desk): Promise<Id<"person">[]> {
  const { absences: a, people } = desk.see;
  const { today } = desk.me;
  const away = await desk.select({ personId: a.personId, startedOn: a.startedOn, standInId: a.standInId, roles: people.roles, leftOn: people.leftOn }).from(a)
    .leftJoin(people, eq(people.id, a.standInId)).where(and(lte(a.startedOn, today), gte(a.endedOn, today)));
  const here = ({ standInId, roles, leftOn }: (typeof away)[number]) =>
    standInId !== null && leftOn === null && (roles?.some((role) => role === "mentor" || role === "office") ?? false) && !away.some(({ personId }) => personId === standInId);
  const alone = away.filter((one) => !here(one));
  if (alone.length === 0) return [];
  const almanac = await almanacOf(desk);
  return [...new Set(alone.filter(({ startedOn }) => workdaysFrom(startedOn, today, almanac) >= AWAY_DAYS).map(({ personId }) => personId))];
}
