import { addWorkdays, type Almanac, dayOf, hourOf, isWorkday, startOf } from "@/lib/kernel/calendar";
import type { NoticeKind } from "@/lib/words/notice";

const HOUR = 3_600_000;

/** Reminders come between these hours of a working day, and at no other time. */
export const BEGINS = 8;
export const ENDS = 18;

/** What several mentors or one mentor in a row ask of one author is told together. */
export const TOGETHER_MS = HOUR / 2;
const toldTogether: readonly NoticeKind[] = ["visit_returned"];

export const isQuiet = (at: Date, almanac: Almanac): boolean =>
  !isWorkday(dayOf(at), almanac) || hourOf(at) < BEGINS || hourOf(at) >= ENDS;

/** The moment itself, or 08:00 of the next working day. */
export function outOfQuiet(at: Date, almanac: Almanac): Date {
  if (!isQuiet(at, almanac)) return at;
  const today = dayOf(at);
  const day = isWorkday(today, almanac) && hourOf(at) < BEGINS ? today : addWorkdays(today, 1, almanac);
  return new Date(startOf(day).getTime() + BEGINS * HOUR);
}

/**
 * From when on a notice is shown. `open` is the moment at which one of the same kind for the same person, not shown
 * yet, will be: what is told together joins it.
 */
export function showAtOf(kind: NoticeKind, at: Date, almanac: Almanac, open?: Date): Date {
  if (!toldTogether.includes(kind)) return outOfQuiet(at, almanac);
  return open && open > at ? open : outOfQuiet(new Date(at.getTime() + TOGETHER_MS), almanac);
}
