import { addDays, mondayOf, weekOf } from "@/lib/kernel/calendar";
import type { Day, Week } from "@/lib/kernel/day";

/** How far an arrow moves. */
const STEP = 28;

/** The last week of the board, out of the address: never later than this week, and never nonsense. */
export function untilFrom(asked: string | string[] | undefined, today: Day): Week {
  const [, week] = /^(20\d\d-W\d\d)$/.exec(String(asked ?? "")) ?? [];
  const now = weekOf(today);
  const wanted = week ? weekOf(mondayOf(week as Week)) : now; // W54 is next year's first
  return wanted < now ? wanted : now;
}

export function arrowsFor(until: Week, today: Day): { earlier: string; later?: string } {
  const hrefOf = (days: number) => `/meetings?until=${weekOf(addDays(mondayOf(until), days))}`;
  return { earlier: hrefOf(-STEP), ...(until < weekOf(today) && { later: hrefOf(STEP) }) };
}
