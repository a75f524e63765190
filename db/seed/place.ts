import { maskHouseholder, maskMember } from "@/lib/households/rules";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { searchKeyOf, sortKeyOf } from "@/lib/kernel/pinyin";
import type { FactKind, FactTopic, Kinship } from "@/lib/words/household";
import type { Role } from "@/lib/words/person";
import { type NewRow, tables } from "../schema";
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

type Household = {
  villageId: Id<"village">;
  villageName: string;
  gridId?: Id<"grid">;
  code: string;
  groupName: string;
  address: string;
  householder: string;
  phone?: string;
  members?: { name: string; kinship: Kinship; birthYear?: number; minor?: boolean }[];
  facts?: { kind: FactKind; topic: FactTopic; says: string; asOf: Day }[];
};

/** A household with its householder, members and facts. `by` is who the file says recorded them. */
export async function placeHousehold(tx: Writer, home: Household, by: Id<"person">, now: Date): Promise<Id<"household">> {
  const householdId = newId<"household">();
  const maskedName = maskHouseholder(home.householder);
  await tx.insert(tables.households).values({
    id: householdId, villageId: home.villageId, gridId: home.gridId ?? null, code: home.code, maskedName,
    groupName: home.groupName, visitDueOn: dayOf(now),
    searchKey: searchKeyOf(maskedName.slice(0, -2), home.villageName, home.code, home.groupName),
  });
  await tx.insert(tables.householders).values({
    householdId, name: home.householder, address: home.address, searchKey: searchKeyOf(home.householder),
  });
  if (home.phone) await tx.insert(tables.phones).values({ householdId, number: home.phone });
  await placeMembers(tx, householdId, home.members ?? []);
  await placeFacts(tx, householdId, home.facts ?? [], by, now);
  return householdId;
}

async function placeMembers(tx: Writer, householdId: Id<"household">, members: NonNullable<Household["members"]>) {
  const rows = members.map((member) => ({ ...member, id: newId<"member">(), minor: member.minor ?? false }));
  if (rows.length === 0) return;
  await tx.insert(tables.members).values(
    rows.map(({ id, kinship, minor, name }) => ({ id, householdId, kinship, minor, maskedName: minor ? "孩子" : maskMember(name) })));
  await tx.insert(tables.memberNames).values(
    rows.map(({ id, name, minor, birthYear }) => ({ memberId: id, householdId, name, minor, birthYear: birthYear ? String(birthYear) : null })));
}

async function placeFacts(tx: Writer, householdId: Id<"household">, facts: NonNullable<Household["facts"]>, by: Id<"person">, now: Date) {
  const rows = facts.map((fact) => ({ ...fact, id: newId<"fact">() }));
  if (rows.length === 0) return;
  const head: Omit<NewRow<"facts">, "kind" | "topic" | "asOf"> = { householdId, source: "file", recordedById: by, recordedAt: now };
  await tx.insert(tables.facts).values(rows.map(({ id, kind, topic, asOf }) => ({ ...head, id, kind, topic, asOf })));
  await tx.insert(tables.factValues).values(rows.map(({ id, kind, says }) => ({ factId: id, householdId, kind, says })));
}

type Served = { villageId: Id<"village">; gridId?: Id<"grid">; householdId?: Id<"household"> };

export async function assign(tx: Writer, personId: Id<"person">, place: Served, startedOn: Day): Promise<void> {
  const placeId = place.householdId ?? place.gridId ?? place.villageId;
  await tx.insert(tables.assignments).values({ personId, ...place, placeId, startedOn });
}

export async function pair(tx: Writer, mentorId: Id<"person">, menteeId: Id<"person">, now: Date, daysAgo: number): Promise<void> {
  await tx.insert(tables.pairings).values({ mentorId, menteeId, startedOn: addDays(dayOf(now), -daysAgo) });
}
