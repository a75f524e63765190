import "server-only";
import { and, asc, eq, gte, isNull, lte, ne, or } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";

const { assignments: a, enterprises: e, households: h, people } = tables;

export type Door = { householdId: Id<"household"> | null; enterpriseId: Id<"enterprise"> | null };
type Keeper = { id: Id<"person">; name: string };
export type LostDoor = Door & { villageId: Id<"village">; keeper: Keeper | undefined; words: string };

/**
 * A door that was mine once, and whose it is now, in words. Read past my own sight, for the next keeper's assignment
 * is not mine to see; so it is told only to whoever once served there. Of any other door nothing is said at all.
 */
export const lostDoor = async (desk: Desk, { householdId, enterpriseId }: Door): Promise<LostDoor | undefined> =>
  householdId ? lostHousehold(desk, householdId) : enterpriseId ? lostFirm(desk, enterpriseId) : undefined;

async function lostHousehold(desk: Desk, householdId: Id<"household">): Promise<LostDoor | undefined> {
  const [door] = await desk.select({ villageId: h.villageId }).from(a).innerJoin(h, eq(h.id, householdId))
    .where(and(onceMine(desk), or(eq(a.placeId, h.id), eq(a.placeId, h.gridId), eq(a.placeId, h.villageId)))).limit(1);
  if (!door) return undefined;
  const keeper = await keeperOf(desk, householdId);
  const words = keeper ? `该户已移交给 ${keeper.name}` : "该户现在没有人包，联系党建办";
  return { householdId, enterpriseId: null, villageId: door.villageId, keeper, words };
}

/** A firm is served by whoever serves its village: no single one of them keeps it. */
async function lostFirm(desk: Desk, enterpriseId: Id<"enterprise">): Promise<LostDoor | undefined> {
  const [door] = await desk.select({ villageId: e.villageId }).from(a).innerJoin(e, eq(e.id, enterpriseId))
    .where(and(onceMine(desk), eq(a.placeId, e.villageId))).limit(1);
  return door && { householdId: null, enterpriseId, villageId: door.villageId, keeper: undefined, words: "这家企业现在不由你联系，联系党建办" };
}

const onceMine = (desk: Desk) => and(eq(a.personId, desk.me.id), lte(a.startedOn, desk.me.today));

async function keeperOf(desk: Desk, householdId: Id<"household">): Promise<Keeper | undefined> {
  const today = desk.me.today;
  const open = and(lte(a.startedOn, today), or(isNull(a.endedOn), gte(a.endedOn, today)));
  const [keeper] = await desk.select({ id: people.id, name: people.name }).from(a).innerJoin(people, eq(people.id, a.personId))
    .where(and(eq(a.householdId, householdId), ne(a.personId, desk.me.id), isNull(people.leftOn), open))
    .orderBy(asc(a.startedOn)).limit(1);
  return keeper;
}
