import type { Trait } from "@/db/seed/material/households";
import type { Matter, TopicChip } from "@/lib/words/visit";

/**
 * One thing a visit may be about, in parts that are put together in several ways. `{who}` is the person talked to.
 * A part opening with figures, 「13:清运车每天来」, goes only with the first and third line of `seen`; the others with all.
 */
export interface Thread {
  id: string;
  topic: TopicChip;
  /** The visited house must have it. */
  needs?: Trait;
  /** Months in which it makes sense; all without. */
  months?: readonly number[];
  seen: readonly string[];
  detail: readonly string[];
  said: readonly string[];
  /** How it ends when there is nothing to do, when it was settled on the spot, when it has to be reported. */
  ends: Partial<Record<Matter, readonly string[]>>;
  /** ≤ 20 characters each; there is one wherever it can be reported. */
  titles?: readonly string[];
  ours?: readonly string[];
  theirs?: readonly string[];
  /** A mentor's question, the lines of `seen` it is about, and answers that fit. */
  ask: { about?: string; note: string; adds: readonly string[] };
}

/** The parts that go with line number `seen` (from 0), without their figures. */
export function partsFor(seen: number, parts: readonly string[] = []): string[] {
  return parts.flatMap((part) => {
    const [, figures, text] = /^([1-9]+):(.*)$/.exec(part) ?? [];
    if (figures === undefined || text === undefined) return [part];
    return figures.includes(String(seen + 1)) ? [text] : [];
  });
}

/** Every line of `seen` that this ending can be told about. */
export function linesEnding(thread: Thread, matter: Matter): number[] {
  const ending = thread.ends[matter] ?? [];
  return [...thread.seen.keys()].filter((seen) => partsFor(seen, ending).length > 0);
}
