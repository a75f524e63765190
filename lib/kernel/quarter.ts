import type { Day } from "./day";

/** A quarter of the year, 「2026Q4」: what exams are planned and counted by. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

export const quarterOf = (day: Day): Quarter => `${Number(day.slice(0, 4))}Q${Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4}`;

/** A quarter out of an address bar, or nothing. */
export const quarterFrom = (text: string | undefined): Quarter | undefined => (text && /^20\d\dQ[1-4]$/.test(text) ? (text as Quarter) : undefined);

/** Its first day, and the first day of the next. */
export function daysOf(quarter: Quarter): { from: Day; until: Day } {
  const [year, n] = [Number(quarter.slice(0, 4)), Number(quarter[5])];
  const first = (y: number, month: number) => `${y}-${String(month).padStart(2, "0")}-01` as Day;
  return { from: first(year, n * 3 - 2), until: n === 4 ? first(year + 1, 1) : first(year, n * 3 + 1) };
}

/** 「2026 年第 4 季度」 */
export const spokenQuarter = (quarter: Quarter): string => `${quarter.slice(0, 4)} 年第 ${quarter[5]} 季度`;

export function quarterBefore(quarter: Quarter): Quarter {
  const [year, n] = [Number(quarter.slice(0, 4)), Number(quarter[5])];
  return n === 1 ? `${year - 1}Q4` : (`${year}Q${n - 1}` as Quarter);
}
