import { and, asc, count, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { mayCarry } from "@/lib/gate/policy";
import { dayOf, daysBetween } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { openStates } from "@/lib/problems/rules";
import type { Door } from "./reads-doors";

/** A household as a phone carries it through a day without a network. No clear name, no telephone, no member, no fact. */
export type PackedHome = { id: string; name: string; place: string; last: string; /** 「2 件事在办 · 要回访」 */ matters: string };

/** So many households a phone carries at most. */
const MOST = 60;

/** The doors of the form with their masked names alone, and what more may be carried of some of them. */
export async function homesToCarry(desk: Desk): Promise<{ doors: Door[]; homes: PackedHome[] }> {
  const rows = await maskedRows(desk);
  const carried = rows.filter((row) => mayCarry(desk.me, row));
  const open = await openProblems(desk, carried.map(({ id }) => id));
  const homes = carried.map((row) => {
    const { n = 0, owed = 0 } = open.get(row.id) ?? {};
    const matters = [n > 0 && `${n} 件事在办`, owed > 0 && "要回访"].filter(Boolean).join(" · ");
    return { id: row.id, name: nameOf(row), place: placeOf(row), last: lastOf(row), matters };
  });
  const known = new Map(homes.map((home) => [home.id as string, home]));
  return { doors: rows.map((row) => doorOf(desk, row, known.get(row.id))), homes };
}

/** As the form asks for them, kept by me first; the clear name is no part of the question. */
async function maskedRows(desk: Desk) {
  const { households: h, villages } = desk.see;
  const { householdIds, villageIds, gridIds } = desk.me;
  const mine = or(inArray(h.id, [...householdIds]), inArray(h.villageId, [...villageIds]), inArray(h.gridId, [...gridIds]));
  return desk
    .select({
      id: h.id, code: h.code, name: h.maskedName, villageId: h.villageId, gridId: h.gridId, village: villages.name, group: h.groupName,
      lastOn: h.lastVisitedOn, key: h.searchKey,
    })
    .from(h)
    .innerJoin(villages, eq(villages.id, h.villageId))
    .where(and(isNull(h.leftOn), mine))
    .orderBy(sql`${inArray(h.id, [...householdIds])} desc`, asc(h.visitDueOn), asc(h.id))
    .limit(MOST);
}
type MaskedRow = Awaited<ReturnType<typeof maskedRows>>[number];

const nameOf = ({ name }: MaskedRow): string => `${name} 户`;
const placeOf = ({ village, group }: MaskedRow): string => [village, group].filter(Boolean).join(" ");
const lastOf = ({ lastOn }: MaskedRow): string => (lastOn ? `上次 ${lastOn.slice(5)}` : "还没访过");

const doorOf = (desk: Desk, row: MaskedRow, home: PackedHome | undefined): Door => ({
  id: row.id, kind: "household", name: nameOf(row), place: placeOf(row), key: `${row.key} ${row.code}`,
  last: home?.last ?? "", daysSince: home && row.lastOn ? daysBetween(row.lastOn, dayOf(desk.now)) : null, lastBy: "",
  reason: home?.matters ?? "",
});

async function openProblems(desk: Desk, ids: Id<"household">[]) {
  const { problems: p } = desk.see;
  if (ids.length === 0) return new Map<Id<"household"> | null, { n: number; owed: number }>();
  const rows = await desk
    .select({ householdId: p.householdId, n: count(), owed: sql<number>`sum(${p.state} = 'callback')` }).from(p)
    .where(and(inArray(p.householdId, ids), inArray(p.state, [...openStates]))).groupBy(p.householdId);
  return new Map(rows.map((row) => [row.householdId, row]));
}
