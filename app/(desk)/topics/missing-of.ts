import type { GateLine } from "@/lib/topics/reads-gates";
import type { Gate } from "@/lib/words/topic";

/** What the gates still lack, those that lack nothing left out: a card carries no more than its menu says. */
export const missingOf = (gates: readonly GateLine[]): Partial<Record<Gate, readonly string[]>> =>
  Object.fromEntries(gates.filter(({ missing }) => missing.length > 0).map(({ gate, missing }) => [gate, missing]));
