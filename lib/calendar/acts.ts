import { and, asc, eq, gte, lte } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { type Day, shortDay, spokenDay } from "@/lib/kernel/day";
import { announcedDays } from "@/lib/kernel/holidays";
import { Refusal } from "@/lib/kernel/refusal";
import { type DayMark, dayMark } from "@/lib/words/calendar";
import type { FillYearForm, MarkDaysForm, UnmarkDayForm } from "./forms";
import { isNothingNew, runOf } from "./rules";

const { dayMarks } = tables;
type Marked = { day: Day; mark: DayMark; name: string };

/** One day or a run of them. In a run, the days that are so by their weekday stay unmarked. All of it, or nothing. */
export async function markDays(desk: Desk, form: MarkDaysForm): Promise<void> {
  const { mark, name } = form;
  const run = runOf(form);
  const days = run.filter((day) => !isNothingNew(day, mark));
  if (days.length === 0) throw Refusal.invalid("firstOn", nothingNew(run, mark));
  await desk.together(async (inside) => {
    const before = await firstMarked(inside, run[0]!, run.at(-1)!);
    if (before) throw Refusal.invalid("firstOn", `${spokenDay(before.day)}已经标了${dayMark.label(before.mark)}（${before.name}）。要改，先把它去掉`);
    await enter(inside, days.map((day) => ({ day, mark, name })));
  });
}

function nothingNew(run: readonly Day[], mark: DayMark): string {
  const so = mark === "holiday" ? "本来就不上班，不用标放假" : "本来就上班，不用标调休上班";
  return run.length === 1 ? `${spokenDay(run[0]!)}是${shortDay(run[0]!).slice(6)}，${so}` : `这几天${so}`;
}

async function firstMarked(desk: Desk, from: Day, to: Day): Promise<Marked | undefined> {
  const { dayMarks: seen } = desk.see;
  const [found] = await desk.select({ day: seen.day, mark: seen.mark, name: seen.name }).from(seen)
    .where(and(gte(seen.day, from), lte(seen.day, to))).orderBy(asc(seen.day)).limit(1);
  return found;
}

/** Each day is a deed of its own, so that the ledger tells which ones and whoever takes one back leaves the others. */
async function enter(desk: Desk, marks: readonly Marked[]): Promise<void> {
  for (const mark of marks)
    await desk.begin("calendar.mark", async (tx) => {
      const [made] = await tx.insert(dayMarks).values(mark).returning();
      return made!;
    });
}

export async function unmarkDay(desk: Desk, form: UnmarkDayForm): Promise<void> {
  await desk.change("calendar.unmark", form.dayMarkId, async (tx, { id }) => {
    await tx.delete(dayMarks).where(eq(dayMarks.id, id));
  });
}

/** The whole year as the state announced it, where nothing is entered and the announcement is known here. */
export async function fillYear(desk: Desk, { year }: FillYearForm): Promise<void> {
  const announced = announcedDays(year);
  if (announced.length === 0) throw Refusal.conflict(`系统里还没有 ${year} 年的国务院通知，照通知一段一段录入`);
  await desk.together(async (inside) => {
    if (await firstMarked(inside, `${year}-01-01` as Day, `${year}-12-31` as Day))
      throw Refusal.conflict(`${year} 年已经录入过一部分，接着一段一段录入`);
    await enter(inside, announced);
  });
}
