import { type HouseholdEntry, writeHousehold } from "@/lib/gate/household-file";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { searchKeyOf, sortKeyOf } from "@/lib/kernel/pinyin";
import type { Role } from "@/lib/words/person";
import { tables } from "../schema";
import type { Writer } from "../store";

/*
 * Puts people and places straight into the tables, for seeds and tests. The one way to make each of them, so that a
 * demo town, a test and a benchmark stand on rows of the same shape.
 */

type Person = { name: string; roles: Role[]; department?: string; title?: string; staffNo?: string };

export async function placePerson(tx: Writer, person: Person): Promise<Id<"person">> {
  const { department = "", title = "" } = person;
  const keys = { sortKey: sortKeyOf(person.name), searchKey: searchKeyOf(person.name, department) };
  const [made] = await tx.insert(tables.people).values({ ...person, department, title, ...keys }).returning();
  return made!.id;
}

export async function placeVillage(tx: Writer, village: { code: string; name: string; kind: "village" | "community" }): Promise<Id<"village">> {
  const keys = { sortKey: sortKeyOf(village.name), searchKey: searchKeyOf(village.name) };
  const [made] = await tx.insert(tables.villages).values({ ...village, ...keys }).returning();
  return made!.id;
}

type Household = Omit<HouseholdEntry, "id">;

/** A household with its householder, members and facts. `by` is who the file says recorded them. */
export async function placeHousehold(tx: Writer, home: Household, by: Id<"person">, now: Date): Promise<Id<"household">> {
  const made = await writeHousehold(tx, home, by, now);
  if (!made) throw new Error(`two households bear the number ${home.code} in ${home.villageName}`);
  return made.id;
}

type Served = { villageId: Id<"village">; gridId?: Id<"grid">; householdId?: Id<"household"> };

export async function assign(tx: Writer, personId: Id<"person">, place: Served, startedOn: Day): Promise<void> {
  const placeId = place.householdId ?? place.gridId ?? place.villageId;
  await tx.insert(tables.assignments).values({ personId, ...place, placeId, startedOn });
}

export async function pair(tx: Writer, mentorId: Id<"person">, menteeId: Id<"person">, now: Date, daysAgo: number): Promise<void> {
  await tx.insert(tables.pairings).values({ mentorId, menteeId, startedOn: addDays(dayOf(now), -daysAgo) });
}
