import { dayAfter, type Day, spokenDay } from "@/lib/kernel/day";
import type { VisitInput } from "./forms";

const later = [["一周后", 7], ["两周后", 14], ["一个月后", 30]] as const;

/** When to come again, as the form offers it. */
export const nextDaysFrom = (today: Day) => later.map(([label, days]) => {
  const value = dayAfter(today, days);
  return { value, label: `${label}（${spokenDay(value)}）`, short: label };
});

/** Defaults do the work: today, by the clock 日访 or 夜访, two weeks to the next one. Only the honest question stays open. */
export const blankVisit = (today: Day, hour: number, householdId: VisitInput["householdId"] = null): Omit<VisitInput, "id"> => ({
  version: 0,
  kind: hour >= 17 ? "night_talk" : "household_day",
  householdId,
  enterpriseId: null,
  visitedOn: today,
  slot: hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening",
  notDone: null,
  topics: [],
  account: "",
  atmosphere: null,
  matter: null,
  problemTitle: "",
  nextVisitOn: nextDaysFrom(today)[1]!.value,
  companionIds: [],
  nextSteps: [],
  place: null,
  photoIds: [],
  proposals: [],
  capturedAt: null,
});
