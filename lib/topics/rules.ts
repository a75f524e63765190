import type { Day } from "@/lib/kernel/day";
import type { Role } from "@/lib/words/person";
import { gate, type Gate } from "@/lib/words/topic";
import { silentFor } from "./rules-late";

/** The gate a topic has not passed yet; null once it has passed them all. */
export type Standing = Gate | null;

/** 转化回看: so many months after the topic was concluded. */
export const followUps = [["followup3", 3], ["followup6", 6]] as const satisfies readonly (readonly [Gate, number])[];

const placeOf = (at: Standing): number => (at === null ? gate.values.length : gate.values.indexOf(at));

/** The gates that a move closes, in their order; none where it goes back. */
export const closedBy = (from: Standing, to: Standing): Gate[] => gate.values.slice(placeOf(from), placeOf(to));

/** The gates that a move opens again. */
export const reopenedBy = (from: Standing, to: Standing): Gate[] => gate.values.slice(placeOf(to), placeOf(from));

/** 「中期」, and of what is past them all 「全部完成」. */
export const standingWords = (at: Standing): string => (at === null ? "全部完成" : gate.label(at));

const short: Partial<Record<Gate, string>> = { followup3: "回看3", followup6: "回看6" };
/** A gate as a narrow place says it. */
export const shortGate = (at: Gate): string => short[at] ?? gate.label(at);

/** Visits and problems the picker of 佐证 lists at once. */
export const MOST_PICKS = 20;

export const NO_RESULT = "答辩结果公布";

type Asked = { gate: Gate; items: readonly { words: string; ticked: boolean }[] };

/** What keeps a gate from being passed: what its list still asks, and of 答辩 a published result. */
export function missingAt({ gate: at, items }: Asked, resultPublished: boolean): string[] {
  const unticked = items.filter(({ ticked }) => !ticked).map(({ words }) => words);
  return at === "defence" && !resultPublished ? [...unticked, NO_RESULT] : unticked;
}

type Heard = { gate: Standing; heardOn: Day; stoppedOn: Day | null };

/** Days without a word of the group, where they are too many. After the work, until it is looked back upon, there is nothing to be heard. */
export const silentDays = ({ gate: at, heardOn, stoppedOn }: Heard, today: Day): number | undefined =>
  stoppedOn === null && placeOf(at) < placeOf("followup3") ? silentFor(heardOn, today) : undefined;

/** The first day that comes before the one of an earlier gate. */
export function dueOutOfOrder(dues: readonly { gate: Gate; dueOn: Day | null }[]): { late: Gate; early: Gate } | undefined {
  const set = gate.values.flatMap((at) => dues.filter((one) => one.gate === at && one.dueOn));
  const place = set.findIndex((one, i) => i > 0 && one.dueOn! < set[i - 1]!.dueOn!);
  return place < 0 ? undefined : { late: set[place]!.gate, early: set[place - 1]!.gate };
}

/** 权限分离: whoever runs the system or audits it works in no group. */
export const mayJoin = ({ roles, leftOn }: { roles: readonly Role[]; leftOn: Day | null }): boolean =>
  leftOn === null && !roles.includes("admin") && !roles.includes("auditor");
