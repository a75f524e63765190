import { and, asc, count, desc, eq, inArray, isNull, max, ne, notInArray, or, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { dayOf, daysBetween } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";

/** A door a visit can go to, as the form's picker shows it. `name` is masked where the desk sees no more. */
export type Door = {
  id: string;
  kind: "household" | "enterprise";
  name: string;
  place: string;
  /** 「上次 11-10 李某」 */
  last: string;
  /** Whole days since the last visit; null when there was none. */
  daysSince: number | null;
  lastBy: string;
  /** Why it is suggested. */
  reason: string;
  key: string;
};

const MOST = 150;

/** Households I serve, those kept by me first, then whoever has waited longest. The first three are the suggestions. */
export async function doorsFor(desk: Desk): Promise<Door[]> {
  const rows = await householdRows(desk);
  const open = await openProblems(desk, rows.map((row) => row.id));
  return rows.map((row) => doorOf(desk, row, open.get(row.id)));
}

/** One household by its id, wherever it stands in the list. */
export async function doorById(desk: Desk, id: Id<"household">): Promise<Door | undefined> {
  const [row] = await householdRows(desk, id);
  if (!row) return undefined;
  return doorOf(desk, row, (await openProblems(desk, [row.id])).get(row.id));
}

async function householdRows(desk: Desk, id?: Id<"household">) {
  const { households: h, householders, villages, people } = desk.see;
  const { householdIds, villageIds, gridIds } = desk.me;
  const mine = or(inArray(h.id, [...householdIds]), inArray(h.villageId, [...villageIds]), inArray(h.gridId, [...gridIds]));
  return desk
    .select({
      id: h.id, code: h.code, maskedName: h.maskedName, name: householders.name, village: villages.name, group: h.groupName,
      lastOn: h.lastVisitedOn, lastBy: people.name, dueOn: h.visitDueOn, searchKey: h.searchKey, clearKey: householders.searchKey,
    })
    .from(h)
    .innerJoin(villages, eq(villages.id, h.villageId))
    .leftJoin(householders, eq(householders.householdId, h.id))
    .leftJoin(people, eq(people.id, h.lastVisitedById))
    .where(and(isNull(h.leftOn), id ? eq(h.id, id) : mine))
    .orderBy(sql`${inArray(h.id, [...householdIds])} desc`, asc(h.visitDueOn), asc(h.id))
    .limit(MOST);
}
type HouseholdRow = Awaited<ReturnType<typeof householdRows>>[number];

function doorOf(desk: Desk, row: HouseholdRow, problem: { n: number; title: string | null } | undefined): Door {
  const today = dayOf(desk.now);
  const daysSince = row.lastOn && daysBetween(row.lastOn, today);
  const kept = desk.me.keeps(row.id) && "我包的户";
  const waited = daysSince === null ? "还没访过" : row.dueOn < today ? `${daysSince} 天未访` : "";
  const open = problem && `${problem.n} 件事在办：${problem.title ?? ""}`;
  return {
    id: row.id, kind: "household", name: `${row.name ?? row.maskedName} 户`, place: [row.village, row.group].filter(Boolean).join(" "),
    last: row.lastOn ? `上次 ${row.lastOn.slice(5)} ${row.lastBy ?? ""}`.trim() : "还没访过",
    daysSince, lastBy: row.lastBy ?? "", reason: [open, waited, kept].filter(Boolean).slice(0, 2).join(" · "),
    key: `${row.searchKey} ${row.clearKey ?? ""} ${row.code}`,
  };
}

async function openProblems(desk: Desk, ids: Id<"household">[]) {
  const { problems: p } = desk.see;
  const rows = ids.length === 0 ? [] : await desk
    .select({ householdId: p.householdId, n: count(), title: max(p.title) }).from(p)
    .where(and(inArray(p.householdId, ids), notInArray(p.state, ["closed", "closed_unresolved"])))
    .groupBy(p.householdId);
  return new Map(rows.map((row) => [row.householdId, row]));
}

/** Firms of the villages I serve. */
export async function firmsFor(desk: Desk): Promise<Door[]> {
  const { enterprises: e, villages } = desk.see;
  const rows = await desk.select({ id: e.id, name: e.name, village: villages.name, key: e.searchKey }).from(e)
    .innerJoin(villages, eq(villages.id, e.villageId)).where(inArray(e.villageId, [...desk.me.villageIds])).orderBy(asc(e.name)).limit(MOST);
  return rows.map((row) => ({ ...row, kind: "enterprise", place: row.village, last: "", daysSince: null, lastBy: "", reason: "" }));
}

/** Colleagues who might have come along: those who serve the same villages. */
export async function colleagues(desk: Desk) {
  const { assignments: a, people } = desk.see;
  return desk.selectDistinct({ id: people.id, name: people.name }).from(a)
    .innerJoin(people, eq(people.id, a.personId))
    .where(and(inArray(a.villageId, [...desk.me.villageIds]), isNull(a.endedOn), isNull(people.leftOn), ne(people.id, desk.me.id)))
    .orderBy(asc(people.sortKey)).limit(30);
}

/** The chip used last stands first. */
export async function lastTopics(desk: Desk) {
  const { visits } = desk.see;
  const [last] = await desk.select({ topics: visits.topics }).from(visits)
    .where(eq(visits.authorId, desk.me.id)).orderBy(desc(visits.visitedOn), desc(visits.id)).limit(1);
  return last?.topics ?? [];
}
