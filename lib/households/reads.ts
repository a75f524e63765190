import { and, asc, count, eq, exists, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { daysBetween } from "@/lib/kernel/calendar";
import { type Day, dayFrom } from "@/lib/kernel/day";
import { type Id, idFrom } from "@/lib/kernel/id";
import { patternsOf } from "@/lib/search/rules";
import { withWaiting } from "./reads-waiting";
import { sinceWords } from "./rules";

export type HouseholdFilter = { villageId?: Id<"village">; overdue?: boolean; mine?: boolean; left?: boolean; waiting?: boolean };

/** The last household of a page: the next one begins after it. */
export type HouseholdKey = { dueOn: Day; id: Id<"household"> };

const pageSize = 25;

/** Longest unvisited first. */
export async function householdsPage(desk: Desk, filter: HouseholdFilter, after?: HouseholdKey) {
  const lines = await linesWhere(desk, and(matching(desk, filter), after && beyond(desk, after)), pageSize + 1);
  const rows = lines.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows, ...(lines.length > pageSize && last && { next: keyText(last) }) };
}
export type HouseholdLine = Awaited<ReturnType<typeof linesWhere>>[number];

export async function countHouseholds(desk: Desk, filter: HouseholdFilter): Promise<number> {
  const [{ n } = { n: 0 }] = await desk.select({ n: count() }).from(desk.see.households).where(matching(desk, filter));
  return n;
}

function matching(desk: Desk, { villageId, overdue, mine, left, waiting }: HouseholdFilter): SQL | undefined {
  const { households: h } = desk.see;
  return and(
    left ? isNotNull(h.leftOn) : waiting ? withWaiting(desk) : isNull(h.leftOn),
    villageId ? eq(h.villageId, villageId) : undefined,
    overdue ? lt(h.visitDueOn, desk.me.today) : undefined,
    mine ? inArray(h.id, [...desk.me.householdIds]) : undefined,
  );
}

function beyond(desk: Desk, { dueOn, id }: HouseholdKey): SQL {
  const { households: h } = desk.see;
  return sql`(${h.visitDueOn}, ${h.id}) > (${dueOn}, ${id})`;
}

const keyText = (line: { visitDueOn: Day; id: Id<"household"> }) => `${line.visitDueOn}~${line.id}`;

/** A key out of an address bar; what is not one begins at the beginning. */
export function householdKeyFrom(text: string | undefined): HouseholdKey | undefined {
  const [dueOn, id] = [dayFrom(text?.slice(0, 10)), idFrom<"household">(text?.slice(11))];
  return dueOn && id && { dueOn, id };
}

/** The clear name where this desk may see it, else the masked one; the two are never both on a line. */
async function linesWhere(desk: Desk, where: SQL | undefined, limit: number) {
  const { households: h, householders: clear, villages: v } = desk.see;
  const rows = await desk
    .select({
      id: h.id, code: h.code, maskedName: h.maskedName, name: clear.name, villageId: h.villageId, village: v.name, groupName: h.groupName,
      lastVisitedOn: h.lastVisitedOn, visitDueOn: h.visitDueOn, everyDays: v.visitEveryDays, leftOn: h.leftOn,
    })
    .from(h)
    .innerJoin(v, eq(v.id, h.villageId))
    .leftJoin(clear, eq(clear.householdId, h.id))
    .where(where)
    .orderBy(asc(h.visitDueOn), asc(h.id))
    .limit(limit);
  return rows.map(({ maskedName, name, ...row }) => ({
    ...row, name: name ?? maskedName, mine: desk.me.keeps(row.id), overdue: row.visitDueOn < desk.me.today && !row.leftOn,
    visited: row.lastVisitedOn ? sinceWords(daysBetween(row.lastVisitedOn, desk.me.today)) : "还没走访过",
  }));
}

/** The villages whose households this desk may see, to choose one of. */
export async function villagesOfHouseholds(desk: Desk) {
  const { villages: v, households: h } = desk.see;
  const some = desk.select({ one: sql`1` }).from(h).where(eq(h.villageId, v.id)).limit(1);
  return desk.select({ id: v.id, name: v.name }).from(v).where(exists(some)).orderBy(asc(v.sortKey), asc(v.id));
}

/** The villages this desk may put a household into. */
export async function villagesToAddTo(desk: Desk) {
  const { villages: v } = desk.see;
  const mine = desk.me.is("office") ? undefined : inArray(v.id, [...desk.me.villageIds]);
  return desk.select({ id: v.id, name: v.name }).from(v).where(mine).orderBy(asc(v.sortKey), asc(v.id));
}

export async function gridsOf(desk: Desk, villageIds: readonly Id<"village">[]) {
  const { grids: g } = desk.see;
  return desk.select({ id: g.id, name: g.name, villageId: g.villageId }).from(g).where(inArray(g.villageId, [...villageIds])).orderBy(asc(g.name));
}
export type GridChoice = Awaited<ReturnType<typeof gridsOf>>[number];

/** Households whose number, village, group or (where it may be seen) name holds every word asked for; my own first. */
export async function householdsByQuery(desk: Desk, text: string, limit = 20) {
  const { households: h, householders: clear } = desk.see;
  const patterns = patternsOf(text);
  if (patterns.length === 0) return [];
  const holds = (pattern: string) => or(sql`${h.searchKey} like ${pattern} escape '\\'`, sql`${clear.searchKey} like ${pattern} escape '\\'`);
  const lines = await linesWhere(desk, and(isNull(h.leftOn), ...patterns.map(holds)), limit);
  return lines.toSorted((a, b) => Number(b.mine) - Number(a.mine));
}
