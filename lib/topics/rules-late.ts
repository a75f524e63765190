import { type Day, spokenDay } from "@/lib/kernel/day";

/** 里程碑 and 节点 that are past their day: from one day on, and from a week on. */
export const LATE_DAYS = 1;
export const VERY_LATE_DAYS = 7;
/** A group that was not heard of for longer than this is silent. */
export const SILENT_DAYS = 21;
/** From so many days before, it is said how many are left. */
export const SOON_DAYS = 7;

/** Whole days from one civil day to another; negative when the second is earlier. */
export const daysFrom = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export type Lateness = { tone: "neutral" | "ok" | "warn" | "danger"; words: string };

/** How something due stands today. What was done is never red any more; that it came late is said all the same. */
export function lateness({ dueOn, doneOn }: { dueOn: Day; doneOn: Day | null }, today: Day): Lateness {
  const over = daysFrom(dueOn, doneOn ?? today);
  if (doneOn) return { tone: "ok", words: over >= LATE_DAYS ? `${spokenDay(doneOn)}完成，晚了 ${over} 天` : `${spokenDay(doneOn)}完成` };
  if (over >= LATE_DAYS) return { tone: over >= VERY_LATE_DAYS ? "danger" : "warn", words: `超 ${over} 天` };
  if (over === 0) return { tone: "neutral", words: "今天到期" };
  return { tone: "neutral", words: -over <= SOON_DAYS ? `还有 ${-over} 天` : `${dueOn} 到期` };
}

/** For how many days nothing was heard of a group, once that is too long. */
export function silentFor(heardOn: Day, today: Day): number | undefined {
  const days = daysFrom(heardOn, today);
  return days > SILENT_DAYS ? days : undefined;
}
