import { problemState, type ProblemState } from "@/lib/words/problem";

/** Where a problem's road ends. */
const ended: readonly ProblemState[] = ["closed", "closed_unresolved"];

export const isOpen = (state: ProblemState): boolean => !ended.includes(state);

/** 在办: whatever has not come to its end. Named one by one, an index finds them among years of ended ones. */
export const openStates: readonly ProblemState[] = problemState.values.filter(isOpen);

/** Working days within which the office takes a problem up, before its own list marks it. */
export const TRIAGE_DAYS = 2;
