import { type Day, dayAfter, weekdayOf } from "@/lib/kernel/day";
import type { DayMark } from "@/lib/words/calendar";

/** The years that may be entered: another one is a slip of the hand. */
export const YEARS = { first: 2020, last: 2040 } as const;

/** Days that are entered at one go; the longest holidays have ten. */
export const RUN_DAYS = 31;

/** From this month on the next year is asked for: the state announces it in November. */
const ASKED_FROM = 11;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Every day from the first to the last; no last day means the first alone. One too many where there are too many. */
export function runOf({ firstOn, lastOn }: { firstOn: Day; lastOn: Day | "" }): Day[] {
  const run: Day[] = [firstOn];
  while (run.length <= RUN_DAYS && run.at(-1)! < lastOn) run.push(dayAfter(run.at(-1)!, 1));
  return run;
}

/** Whether the weekday already says what the mark would say: nobody works on a plain Saturday. */
export const isNothingNew = (day: Day, mark: DayMark): boolean => (weekdayOf(day) % 6 === 0) === (mark === "holiday");

/** The year the office still has to enter: this one at any time, the next one when it is about to begin. */
export function yearMissing(today: Day, entered: readonly Day[]): number | undefined {
  const year = yearOf(today);
  const has = (one: number) => entered.some((day) => yearOf(day) === one);
  if (!has(year)) return year;
  return Number(today.slice(5, 7)) >= ASKED_FROM && !has(year + 1) ? year + 1 : undefined;
}
