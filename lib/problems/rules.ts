import type { ProblemState } from "@/lib/words/problem";

/** Where a problem's road ends; everything else is 在办. */
export const ended: readonly ProblemState[] = ["closed", "closed_unresolved"];

export const isOpen = (state: ProblemState): boolean => !ended.includes(state);

/** Working days within which the office takes a problem up, before its own list marks it. */
export const TRIAGE_DAYS = 2;
