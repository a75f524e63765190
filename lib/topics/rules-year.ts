import type { Day } from "@/lib/kernel/day";
import { gate, type Gate } from "@/lib/words/topic";
import { daysFrom } from "./rules-late";

/** 「2026-06」 */
export type Month = string & { readonly month: true };
export const MONTHS = 12;
/** Months before this one that a year begins with, so that today stands in its middle. */
const BEFORE = 5;

/** A month out of an address bar, or nothing. */
export const monthFrom = (text: string | undefined): Month | undefined =>
  text && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;

/** So many months on, or back. */
export function monthAfter(month: string, count: number): Month {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}` as Month;
}

export const yearAround = (today: Day): Month => monthAfter(today.slice(0, 7), -BEFORE);

export const firstDayOf = (month: string): Day => `${month}-01` as Day;

export const monthsOf = (from: Month): Month[] => Array.from({ length: MONTHS }, (_, i) => monthAfter(from, i));

/** How much of the year has passed on a day, every month as wide as the other; nothing where the day is not of it. */
export function shareOf(day: Day, from: Month): number | undefined {
  const place = monthsOf(from).findIndex((month) => day.startsWith(month));
  if (place < 0) return undefined;
  const [first, next] = [firstDayOf(monthAfter(from, place)), firstDayOf(monthAfter(from, place + 1))];
  return Math.round((1000 * (place + daysFrom(first, day) / daysFrom(first, next))) / MONTHS) / 1000;
}

export type Mark = { gate: Gate; on: Day; state: "closed" | "waived" | "due" | "late" };
type Line = { gate: Gate; dueOn: Day | null; closedOn: Day | null; waived: boolean };

/** Where each gate stands in time: on the day it was passed, or on the day it is due. One without either is not drawn. */
export function marksOf(gates: readonly Line[], today: Day): Mark[] {
  return gate.values.flatMap((at): Mark[] => {
    const line = gates.find((one) => one.gate === at);
    const on = line?.closedOn ?? line?.dueOn;
    if (!line || !on) return [];
    return [{ gate: at, on, state: line.closedOn ? (line.waived ? "waived" : "closed") : on < today ? "late" : "due" }];
  });
}

/** Whether anything of a topic lies in the year: a part of its time, or one of its marks. */
export function liesIn({ startedOn, marks, over }: { startedOn: Day; marks: readonly Mark[]; over: boolean }, from: Month): boolean {
  const [first, end] = [firstDayOf(from), firstDayOf(monthAfter(from, MONTHS))];
  const last = marks.reduce<Day>((latest, { on }) => (on > latest ? on : latest), startedOn);
  return startedOn < end && (!over || last >= first);
}
