import { and, asc, count, desc, eq, exists, gte, inArray, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { FileKind } from "@/lib/words/practice";
import { CARDS_A_DAY, headingOf } from "./rules";

/*
 * What could be asked today, by headings alone: no value is read in this file. Everything is seen through the desk, so a
 * household that somebody is just being examined on is not among it.
 */

type HouseholdId = Id<"household">;
/** One thing that can be asked of a household: its family, or a fact that stands there today. */
export type Asking = { householdId: HouseholdId; kind: FileKind; topic?: string; factId?: Id<"fact"> };

export async function leftToday(desk: Desk): Promise<number> {
  const { practiceAnswers: a } = desk.see;
  const [row] = await desk.select({ n: count() }).from(a).where(and(eq(a.personId, desk.me.id), gte(a.at, startOf(desk.me.today))));
  return Math.max(0, CARDS_A_DAY - row!.n);
}

type Served = { id: HouseholdId; villageId: Id<"village">; gridId: Id<"grid"> | null };
/** The whole file of what I keep; of my village's households too, for its own people. Who only works there learns the way to their doors. */
export const practises = ({ me }: Desk, home: Served, kind: FileKind): boolean =>
  me.keeps(home.id) || (me.serves(home) && (kind === "door" || me.is("villageCadre", "gridMember")));

/** The same as a condition on my cards: what is no longer mine to practise must not stand before what is. */
function stillMine(desk: Desk): SQL {
  const { practiceCards: c, households: h } = desk.see;
  const { householdIds, villageIds, gridIds } = desk.me;
  const around = or(inArray(h.villageId, [...villageIds]), inArray(h.gridId, [...gridIds]));
  const there = desk.me.is("villageCadre", "gridMember") ? around : and(around, eq(c.heading, headingOf({ kind: "door", topic: "door" })));
  return and(isNull(h.leftOn), or(inArray(h.id, [...householdIds]), there))!;
}

/** `lost`: days since its last answer, in lifetimes of the memory. The more, the less likely it is still known. */
type Learnt = Asking & { lost: number };

/** My cards that are due and still say what the file says, the least likely to be known first. */
export async function dueCards(desk: Desk, size: number): Promise<Learnt[]> {
  const { practiceCards: c, households: h, facts: f } = desk.see;
  return desk
    .select({ householdId: c.householdId, kind: f.kind, topic: f.topic, factId: f.id, lost: forgetting(desk) })
    .from(c)
    .innerJoin(h, eq(h.id, c.householdId))
    .innerJoin(f, eq(f.id, c.learntOf))
    .where(and(eq(c.personId, desk.me.id), lte(c.dueAt, desk.now), stillMine(desk), isNull(f.replacedAt)))
    .orderBy(desc(forgetting(desk)), asc(c.id))
    .limit(size);
}

const forgetting = (desk: Desk): SQL<number> => {
  const { practiceCards: c } = desk.see;
  return sql<number>`(${desk.now.getTime()} - ${c.lastAt}) / ${c.stability}`;
};

/** My cards of families, due ones and all of those I keep; whether a family is still the same its stamp tells. */
export async function familyCards(desk: Desk, size: number): Promise<(Learnt & { learntOf: string; dueAt: Date })[]> {
  const { practiceCards: c, households: h } = desk.see;
  const kept = [...desk.me.householdIds];
  const rows = await desk
    .select({ householdId: c.householdId, learntOf: c.learntOf, dueAt: c.dueAt, lost: forgetting(desk) })
    .from(c)
    .innerJoin(h, eq(h.id, c.householdId))
    .where(and(eq(c.personId, desk.me.id), eq(c.heading, "members"), stillMine(desk), or(lte(c.dueAt, desk.now), inArray(c.householdId, kept))))
    .orderBy(desc(forgetting(desk)), asc(c.id))
    .limit(size);
  return rows.map((row) => ({ ...row, kind: "members" }));
}

/** Headings I have a card of that say something else today: they are to be learnt anew. */
export async function changedHeadings(desk: Desk, size: number): Promise<Asking[]> {
  const { practiceCards: c, households: h, facts: f } = desk.see;
  const stands = desk.select({ one: sql`1` }).from(f).where(and(eq(f.id, c.learntOf), isNull(f.replacedAt)));
  const cards = await desk
    .select({ householdId: c.householdId, heading: c.heading })
    .from(c)
    .innerJoin(h, eq(h.id, c.householdId))
    .where(and(eq(c.personId, desk.me.id), sql`${c.heading} <> 'members'`, stillMine(desk), notExists(stands)))
    .orderBy(asc(c.lastAt), asc(c.id))
    .limit(size);
  const headings = await headingsOf(desk, cards.map(({ householdId }) => householdId));
  return headings.filter((one) => cards.some((card) => card.householdId === one.householdId && card.heading === headingOf(one)));
}

/** Where a walk over households goes on. */
export type After = { dueOn: Day; id: HouseholdId };

/** One of my places; of a village that I only work for, the doors alone are to be learnt. */
export type Place = { where: SQL; doorsOnly: boolean };

/** Households with something I have no card of, in one of my places, whoever waits longest for a visit first. */
export async function homesToLearn(desk: Desk, place: Place, size: number, after?: After) {
  const { households: h } = desk.see;
  const beyond = after && sql`(${h.visitDueOn}, ${h.id}) > (${after.dueOn}, ${after.id})`;
  return desk.select({ id: h.id, villageId: h.villageId, gridId: h.gridId, dueOn: h.visitDueOn }).from(h)
    .where(and(place.where, isNull(h.leftOn), beyond, isUntaught(desk, place))).orderBy(asc(h.visitDueOn), asc(h.id)).limit(size);
}

function isUntaught(desk: Desk, { doorsOnly }: Place): SQL {
  const { practiceCards: c, households: h, facts: f, members: m } = desk.see;
  const mine = and(eq(c.personId, desk.me.id), eq(c.householdId, h.id));
  const taught = (heading: SQL) => desk.select({ one: sql`1` }).from(c).where(and(mine, sql`${c.heading} = ${heading}`));
  const fact = desk.select({ one: sql`1` }).from(f)
    .where(and(eq(f.householdId, h.id), isNull(f.replacedAt), doorsOnly ? eq(f.kind, "door") : undefined, notExists(taught(sql`${f.kind} || ':' || ${f.topic}`))));
  if (doorsOnly) return exists(fact);
  const family = desk.select({ one: sql`1` }).from(m).where(and(eq(m.householdId, h.id), isNull(m.leftOn)));
  return or(exists(fact), and(exists(family), notExists(taught(sql`'members'`))))!;
}

/** My places one by one: each is walked along its own index. */
export function placesOf(desk: Desk): Place[] {
  const { households: h } = desk.see;
  const { householdIds, villageIds, gridIds } = desk.me;
  const doorsOnly = !desk.me.is("villageCadre", "gridMember");
  return [
    ...(householdIds.length > 0 ? [{ where: inArray(h.id, [...householdIds]), doorsOnly: false }] : []),
    ...villageIds.map((id) => ({ where: eq(h.villageId, id), doorsOnly })),
    ...gridIds.map((id) => ({ where: eq(h.gridId, id), doorsOnly })),
  ];
}

/** The facts that stand today, kind by kind as they are asked at a door. */
export async function headingsOf(desk: Desk, ids: readonly HouseholdId[]): Promise<(Asking & { factId: Id<"fact">; topic: string })[]> {
  const { facts: f } = desk.see;
  if (ids.length === 0) return [];
  const order = sql`case ${f.kind} when 'income' then 1 when 'difficulty' then 2 else 3 end`;
  return desk.select({ householdId: f.householdId, kind: f.kind, topic: f.topic, factId: f.id }).from(f)
    .where(and(inArray(f.householdId, [...ids]), isNull(f.replacedAt))).orderBy(order, asc(f.id));
}

/** Which headings of these households I have a card of. */
export async function taughtHeadings(desk: Desk, ids: readonly HouseholdId[]): Promise<ReadonlySet<string>> {
  const { practiceCards: c } = desk.see;
  if (ids.length === 0) return new Set();
  const rows = await desk.select({ householdId: c.householdId, heading: c.heading }).from(c)
    .where(and(eq(c.personId, desk.me.id), inArray(c.householdId, [...ids])));
  return new Set(rows.map(({ householdId, heading }) => `${householdId} ${heading}`));
}

/** The door a card is about, as this desk may see it. */
export async function doorOf(desk: Desk, id: HouseholdId) {
  const { households: h, householders: clear, villages: v, people: p } = desk.see;
  const [row] = await desk
    .select({
      id: h.id, code: h.code, maskedName: h.maskedName, name: clear.name, village: v.name, groupName: h.groupName,
      villageId: h.villageId, gridId: h.gridId, visitedOn: h.lastVisitedOn, visitedBy: p.name,
    })
    .from(h)
    .innerJoin(v, eq(v.id, h.villageId))
    .leftJoin(clear, eq(clear.householdId, h.id))
    .leftJoin(p, eq(p.id, h.lastVisitedById))
    .where(and(eq(h.id, id), isNull(h.leftOn)));
  if (!row) return undefined;
  const { maskedName, name, groupName, village, ...rest } = row;
  return { ...rest, name: name ?? maskedName, place: [village, groupName].filter(Boolean).join(" ") };
}
export type PracticeDoor = NonNullable<Awaited<ReturnType<typeof doorOf>>>;

/** Whether I ever answered a card: if not, there was nothing to ask yet. */
export async function hasPractised(desk: Desk): Promise<boolean> {
  const { practiceCards: c } = desk.see;
  return (await desk.select({ id: c.id }).from(c).where(eq(c.personId, desk.me.id)).limit(1)).length > 0;
}
