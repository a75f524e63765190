import { REVIEW_HOURS } from "./rules";

/** Of so many working hours each: the middle one, the one that nine in ten did not exceed, and how many were in time. */
export function figuresOf(hours: readonly number[]) {
  const sorted = hours.toSorted((a, b) => a - b);
  const inTime = sorted.filter((h) => h <= REVIEW_HOURS).length;
  return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), inTime: sorted.length > 0 ? inTime / sorted.length : undefined };
}

/** The nearest rank: always one of the values. */
const quantile = (sorted: readonly number[], share: number): number | undefined => sorted[Math.ceil(share * sorted.length) - 1];
