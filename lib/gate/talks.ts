import { addDays, type Almanac, daysBetween, isWorkday } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";

/** Days within which a new pair first talks, and then talks again. */
export const FIRST_TALK_DAYS = 10;
export const TALK_DAYS = 14;

/** The day of the month on which a mentor who has not written of the last one yet is reminded. */
export const REMINDER_DAY = 4;

type Silence = { startedOn: Day; lastOn: Day | undefined; resumedOn: Day | undefined };

/**
 * Whether a pair has not talked for too long: counted from the last talk, or from the first day, or from the day it
 * went on again; and said on no day off.
 */
export function talkDue({ startedOn, lastOn, resumedOn }: Silence, today: Day, almanac: Almanac): { dueOn: Day; days: number; first: boolean } | undefined {
  const since = lastOn ?? startedOn;
  const from = resumedOn && resumedOn > since ? resumedOn : since;
  let dueOn = addDays(from, lastOn ? TALK_DAYS : FIRST_TALK_DAYS);
  while (!isWorkday(dueOn, almanac)) dueOn = addDays(dueOn, 1);
  return dueOn > today ? undefined : { dueOn, days: daysBetween(from, today), first: !lastOn };
}
