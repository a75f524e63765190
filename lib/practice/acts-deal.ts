import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { stampOf } from "@/lib/gate/stamp";
import type { Id } from "@/lib/kernel/id";
import { unclear } from "@/lib/words/heading";
import { factTopic } from "@/lib/words/household";
import { fileKind } from "@/lib/words/practice";
import { type After, changedHeadings, doorOf, dueCards, familyCards, type Asking, headingsOf, homesToLearn, leftToday, placesOf, practises, taughtHeadings } from "./reads";
import { headingOf, questionOf } from "./rules";

const { factValues, memberNames, members } = tables;
type HouseholdId = Id<"household">;

/** A card before it is answered: whose door, and what is asked. Nothing of the answer is in it. */
export type CardFace = { householdId: HouseholdId; about: "members" | Id<"fact">; code: string; name: string; place: string; kind: string; question: string };

/** How many of each sort are looked at before one is dealt, and how many windows of households are gone through. */
const [AT_ONCE, WINDOW, WINDOWS] = [20, 8, 12];

/** The next card: first what the file says anew or is most forgotten, then what was never learnt. None once the day's cards are done. */
export async function dealCard(desk: Desk): Promise<CardFace | undefined> {
  if ((await leftToday(desk)) === 0) return undefined;
  const chosen = (await fromMyCards(desk)) ?? (await fromHouseholds(desk));
  return chosen && faceOf(desk, chosen);
}

async function fromMyCards(desk: Desk): Promise<Asking | undefined> {
  const [changed, due, families] = [await changedHeadings(desk, AT_ONCE), await dueCards(desk, AT_ONCE), await familyCards(desk, AT_ONCE * 5)];
  const stamps = await lookInto(desk, (tx) => familyStamps(tx, families.map(({ householdId }) => householdId)));
  const same = (card: (typeof families)[number]) => stamps.get(card.householdId) === card.learntOf;
  const living = families.filter(({ householdId }) => stamps.has(householdId));
  const anew = [...changed, ...living.filter((card) => !same(card))];
  const again = [...due, ...living.filter((card) => same(card) && card.dueAt <= desk.now)];
  return firstKnown(desk, [...anew, ...again.sort((a, b) => b.lost - a.lost)]);
}

/** Kept households first, then village by village; a few at a time along the index, until something is there to learn. */
async function fromHouseholds(desk: Desk): Promise<Asking | undefined> {
  let windows = 0;
  for (const place of placesOf(desk))
    for (let after: After | undefined; windows < WINDOWS; windows++) {
      const homes = await homesToLearn(desk, place, WINDOW, after);
      const found = await firstKnown(desk, await untaughtOf(desk, homes));
      if (found) return found;
      after = homes.at(-1);
      if (homes.length < WINDOW) break;
    }
  return undefined;
}

async function untaughtOf(desk: Desk, homes: Awaited<ReturnType<typeof homesToLearn>>): Promise<Asking[]> {
  const ids = homes.map(({ id }) => id);
  const [facts, taught] = [await headingsOf(desk, ids), await taughtHeadings(desk, ids)];
  return homes.flatMap((home) => {
    const all: Asking[] = [{ householdId: home.id, kind: "members" }, ...facts.filter(({ householdId }) => householdId === home.id)];
    return all.filter((one) => practises(desk, home, one.kind) && !taught.has(`${home.id} ${headingOf(one)}`));
  });
}

/** The first that has an answer: a family with somebody in it, a fact that is not 「不清楚」. */
async function firstKnown(desk: Desk, headings: readonly Asking[]): Promise<Asking | undefined> {
  const facts = headings.flatMap(({ factId }) => factId ?? []);
  const families = headings.filter(({ kind }) => kind === "members").map(({ householdId }) => householdId);
  if (headings.length === 0) return undefined;
  const { known, there } = await lookInto(desk, async (tx) => ({ known: await valuesOf(tx, facts), there: await familyStamps(tx, families) }));
  return headings.find(({ factId, householdId }) => (factId ? known.has(factId) : there.has(householdId)));
}

/**
 * Whether there is anything to ask, and whether it changed, is asked of values that this desk may not read. They stay in
 * here: nothing is written and none of them leaves.
 */
async function lookInto<T>(desk: Desk, look: (tx: Writer) => Promise<T>): Promise<T> {
  let seen: T | undefined;
  await desk.begin("practice.answer", async (tx) => {
    seen = await look(tx);
    return undefined;
  });
  return seen as T; // `begin` has run its work, or thrown
}

/** What these facts say, but for those that say that nobody knows. */
export async function valuesOf(tx: Writer, ids: readonly Id<"fact">[]): Promise<Map<Id<"fact">, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: factValues.factId, says: factValues.says }).from(factValues).where(inArray(factValues.factId, [...ids]));
  return new Map(rows.filter(({ says }) => says !== unclear).map(({ id, says }) => [id, says]));
}

/** Those of each household who live there, by name; of a child only that there is one. */
export async function familiesOf(tx: Writer, ids: readonly HouseholdId[]) {
  if (ids.length === 0) return [];
  const rows = await tx.select({ householdId: members.householdId, id: members.id, kinship: members.kinship, minor: members.minor, name: memberNames.name })
    .from(members).leftJoin(memberNames, eq(memberNames.memberId, members.id))
    .where(and(inArray(members.householdId, [...ids]), isNull(members.leftOn))).orderBy(asc(members.id));
  return rows.map(({ name, ...row }) => ({ ...row, name: row.minor ? "" : (name ?? "") }));
}

/** A mark of each family as it is today; none for a household of which nobody is known. */
async function familyStamps(tx: Writer, ids: readonly HouseholdId[]): Promise<Map<HouseholdId, string>> {
  const rows = await familiesOf(tx, [...new Set(ids)]);
  const homes = [...new Set(rows.map(({ householdId }) => householdId))];
  return new Map(homes.map((id) => [id, stampOfFamily(rows.filter(({ householdId }) => householdId === id))]));
}

export const stampOfFamily = (family: Awaited<ReturnType<typeof familiesOf>>): string =>
  stampOf("family", family.map(({ id, kinship, minor, name }) => [id, kinship, minor, name]));

async function faceOf(desk: Desk, { householdId, kind, factId, topic }: Asking): Promise<CardFace | undefined> {
  const door = await doorOf(desk, householdId);
  if (!door) return undefined;
  const incomes = kind === "income" ? (await headingsOf(desk, [householdId])).filter((one) => one.kind === "income") : [];
  const place = incomes.findIndex((one) => one.factId === factId) + 1;
  const known = factTopic.from(topic);
  const said = { ...(known && { topic: factTopic.label(known) }), ...(place > 0 && { place, of: incomes.length }) };
  const { code, name, place: where } = door;
  return { householdId, about: factId ?? "members", code, name, place: where, kind: fileKind.label(kind), question: questionOf(kind, said) };
}
