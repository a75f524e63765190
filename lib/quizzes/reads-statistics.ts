import { and, count, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addMonths, dayOf, mondayOf, startOf, weekOf } from "@/lib/kernel/calendar";
import { type Day, dayAfter } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { itemFigures, severity, type VillageMonth, visitsAgainstResults } from "./rules-statistics";

const MONTHS = 12;

/** 统计 over the last twelve months, for the office. Nobody's name, and no village's, is asked for. */
export async function quizStatistics(desk: Desk) {
  const since = startOf(addMonths(desk.me.today, -MONTHS));
  const [sheets, exams] = await Promise.all([sheetsSince(desk, since), examsSince(desk, since)]);
  return {
    exams: exams.length,
    items: itemFigures(sheets),
    severity: severity(bySheet(sheets)),
    visits: visitsAgainstResults(await villageMonths(desk, exams, since)),
  };
}

async function sheetsSince(desk: Desk, since: Date) {
  const { quizzes: z, quizSheets: s, quizMarks: m } = desk.see;
  return desk.select({ sheetId: s.id, examinerId: s.examinerId, item: m.item, points: m.points, wrongKey: m.wrongKey })
    .from(z).innerJoin(s, eq(s.quizId, z.id)).innerJoin(m, eq(m.sheetId, s.id))
    .where(and(eq(z.state, "released"), gte(z.plannedAt, since)));
}

function bySheet(rows: Awaited<ReturnType<typeof sheetsSince>>) {
  const sheets = new Map<Id<"quizSheet">, { examinerId: Id<"person">; points: number[] }>();
  for (const { sheetId, examinerId, points } of rows) {
    const sheet = sheets.get(sheetId) ?? { examinerId, points: [] };
    if (points !== null) sheet.points.push(points);
    sheets.set(sheetId, sheet);
  }
  return [...sheets.values()];
}

/** Each released exam with its newest result and the village of the household that was asked about. */
async function examsSince(desk: Desk, since: Date) {
  const { quizzes: z, quizResults: r, frames: f, draws: d } = desk.see;
  const rows = await desk.select({ id: z.id, at: z.releasedAt, earned: r.earned, countable: r.countable, round: r.round, villageId: d.villageId, attempt: d.attempt })
    .from(z).innerJoin(r, eq(r.quizId, z.id)).innerJoin(f, eq(f.quizId, z.id)).innerJoin(d, eq(d.frameId, f.id))
    .where(and(eq(z.state, "released"), gte(z.plannedAt, since)));
  const newest = new Map<Id<"quiz">, (typeof rows)[number]>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (!known || row.round > known.round || (row.round === known.round && row.attempt > known.attempt)) newest.set(row.id, row);
  }
  return [...newest.values()];
}

async function villageMonths(desk: Desk, exams: Awaited<ReturnType<typeof examsSince>>, since: Date): Promise<VillageMonth[]> {
  const months = new Map<string, VillageMonth>();
  for (const { villageId, at, earned, countable } of exams) {
    if (!villageId || !at) continue;
    const key = `${villageId} ${dayOf(at).slice(0, 7)}`;
    const month = months.get(key) ?? { visits: 0, earned: 0, countable: 0, exams: 0 };
    months.set(key, { ...month, earned: month.earned + earned, countable: month.countable + countable, exams: month.exams + 1 });
  }
  if (months.size === 0) return [];
  const villageIds = [...new Set([...months.keys()].map((key) => key.slice(0, key.indexOf(" ")) as Id<"village">))];
  const [homes, visits] = await Promise.all([homesIn(desk, villageIds), visitsIn(desk, villageIds, since)]);
  return [...months].map(([key, month]) => {
    const households = homes.get(key.slice(0, key.indexOf(" ")) as Id<"village">) ?? 0;
    return { ...month, visits: households > 0 ? ((visits.get(key) ?? 0) * 10) / households : 0 };
  });
}

async function homesIn(desk: Desk, villageIds: Id<"village">[]): Promise<Map<Id<"village">, number>> {
  const { households: h } = desk.see;
  const rows = await desk.select({ id: h.villageId, n: count() }).from(h).where(and(inArray(h.villageId, villageIds), isNull(h.leftOn))).groupBy(h.villageId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** A week belongs to the month its Thursday lies in, as it belongs to that day's year. */
async function visitsIn(desk: Desk, villageIds: Id<"village">[], since: Date): Promise<Map<string, number>> {
  const { villageWeeks: w } = desk.see;
  const rows = await desk.select({ id: w.villageId, week: w.week, n: sql<number>`${w.dayVisits} + ${w.nightTalks}` }).from(w)
    .where(and(inArray(w.villageId, villageIds), gte(w.week, weekOf(dayOf(since)))));
  const months = new Map<string, number>();
  for (const { id, week, n } of rows) {
    const thursday: Day = dayAfter(mondayOf(week), 3);
    const key = `${id} ${thursday.slice(0, 7)}`;
    months.set(key, (months.get(key) ?? 0) + n);
  }
  return months;
}
