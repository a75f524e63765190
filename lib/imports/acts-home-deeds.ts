import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { clearColumns, type FactEntry, type HouseholdEntry, maskedColumns, memberColumns, type MemberEntry, writeFacts, writeHouseholds, writeMembers } from "@/lib/gate/household-file";
import { isMinor } from "@/lib/households/rules";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { type FactTopic, factTopic } from "@/lib/words/household";
import { serve, unserve } from "./acts-serve";
import { type Home, type HomeAddress, type HomeField, type KnownMember, type NewHome, shapeOf } from "./home";
import type { Done } from "./judged";

const { households, householders, phones, members, memberNames, facts, factValues } = tables;

export type HomeAt = HomeAddress & { id: Id<"household"> };

const memberEntry = ({ id, name, kinship, birthYear, minor = false }: KnownMember, today: Day): MemberEntry => ({
  name, kinship, minor: birthYear ? isMinor(Number(birthYear), today) : minor, ...(birthYear && { birthYear: Number(birthYear) }), ...(id && { id }),
});

const factEntries = (home: Home, asOf: Day): FactEntry[] =>
  (["income", "difficulty", "door"] as const).flatMap((kind) =>
    factTopic.values.flatMap((topic) => (home[kind][topic] ? { kind, topic, says: home[kind][topic], asOf, source: "import" as const } : [])));

/** Many at once; then each is a deed of its own, which the gate allows and the ledger keeps. */
export async function addHomes(desk: Desk, tx: Writer, homes: readonly NewHome[]): Promise<Done[]> {
  const made = await writeHouseholds(tx, homes.map((one) => entryOf(one, desk.me.today)), desk.me.id, desk.now);
  const byPlace = new Map(made.map((row) => [`${row.villageId} ${row.code}`, row]));
  const done: Done[] = [];
  for (const { villageId, villageName, code, home } of homes) {
    const row = byPlace.get(`${villageId} ${code}`);
    if (!row) throw Refusal.conflict(`${villageName}的户号 ${code} 刚被别人用了，重新预检再导入`);
    await desk.begin("household.add", () => Promise.resolve(row), "导入");
    for (const personId of home.keepers) await serve(desk, personId, { villageId, householdId: row.id });
    done.push({ subjectId: row.id, before: JSON.stringify({ now: shapeOf(home) }) });
  }
  return done;
}

function entryOf({ home, ...at }: NewHome, today: Day): HouseholdEntry {
  const { householder, group: groupName, address, grid, phone } = home;
  const members = home.members.map((member) => memberEntry(member, today));
  return { ...at, householder, groupName, address, ...(grid && { gridId: grid }), ...(phone && { phone }), members, facts: factEntries(home, today) };
}

/** What an updated household needs to get its previous values back. */
export async function reviseHome(desk: Desk, at: HomeAt, was: Home, home: Home, fields: readonly HomeField[]): Promise<Done> {
  await desk.change("household.revise", at.id, async (tx, { version }) => {
    await alterHome(tx, desk, at, was, home, version);
    await alterFacts(tx, desk, at.id, was, home);
  }, "导入");
  for (const personId of home.keepers.filter((id) => !was.keepers.includes(id))) await serve(desk, personId, { villageId: at.villageId, householdId: at.id });
  return { subjectId: at.id, before: JSON.stringify({ fields, was, now: shapeOf(home, fields) }) };
}

/** Takes an update back: the facts it brought go, and those they replaced stand again. */
export async function restoreHome(desk: Desk, at: HomeAt, home: Home, was: Home): Promise<void> {
  await desk.change("household.revise", at.id, async (tx, { version }) => {
    await alterHome(tx, desk, at, home, was, version);
    await withdrawFacts(tx, at.id, home, was);
    for (const personId of home.keepers.filter((id) => !was.keepers.includes(id))) await unserve(tx, personId, [at.id]);
  }, "撤销导入");
}

