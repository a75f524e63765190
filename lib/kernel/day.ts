declare const day: unique symbol;
declare const week: unique symbol;

/** A civil date in Shanghai, "2026-03-02". Sorts, indexes and serialises as itself. */
export type Day = string & { readonly [day]: true };

/** An ISO week, "2026-W10", Monday first. The training runs on weeks, so a week is a word of ours and not a number. */
export type Week = string & { readonly [week]: true };

/** A day that is in the calendar, as it is written down; anything else is none. */
export function dayFrom(text: string | undefined): Day | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as Day) : undefined;
}

/** 「11-24 周二」, as a column head says it. */
export const shortDay = (d: Day): string => `${d.slice(5)} 周${"日一二三四五六"[weekdayOf(d)]}`;

/** 「11 月 24 日」, as a sentence says it. */
export const spokenDay = (d: Day): string => `${Number(d.slice(5, 7))} 月 ${Number(d.slice(8))} 日`;

/** So many days on. A phone counts days too, and carries no calendar. */
export const dayAfter = (d: Day, days: number): Day => dayFrom(new Date(Date.parse(`${d}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))!;

/** Sunday is 0. A civil date needs no zone to know its weekday. */
export const weekdayOf = (d: Day): number => new Date(`${d}T00:00:00Z`).getUTCDay();

export type Period = { startedOn: Day; endedOn: Day | null };

/** Two periods share a day. The last day of a period belongs to it; one without an end goes on. */
export const overlaps = (a: Period, b: Period): boolean =>
  (b.endedOn === null || a.startedOn <= b.endedOn) && (a.endedOn === null || b.startedOn <= a.endedOn);
