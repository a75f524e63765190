import { asc, gte } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { announcedDays } from "@/lib/kernel/holidays";
import { yearMissing, yearOf } from "./rules";

/** Every day entered, some thirty a year, oldest first. */
const entered = (desk: Desk, from: Day) => {
  const { dayMarks: m } = desk.see;
  return desk.select({ id: m.id, day: m.day, mark: m.mark, name: m.name }).from(m).where(gte(m.day, from)).orderBy(asc(m.day));
};
export type DayEntered = Awaited<ReturnType<typeof entered>>[number];

/** One year's days, and which years there are: those with days in them, this one and the next; the latest first. */
export async function calendarOf(desk: Desk, asked: number | undefined) {
  const all = await entered(desk, "2000-01-01" as Day);
  const now = yearOf(desk.me.today);
  const years = [...new Set([...all.map(({ day }) => yearOf(day)), now, now + 1])].sort().reverse();
  const year = years.find((one) => one === asked) ?? now;
  const days = all.filter(({ day }) => yearOf(day) === year);
  const counts = years.map((one) => ({ year: one, count: all.filter(({ day }) => yearOf(day) === one).length }));
  return { year, years: counts, days, fillable: days.length === 0 && announcedDays(year).length > 0 };
}

/** The year whose days still have to be entered, as the banner says it. */
export async function yearToEnter(desk: Desk): Promise<number | undefined> {
  const { today } = desk.me;
  const days = await entered(desk, `${yearOf(today)}-01-01` as Day);
  return yearMissing(today, days.map(({ day }) => day));
}
