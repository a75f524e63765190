import type { NewRow, Row } from "@/db/schema";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { dayOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { maskHouseholder, maskMember } from "@/lib/kernel/text";
import type { FactKind, FactSource, FactTopic, Kinship } from "@/lib/words/household";

/*
 * The rows a household's file is made of, and the one way to write them: the form, the import, the seeds and the
 * tests all stand on the same shapes. Who may do it is asked by the deed around it.
 */

const { households, householders, phones, members, memberNames, facts, factValues } = tables;

export type MemberEntry = { id?: Id<"member">; name: string; kinship: Kinship; birthYear?: number; minor?: boolean };
export type FactEntry = { id?: Id<"fact">; kind: FactKind; topic: FactTopic; says: string; asOf: Day; source?: FactSource; replacesId?: Id<"fact"> };
export type HouseholdEntry = {
  id?: Id<"household">;
  villageId: Id<"village">;
  villageName: string;
  gridId?: Id<"grid">;
  code: string;
  groupName: string;
  address: string;
  householder: string;
  phone?: string;
  members?: MemberEntry[];
  facts?: FactEntry[];
};

type Named = Pick<HouseholdEntry, "villageName" | "code" | "groupName" | "householder">;

/** What everyone who may know of a household reads of its name, and may find it by. */
export function maskedColumns({ householder, villageName, code, groupName }: Named) {
  const surname = Array.from(householder)[0] ?? "";
  return { maskedName: maskHouseholder(householder), searchKey: searchKeyOf(surname, villageName, code, groupName) };
}

export const clearColumns = (name: string) => ({ name, searchKey: searchKeyOf(name) });

/** A household with its householder, members and facts; nothing when its 户号 is taken in the village. */
export async function writeHousehold(tx: Writer, home: HouseholdEntry, by: Id<"person">, now: Date): Promise<Row<"households"> | undefined> {
  const [made] = await writeHouseholds(tx, [home], by, now);
  return made;
}

/** Many at once, a statement for each table and not for each household. Those whose 户号 is taken are left out. */
export async function writeHouseholds(tx: Writer, homes: readonly HouseholdEntry[], by: Id<"person">, now: Date): Promise<Row<"households">[]> {
  const entries = homes.map((home) => ({ ...home, id: home.id ?? newId<"household">() }));
  const heads = entries.map(({ id, villageId, code, groupName, gridId, ...home }) => ({ id, villageId, code, groupName, gridId: gridId ?? null, visitDueOn: dayOf(now), ...maskedColumns({ ...home, code, groupName }) }));
  const made = await tx.insert(households).values(heads).onConflictDoNothing().returning();
  const ids = new Set(made.map(({ id }) => id));
  const fresh = entries.filter(({ id }) => ids.has(id));
  if (fresh.length === 0) return [];
  await tx.insert(householders).values(fresh.map(({ id, address, householder }) => ({ householdId: id, address, ...clearColumns(householder) })));
  const numbers = fresh.flatMap(({ id, phone }) => (phone ? [{ householdId: id, number: phone }] : []));
  if (numbers.length > 0) await tx.insert(phones).values(numbers);
  await insertMembers(tx, fresh.flatMap(({ id, members: family = [] }) => family.map((entry) => ({ householdId: id, entry }))));
  await insertFacts(tx, fresh.flatMap(({ id, facts: known = [] }) => known.map((entry) => ({ householdId: id, entry }))), by, now);
  return made;
}

/** What of a member everyone may see, and what only some. A child under 14 is counted, not named. */
export const memberColumns = ({ name, kinship, minor = false, birthYear }: MemberEntry) => ({
  masked: { kinship, minor, maskedName: minor ? "孩子" : maskMember(name) },
  clear: { name, minor, birthYear: birthYear ? String(birthYear) : null },
});

type In<Entry> = { householdId: Id<"household">; entry: Entry };

export const writeMembers = (tx: Writer, householdId: Id<"household">, entries: readonly MemberEntry[]): Promise<void> =>
  insertMembers(tx, entries.map((entry) => ({ householdId, entry })));

async function insertMembers(tx: Writer, entries: readonly In<MemberEntry>[]): Promise<void> {
  const rows = entries.map(({ householdId, entry }) => ({ householdId, id: entry.id ?? newId<"member">(), ...memberColumns(entry) }));
  if (rows.length === 0) return;
  await tx.insert(members).values(rows.map(({ id, householdId, masked }) => ({ id, householdId, ...masked })));
  await tx.insert(memberNames).values(rows.map(({ id, householdId, clear }) => ({ memberId: id, householdId, ...clear })));
}

export const writeFacts = (tx: Writer, householdId: Id<"household">, entries: readonly FactEntry[], by: Id<"person">, now: Date): Promise<void> =>
  insertFacts(tx, entries.map((entry) => ({ householdId, entry })), by, now);

async function insertFacts(tx: Writer, entries: readonly In<FactEntry>[], by: Id<"person">, now: Date): Promise<void> {
  const rows = entries.map(({ householdId, entry }) => ({ ...entry, householdId, id: entry.id ?? newId<"fact">() }));
  if (rows.length === 0) return;
  const head = ({ id, householdId, kind, topic, asOf, source = "file", replacesId }: (typeof rows)[number]): NewRow<"facts"> =>
    ({ id, householdId, kind, topic, asOf, source, replacesId: replacesId ?? null, recordedById: by, recordedAt: now });
  await tx.insert(facts).values(rows.map(head));
  await tx.insert(factValues).values(rows.map(({ id, householdId, kind, says }) => ({ factId: id, householdId, kind, says })));
}
