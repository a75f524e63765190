import { overlaps, type Period } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Recusal, ScoringRule } from "@/lib/words/defence";
import type { Role } from "@/lib/words/person";

/*
 * How a defence is reckoned. Points are whole, totals are hundredths of a point; nothing here is a binary fraction.
 * Every number that is shown is rounded once, half up, and the next step goes on from the number as it is shown:
 * whoever has the sheet and a pencil gets the same.
 */

/** From so many judges on, the highest and the lowest may be left out. */
export const TRIMMED_FROM = 5;
/** Totals so far apart (20.00 points) are shown as such. */
export const WIDE = 2_000;
export const FULL_WEIGHT = 100;

const judging: readonly Role[] = ["judge", "mentor", "villageCadre", "office", "leader"];
/** Who may sit among the judges, and, sitting there, score. */
export const mayJudge = (roles: readonly Role[]): boolean => roles.some((one) => judging.includes(one));

export type Criterion = { id: Id<"criterion">; weight: number; required: boolean };
export type Points = ReadonlyMap<Id<"criterion">, number>;

/** a / b as a whole number, half up. a ≥ 0, b > 0. */
export const halfUp = (a: number, b: number): number => Math.floor((2 * a + b) / (2 * b));

/** What a judge has still to mark. */
export const unmarked = <C extends Criterion>(criteria: readonly C[], points: Points): C[] =>
  criteria.filter(({ id, required }) => required && !points.has(id));

/**
 * One judge's total in hundredths: each mark by its weight, over the weights of what was marked. Undefined while
 * something required, or everything, is missing.
 */
export function totalOf(criteria: readonly Criterion[], points: Points): number | undefined {
  const marked = criteria.filter(({ id }) => points.has(id));
  if (marked.length === 0 || unmarked(criteria, points).length > 0) return undefined;
  const weights = sum(marked.map(({ weight }) => weight));
  return halfUp(100 * sum(marked.map(({ id, weight }) => points.get(id)! * weight)), weights);
}

export type Reckoning = {
  /** In hundredths; null where nobody has scored. */
  total: number | null;
  /** The rule that was used, and why not the one that was chosen. */
  rule: ScoringRule;
  fellBack: boolean;
  counted: number;
  /** Highest less lowest, of all that were handed in. */
  spread: number;
  /** What was left out by the trimmed mean. */
  left: readonly number[];
};

/** All judges' totals as one number. The order they come in makes no difference. */
export function reckon(rule: ScoringRule, totals: readonly number[]): Reckoning {
  const sorted = totals.toSorted((a, b) => a - b);
  const counted = sorted.length;
  const fellBack = rule === "trimmed_mean" && counted < TRIMMED_FROM;
  const used = fellBack ? "mean" : rule;
  if (counted === 0) return { total: null, rule: used, fellBack, counted, spread: 0, left: [] };
  const left = used === "trimmed_mean" ? [sorted[0]!, sorted.at(-1)!] : [];
  const total = used === "median" ? middleOf(sorted) : meanOf(used === "trimmed_mean" ? sorted.slice(1, -1) : sorted);
  return { total, rule: used, fellBack, counted, spread: sorted.at(-1)! - sorted[0]!, left };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const meanOf = (numbers: readonly number[]): number => halfUp(sum(numbers), numbers.length);
const middleOf = (sorted: readonly number[]): number => {
  const half = sorted.length / 2;
  return Number.isInteger(half) ? halfUp(sorted[half - 1]! + sorted[half]!, 2) : sorted[Math.floor(half)]!;
};

/** 「87.50」 */
export const spokenPoints = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

type Someone = { id: Id<"person">; department: string };
type Pair = Period & { mentorId: Id<"person">; menteeId: Id<"person"> };
/** Everybody who is or was of the group, the pairings that ever held, and the topic's own days and department. */
export type Relations = { group: readonly Someone[]; pairs: readonly Pair[]; leadDepartment: string; days: Period };

/**
 * 回避, derived: a judge stands back who is or was of the group, who has been in a 结对 with one of them while the topic
 * went on, or who sits in the department that leads it or that one of them comes from. Each cause names its person.
 */
export function recusalsOf(judge: Someone, { group, pairs, leadDepartment, days }: Relations): Recusal[] {
  const ofGroup = new Set(group.map(({ id }) => id));
  if (ofGroup.has(judge.id)) return [{ cause: "member", personId: judge.id }];
  const paired = pairs.filter((pair) => overlaps(pair, days)).flatMap(({ mentorId, menteeId }) =>
    mentorId === judge.id && ofGroup.has(menteeId) ? [menteeId] : menteeId === judge.id && ofGroup.has(mentorId) ? [mentorId] : []);
  const near = !judge.department ? [] : judge.department === leadDepartment
    ? [judge.id]
    : group.filter(({ department }) => department === judge.department).map(({ id }) => id);
  return [
    ...[...new Set(paired)].map((personId): Recusal => ({ cause: "pairing", personId })),
    ...near.map((personId): Recusal => ({ cause: "department", personId })),
  ];
}
