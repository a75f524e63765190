import type { Day } from "@/lib/kernel/day";
import { type Word, words } from "@/lib/words/word";

/** 双访 of one village in one week: Tuesday's day visits and Wednesday's night talks. */
export const boardMark = words({ both: "日访夜访都有", one: "只有一种", none: "还没有", off: "放假" });
export type BoardMark = Word<typeof boardMark>;

/** What was done counts even in a week of holidays; only a week that had no 走访日 owes nothing. */
export function markOf(dayVisits: number, nightTalks: number, meetingOn: Day | undefined): BoardMark {
  if (dayVisits > 0 && nightTalks > 0) return "both";
  if (dayVisits > 0 || nightTalks > 0) return "one";
  return meetingOn ? "none" : "off";
}

/** What the office's list of things waiting is made of. */
export const waitingKind = words({ review: "批阅", call: "双访", pairing: "结对", proposal: "结对答复", coaching: "帮带", feedback: "建议", problem: "问题" });
export type WaitingKind = Word<typeof waitingKind>;
