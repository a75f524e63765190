import { and, asc, eq, gt, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { type Almanac, meetingDayOf, weekOf, weeksUpTo } from "@/lib/kernel/calendar";
import type { Day, Week } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { type BoardMark, markOf } from "./rules";

export type BoardWeek = { week: Week; meetingOn: Day | undefined };

/** 双访看板: every village this desk answers for, by the weeks up to one. It reads a year from a few rows, never visits. */
export async function villageBoard(desk: Desk, until: Week = weekOf(desk.me.today), count = 12) {
  const weeks = columnsOf(weeksUpTo(until, count), await almanacOf(desk));
  const [villages, tallies] = await Promise.all([villagesOnBoard(desk), talliesOf(desk, weeks)]);
  const rows = villages.map((village) => ({ ...village, cells: weeks.map((week) => cellOf(tallies.get(`${village.id} ${week.week}`), week)) }));
  const called = weeks.map((_, place) => rows.filter(({ cells }) => isCalled(cells[place]!.mark)).length);
  return { weeks, rows, called };
}
export type Board = Awaited<ReturnType<typeof villageBoard>>;
export type BoardCell = Board["rows"][number]["cells"][number];

const isCalled = (mark: BoardMark): boolean => mark === "both" || mark === "one";

const columnsOf = (weeks: readonly Week[], almanac: Almanac): BoardWeek[] =>
  weeks.map((week) => ({ week, meetingOn: meetingDayOf(week, almanac) }));

type Tally = { dayVisits: number; nightTalks: number };

function cellOf(tally: Tally | undefined, { week, meetingOn }: BoardWeek) {
  const { dayVisits, nightTalks } = tally ?? { dayVisits: 0, nightTalks: 0 };
  return { week, dayVisits, nightTalks, mark: markOf(dayVisits, nightTalks, meetingOn) };
}

async function talliesOf(desk: Desk, weeks: readonly BoardWeek[]): Promise<Map<string, Tally>> {
  const { villageWeeks: w } = desk.see;
  const rows = await desk.select({ villageId: w.villageId, week: w.week, dayVisits: w.dayVisits, nightTalks: w.nightTalks }).from(w)
    .where(and(gte(w.week, weeks[0]!.week), lte(w.week, weeks.at(-1)!.week)));
  return new Map(rows.map((row) => [`${row.villageId} ${row.week}`, row]));
}

/** Who looks at the whole town sees all its villages; anybody else their own. The tallies behind it are narrowed anyway. */
function onMyBoard(desk: Desk): SQL | undefined {
  return desk.me.is("office", "leader") ? undefined : inArray(desk.see.villages.id, [...desk.me.villageIds]);
}

async function villagesOnBoard(desk: Desk) {
  const { villages: v } = desk.see;
  return desk.select({ id: v.id, name: v.name }).from(v).where(onMyBoard(desk)).orderBy(asc(v.sortKey), asc(v.id));
}

/** 本周双访: how many villages had a day visit or a night talk in a week, of how many. */
export async function villagesCalledOn(desk: Desk, week: Week): Promise<{ called: number; all: number }> {
  const { villages: v, villageWeeks: w } = desk.see;
  const [row] = await desk.select({ all: sql<number>`count(*)`, called: sql<number>`count(${w.id})` }).from(v)
    .leftJoin(w, and(eq(w.villageId, v.id), eq(w.week, week), calledThere(desk))).where(onMyBoard(desk));
  return row!;
}

/** The others, by name, each with who sits or calls there. */
export async function villagesNotCalledOn(desk: Desk, week: Week, limit: number) {
  const { villages: v, villageWeeks: w } = desk.see;
  const rows = await desk.select({ id: v.id, name: v.name }).from(v)
    .leftJoin(w, and(eq(w.villageId, v.id), eq(w.week, week), calledThere(desk)))
    .where(and(onMyBoard(desk), sql`${w.id} is null`)).orderBy(asc(v.sortKey), asc(v.id)).limit(limit);
  const people = await peopleOf(desk, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, people: people.get(row.id) ?? [] }));
}

function calledThere(desk: Desk): SQL | undefined {
  const { villageWeeks: w } = desk.see;
  return or(gt(w.dayVisits, 0), gt(w.nightTalks, 0));
}

/** Those who work for the whole village today, by name. */
async function peopleOf(desk: Desk, villageIds: readonly Id<"village">[]): Promise<Map<Id<"village">, string[]>> {
  const { assignments: a, people } = desk.see;
  const { today } = desk.me;
  const rows = villageIds.length === 0 ? [] : await desk.select({ villageId: a.villageId, name: people.name }).from(a)
    .innerJoin(people, eq(people.id, a.personId))
    .where(and(
      inArray(a.villageId, [...villageIds]), sql`${a.gridId} is null and ${a.householdId} is null and ${people.leftOn} is null`,
      lte(a.startedOn, today), sql`(${a.endedOn} is null or ${a.endedOn} >= ${today})`,
    ))
    .orderBy(asc(people.sortKey));
  const byVillage = new Map<Id<"village">, string[]>();
  for (const { villageId, name } of rows) byVillage.set(villageId, [...(byVillage.get(villageId) ?? []), name]);
  return byVillage;
}
