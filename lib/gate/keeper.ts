import "server-only";
import { and, asc, eq, gte, isNull, lte, ne, or } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";

const { assignments: a, households: h, people } = tables;

/**
 * Who keeps a household now that it is no longer mine, in words. Read past my own sight, for the next keeper's
 * assignment is not mine to see; so it is told only to whoever once served there, and nothing else of it.
 */
export async function handedOver(desk: Desk, householdId: Id<"household">): Promise<string | undefined> {
  if (!(await onceMine(desk, householdId))) return undefined;
  const today = desk.me.today;
  const open = and(lte(a.startedOn, today), or(isNull(a.endedOn), gte(a.endedOn, today)));
  const [keeper] = await desk.select({ name: people.name }).from(a).innerJoin(people, eq(people.id, a.personId))
    .where(and(eq(a.householdId, householdId), ne(a.personId, desk.me.id), open))
    .orderBy(asc(a.startedOn)).limit(1);
  return keeper ? `该户已移交给 ${keeper.name}` : "该户现在没有人包，联系党建办";
}

async function onceMine(desk: Desk, householdId: Id<"household">): Promise<boolean> {
  const [served] = await desk.select({ id: a.id }).from(a).innerJoin(h, eq(h.id, householdId))
    .where(and(eq(a.personId, desk.me.id), or(eq(a.placeId, h.id), eq(a.placeId, h.gridId), eq(a.placeId, h.villageId)))).limit(1);
  return served !== undefined;
}
