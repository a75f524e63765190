import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

/** Every village with who serves it. How many households it has is told to those who may list them. */
export async function villagesServed(desk: Desk) {
  const { villages, households, assignments: a, people, grids } = desk.see;
  const rows = await desk.select().from(villages).orderBy(asc(villages.sortKey), asc(villages.id));
  const homes = await desk.select({ villageId: households.villageId, count: count() }).from(households)
    .where(isNull(households.leftOn)).groupBy(households.villageId);
  const serving = await desk.select({ villageId: a.villageId, gridId: a.gridId, name: people.name }).from(a)
    .innerJoin(people, eq(people.id, a.personId))
    .where(and(isNull(a.endedOn), isNull(a.householdId)))
    .orderBy(asc(people.sortKey));
  const parts = await desk.select({ villageId: grids.villageId, count: count() }).from(grids).groupBy(grids.villageId);
  return rows.map(({ id, code, name, kind, visitEveryDays }) => ({
    id, code, name, kind, visitEveryDays,
    households: homes.find((row) => row.villageId === id)?.count ?? 0,
    grids: parts.find((row) => row.villageId === id)?.count ?? 0,
    cadres: serving.filter((s) => s.villageId === id && !s.gridId).map((s) => s.name),
    gridMembers: [...new Set(serving.filter((s) => s.villageId === id && s.gridId).map((s) => s.name))],
  }));
}
export type VillageServed = Awaited<ReturnType<typeof villagesServed>>[number];

export async function villageAt(desk: Desk, id: Id<"village">) {
  const { villages } = desk.see;
  const [village] = await desk
    .select({ id: villages.id, code: villages.code, name: villages.name, kind: villages.kind, visitEveryDays: villages.visitEveryDays, version: villages.version })
    .from(villages).where(eq(villages.id, id));
  return village;
}
export type Village = NonNullable<Awaited<ReturnType<typeof villageAt>>>;

export async function gridsOf(desk: Desk, villageId: Id<"village">) {
  const { grids } = desk.see;
  return desk.select({ id: grids.id, name: grids.name }).from(grids).where(eq(grids.villageId, villageId)).orderBy(asc(grids.name));
}

/** Who serves here now, in the three ways; then who did. */
export async function servingAt(desk: Desk, villageId: Id<"village">) {
  const { assignments: a, people, grids, households } = desk.see;
  return desk
    .select({
      id: a.id, personId: a.personId, name: people.name, roles: people.roles, grid: grids.name, householdId: a.householdId,
      code: households.code, maskedName: households.maskedName, startedOn: a.startedOn, endedOn: a.endedOn,
    })
    .from(a)
    .innerJoin(people, eq(people.id, a.personId))
    .leftJoin(grids, eq(grids.id, a.gridId))
    .leftJoin(households, eq(households.id, a.householdId))
    .where(eq(a.villageId, villageId))
    .orderBy(sql`${a.endedOn} is not null`, sql`${a.householdId} is not null`, asc(people.sortKey), asc(a.id))
    .limit(200);
}
export type Serving = Awaited<ReturnType<typeof servingAt>>[number];

/** Whom the office may send to a village: everybody here but those who see no household at all. */
export async function servingChoices(desk: Desk) {
  const { people } = desk.see;
  const rows = await desk.select({ id: people.id, name: people.name, department: people.department, roles: people.roles }).from(people)
    .where(isNull(people.leftOn)).orderBy(asc(people.sortKey), asc(people.id));
  return rows.filter(({ roles }) => !roles.some((role) => role === "admin" || role === "auditor"));
}
