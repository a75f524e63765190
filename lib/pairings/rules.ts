import { overlaps, type Period } from "@/lib/kernel/day";

/** How many a mentor takes without the office saying why. */
export const CAPACITY = 2;

/** How far ahead a pairing may be arranged. */
export const AHEAD_DAYS = 60;

/** The first of some periods that shares a day with `next`. */
export const clashing = <P extends Period>(periods: readonly P[], next: Period): P | undefined =>
  periods.find((period) => overlaps(period, next));

/** 「2025-09-01 至 2026-01-31」, 「2026-02-01 至今」 */
export const spanOf = ({ startedOn, endedOn }: Period): string => `${startedOn} 至${endedOn ? ` ${endedOn}` : "今"}`;
