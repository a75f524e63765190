import { and, asc, count, eq, gte, isNull, lt, max } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { holdsOn } from "@/lib/gate/actor";
import { dayOf, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { daysOf, type Quarter } from "@/lib/kernel/quarter";

type Sat = { lastOn: Day | undefined; done: number; open: boolean; unfinished: number };
export type Covered = Sat & { id: Id<"person">; name: string };
export type CoveredVillage = { id: Id<"village">; name: string; people: Covered[] };

/** 覆盖: village by village who works there and may be examined, when they last were, and what became of this quarter's. By name, never by result. */
export async function coverageOf(desk: Desk, quarter: Quarter): Promise<CoveredVillage[]> {
  const [posts, sat] = await Promise.all([postsToday(desk), satIn(desk, quarter)]);
  const villages = new Map<Id<"village">, CoveredVillage>();
  for (const { villageId, village, personId, name } of posts) {
    const at = villages.get(villageId) ?? { id: villageId, name: village, people: [] };
    if (!at.people.some(({ id }) => id === personId)) at.people.push({ id: personId, name, ...(sat.get(personId) ?? never) });
    villages.set(villageId, at);
  }
  return [...villages.values()];
}

const never: Sat = { lastOn: undefined, done: 0, open: false, unfinished: 0 };

/** Village cadres with a place, and whoever else has been named for an exam and works in a village. */
async function postsToday(desk: Desk) {
  const { assignments: a, villages: v, people: p, quizzes: z } = desk.see;
  const named = new Set((await desk.selectDistinct({ id: z.examineeId }).from(z)).map(({ id }) => id));
  const rows = await desk
    .select({ villageId: v.id, village: v.name, personId: p.id, name: p.name, roles: p.roles })
    .from(a).innerJoin(v, eq(v.id, a.villageId)).innerJoin(p, eq(p.id, a.personId))
    .where(and(isNull(a.householdId), isNull(p.leftOn), holdsOn(desk.me.today, a)))
    .orderBy(asc(v.sortKey), asc(v.id), asc(p.sortKey), asc(p.id));
  return rows.filter(({ roles, personId }) => roles.includes("villageCadre") || named.has(personId));
}

/** For everybody ever examined: the last day, and how this quarter's exams stand. */
async function satIn(desk: Desk, quarter: Quarter): Promise<Map<Id<"person">, Sat>> {
  const { quizzes: z } = desk.see;
  const { from, until } = daysOf(quarter);
  const last = await desk.select({ id: z.examineeId, at: max(z.releasedAt) }).from(z).where(eq(z.state, "released")).groupBy(z.examineeId);
  const sat = new Map<Id<"person">, Sat>(last.map(({ id, at }) => [id, { ...never, lastOn: at ? dayOf(at) : undefined }]));
  const inQuarter = and(gte(z.plannedAt, startOf(from)), lt(z.plannedAt, startOf(until)));
  const rows = await desk.select({ id: z.examineeId, state: z.state, overAt: z.overAt, n: count() }).from(z).where(inQuarter).groupBy(z.examineeId, z.state, z.overAt);
  for (const { id, state, overAt, n } of rows) {
    const one = { ...(sat.get(id) ?? never) };
    if (state === "released") one.done += n;
    else if (state === "drawn" && overAt && overAt <= desk.now) one.unfinished += n;
    else if (state !== "cancelled") one.open = true;
    sat.set(id, one);
  }
  return sat;
}