async function alterHome(tx: Writer, desk: Desk, at: HomeAt, from: Home, to: Home, version: number): Promise<void> {
  const { householder, group: groupName, address, grid, phone } = to;
  const masked = maskedColumns({ ...at, householder, groupName });
  await tx.update(households).set({ ...masked, groupName, gridId: grid || null, version: version + 1 }).where(eq(households.id, at.id));
  await tx.update(householders).set({ address, ...clearColumns(householder) }).where(eq(householders.householdId, at.id));
  if (phone !== from.phone) {
    await tx.delete(phones).where(eq(phones.householdId, at.id));
    if (phone) await tx.insert(phones).values({ householdId: at.id, number: phone });
  }
  await alterMembers(tx, desk.me.today, at.id, from.members, to.members);
}

async function alterMembers(tx: Writer, today: Day, householdId: Id<"household">, from: readonly KnownMember[], to: readonly KnownMember[]): Promise<void> {
  await writeMembers(tx, householdId, to.filter(({ id }) => !id).map((member) => memberEntry(member, today)));
  for (const member of from) {
    const next = to.find(({ id }) => id === member.id);
    if (!next) {
      await tx.delete(memberNames).where(eq(memberNames.memberId, member.id!));
      await tx.delete(members).where(eq(members.id, member.id!));
    } else if (JSON.stringify(next) !== JSON.stringify(member)) {
      const { masked, clear } = memberColumns(memberEntry(next, today));
      await tx.update(members).set(masked).where(eq(members.id, member.id!));
      await tx.update(memberNames).set(clear).where(eq(memberNames.memberId, member.id!));
    }
  }
}

type Heading = { kind: "income" | "difficulty" | "door"; topic: FactTopic };
const headings = (a: Home, b: Home): Heading[] =>
  (["income", "difficulty", "door"] as const).flatMap((kind) => factTopic.values.flatMap((topic) => (a[kind][topic] === b[kind][topic] ? [] : { kind, topic })));

const standing = (householdId: Id<"household">, { kind, topic }: Heading) =>
  and(eq(facts.householdId, householdId), eq(facts.kind, kind), eq(facts.topic, topic), isNull(facts.replacedAt));

/** What was known before stays, and is pointed at by what is known now. */
async function alterFacts(tx: Writer, desk: Desk, householdId: Id<"household">, from: Home, to: Home): Promise<void> {
  for (const heading of headings(from, to)) {
    const [old] = await tx.update(facts).set({ replacedAt: desk.now }).where(standing(householdId, heading)).returning();
    const says = to[heading.kind][heading.topic];
    if (says) await writeFacts(tx, householdId, [{ ...heading, says, asOf: desk.me.today, source: "import", ...(old && { replacesId: old.id }) }], desk.me.id, desk.now);
  }
}

async function withdrawFacts(tx: Writer, householdId: Id<"household">, from: Home, to: Home): Promise<void> {
  for (const heading of headings(from, to)) {
    const [fact] = await tx.select().from(facts).where(standing(householdId, heading));
    if (!fact) continue;
    await tx.delete(factValues).where(eq(factValues.factId, fact.id));
    await tx.delete(facts).where(eq(facts.id, fact.id));
    if (fact.replacesId) await tx.update(facts).set({ replacedAt: null }).where(eq(facts.id, fact.replacesId));
  }
}

/** Everything an import wrote of a household it had added. What others hung on it makes the database refuse. */
export async function removeHome(desk: Desk, id: Id<"household">, keepers: readonly Id<"person">[]): Promise<void> {
  await desk.change("household.leave", id, async (tx) => {
    for (const personId of keepers) await unserve(tx, personId, [id]);
    await tx.delete(factValues).where(eq(factValues.householdId, id));
    await tx.delete(facts).where(eq(facts.householdId, id));
    await tx.delete(memberNames).where(eq(memberNames.householdId, id));
    await tx.delete(members).where(eq(members.householdId, id));
    await tx.delete(phones).where(eq(phones.householdId, id));
    await tx.delete(householders).where(eq(householders.householdId, id));
    await tx.delete(households).where(eq(households.id, id));
  }, "撤销导入");
}
