import type { Said } from "@/app/_ui/badge";
import type { Day } from "@/lib/kernel/day";
import type { GateLine } from "@/lib/topics/reads-gates";
import { lateness } from "@/lib/topics/rules-late";
import { type Standing, standingWords } from "@/lib/topics/rules";

/** Where a topic stands, in one word. */
export function standingOf({ gate, stoppedOn }: { gate: Standing; stoppedOn: Day | null }): Said {
  if (stoppedOn) return { tone: "warn", shape: "dash", word: `${stoppedOn} 中止` };
  return gate === null ? { tone: "ok", shape: "check", word: standingWords(null) } : { tone: "info", word: standingWords(gate) };
}

/** How one gate stands: passed, waived, due, late, or without a day. */
export function gateSaid({ dueOn, closedOn, waived }: Pick<GateLine, "dueOn" | "closedOn" | "waived">, today: Day, current: boolean): Said {
  if (closedOn) return waived ? { tone: "neutral", shape: "dash", word: `${closedOn} 免查过了` } : { tone: "ok", shape: "check", word: `${closedOn} 过了` };
  if (!dueOn) return { tone: "neutral", word: current ? "还没定日期" : "没定日期" };
  const { tone, words } = lateness({ dueOn, doneOn: null }, today);
  return { tone: tone === "neutral" && current ? "info" : tone, word: words };
}
