import { Temporal } from "temporal-polyfill";
import { type Day, type Week, weekdayOf } from "./day";

/** All date arithmetic, in one time zone. Temporal never leaves this file; what leaves is a `Day`, a `Week` or a `Date`. */
const ZONE = "Asia/Shanghai";

const zoned = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);

export const dayOf = (instant: Date): Day => zoned(instant).toPlainDate().toString() as Day;

/** The hour on the wall clock, 0–23: after 17 a visit is a night talk unless its author says otherwise. */
export const hourOf = (instant: Date): number => zoned(instant).hour;

/** 「11-23 09:05」 */
export function clockOf(instant: Date): string {
  const t = zoned(instant).toPlainDateTime();
  return `${t.toPlainDate().toString().slice(5)} ${t.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

/** 「09:05」 */
export const timeOf = (instant: Date): string => clockOf(instant).slice(6);

export function weekOf(date: Day): Week {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}` as Week;
}

export function mondayOf(w: Week): Day {
  const [year, number] = w.split("-W").map(Number) as [number, number];
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 }); // 4 January is always in week 1
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: number - 1 }).toString() as Day;
}

/** A civil date needs no zone, and a page asks for thousands of them: plain numbers cost a fraction of Temporal. */
const DAY_MS = 86_400_000;
const numberOf = (date: Day): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const addDays = (date: Day, days: number): Day =>
  new Date((numberOf(date) + days) * DAY_MS).toISOString().slice(0, 10) as Day;

/** The same day so many months on, or the last of a shorter month. */
export const addMonths = (date: Day, months: number): Day =>
  Temporal.PlainDate.from(date).add({ months }).toString() as Day;

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => numberOf(b) - numberOf(a);

/** The instant at which a day begins in Shanghai. */
export const startOf = (date: Day): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds);

/** The last `count` weeks, oldest first, ending with `w`. */
export const weeksUpTo = (w: Week, count: number): Week[] =>
  Array.from({ length: count }, (_, i) => weekOf(addDays(mondayOf(w), -7 * (count - 1 - i))));

/** Days that are not what their weekday says: holidays off, and weekends worked to make up for them. */
export type Almanac = ReadonlyMap<Day, "holiday" | "makeup">;

export function isWorkday(date: Day, almanac: Almanac): boolean {
  const marked = almanac.get(date);
  return marked ? marked === "makeup" : weekdayOf(date) % 6 !== 0;
}

/** The instant `hours` working hours later. A working day counts 24 of them, as 「48 小时」 does in the town's talk. */
export function addWorkingHours(from: Date, hours: number, almanac: Almanac): Date {
  let left = hours * 3_600_000;
  let at = from;
  for (;;) {
    const today = dayOf(at);
    const tomorrow = startOf(addDays(today, 1));
    const here = isWorkday(today, almanac) ? tomorrow.getTime() - at.getTime() : 0;
    if (here > 0 && left <= here) return new Date(at.getTime() + left);
    left -= here;
    at = tomorrow;
  }
}

/** The `count`-th working day after `date`. */
export function addWorkdays(date: Day, count: number, almanac: Almanac): Day {
  let at = date;
  for (let left = count; left > 0; ) if (isWorkday((at = addDays(at, 1)), almanac)) left--;
  return at;
}

/** How many working days there are from one day to another, both counted. */
export function workdaysFrom(from: Day, to: Day, almanac: Almanac): number {
  let count = 0;
  for (let at = from; at <= to; at = addDays(at, 1)) if (isWorkday(at, almanac)) count++;
  return count;
}

/** Working hours from one instant to another, counted as `addWorkingHours` does. */
export function workingHoursBetween(from: Date, to: Date, almanac: Almanac): number {
  let [ms, at] = [0, from];
  while (at < to) {
    const today = dayOf(at);
    const next = new Date(Math.min(startOf(addDays(today, 1)).getTime(), to.getTime()));
    if (isWorkday(today, almanac)) ms += next.getTime() - at.getTime();
    at = next;
  }
  return ms / 3_600_000;
}

/** 走访日 of a week: Tuesday, or the next working day of the same week; none when the rest of the week is off. */
export function meetingDayOf(w: Week, almanac: Almanac): Day | undefined {
  const monday = mondayOf(w);
  return [1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n)).find((d) => isWorkday(d, almanac));
}
