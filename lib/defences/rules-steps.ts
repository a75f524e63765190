import type { Id } from "@/lib/kernel/id";
import type { ScoringRule } from "@/lib/words/defence";
import { type Criterion, halfUp, type Points, TRIMMED_FROM } from "./rules";

/*
 * 计分说明: the way from the marks to the result, each step with every number that stands in it. It goes its own way, in
 * whole numbers; that it arrives where `reckon` does is tested.
 */

/** A division as one writes it down: the exact quotient as far as it goes, and what is kept of it, in hundredths. */
export type Division = { over: number; under: number; exact: string; kept: number };
export type Part<C extends Criterion> = { criterion: C; points: number; product: number };
export type JudgeSteps<C extends Criterion = Criterion> = { parts: Part<C>[]; skipped: C[]; sum: number; weights: number; total: Division };

const PLACES = 4;

/** a / b to four places, with 「…」 where it goes on. a ≥ 0, b > 0. */
export function written(a: number, b: number): string {
  const places: number[] = [];
  let rest = a % b;
  while (rest > 0 && places.length < PLACES) {
    places.push(Math.floor((rest * 10) / b));
    rest = (rest * 10) % b;
  }
  return `${Math.floor(a / b)}.${places.join("").padEnd(2, "0")}${rest > 0 ? "…" : ""}`;
}

/** Points over weights: the total of one judge. Undefined where nothing, or not everything required, is marked. */
export function judgeSteps<C extends Criterion>(criteria: readonly C[], points: Points): JudgeSteps<C> | undefined {
  const parts: Part<C>[] = [];
  const skipped: C[] = [];
  for (const criterion of criteria) {
    const given = points.get(criterion.id);
    if (given === undefined && criterion.required) return undefined;
    if (given === undefined) skipped.push(criterion);
    else parts.push({ criterion, points: given, product: given * criterion.weight });
  }
  if (parts.length === 0) return undefined;
  const sum = parts.reduce((all, { product }) => all + product, 0);
  const weights = parts.reduce((all, { criterion }) => all + criterion.weight, 0);
  return { parts, skipped, sum, weights, total: { over: sum, under: weights, exact: written(sum, weights), kept: halfUp(sum * 100, weights) } };
}

export type Placed = { id: Id<"person">; total: number };
export type ResultSteps = {
  /** From the highest to the lowest; of equals, as they sit. */
  order: Placed[];
  used: ScoringRule;
  fellBack: boolean;
  /** The highest and the lowest, where they are left out. */
  left: Placed[];
  /** What the result is made of. */
  kept: Placed[];
  total: Division | undefined;
  spread: number;
};

/** Judges' totals, in hundredths, to one result. */
export function resultSteps(chosen: ScoringRule, totals: readonly Placed[]): ResultSteps {
  const order = totals.toSorted((a, b) => b.total - a.total);
  const fellBack = chosen === "trimmed_mean" && order.length < TRIMMED_FROM;
  const used: ScoringRule = fellBack ? "mean" : chosen;
  const left = used === "trimmed_mean" ? [order[0]!, order.at(-1)!] : [];
  const kept = used === "median" ? middle(order) : order.filter((one) => !left.includes(one));
  const spread = order.length > 0 ? order[0]!.total - order.at(-1)!.total : 0;
  return { order, used, fellBack, left, kept, spread, total: kept.length > 0 ? meanSteps(kept) : undefined };
}

const middle = (order: readonly Placed[]): Placed[] => order.slice(Math.ceil(order.length / 2) - 1, Math.floor(order.length / 2) + 1);

function meanSteps(kept: readonly Placed[]): Division {
  const over = kept.reduce((all, { total }) => all + total, 0);
  return { over, under: kept.length, exact: written(over, kept.length * 100), kept: halfUp(over, kept.length) };
}
