import type { Said } from "@/app/_ui/badge";
import type { PairingRow } from "@/lib/pairings/reads";
import { spanOf } from "@/lib/pairings/rules";

/** How a pairing stands today, in one word; a proposal that waits too long is said to be late, and stays a proposal. */
export function standingOf({ state, startedOn, answerBy }: Pick<PairingRow, "state" | "startedOn" | "answerBy">, today: string): Said {
  if (state === "proposed") return answerBy && answerBy < today ? { tone: "danger", word: "超期没答复" } : { tone: "info", word: "待导师答复" };
  if (state === "declined") return { tone: "neutral", shape: "dash", word: "没有结成" };
  if (state === "paused") return { tone: "warn", word: "暂停" };
  if (state === "ended") return { tone: "neutral", shape: "dash", word: "已结束" };
  return startedOn > today ? { tone: "info", word: "还没开始" } : { tone: "ok", word: "在带" };
}

/** 「2024-09-10 至今」, and of what has not begun the day it is meant to. */
export const spanWords = (pairing: Pick<PairingRow, "state" | "startedOn" | "endedOn">, today: string): string =>
  pairing.state === "proposed" || (pairing.state === "active" && pairing.startedOn > today) ? `打算从 ${pairing.startedOn} 起` : pairing.state === "declined" ? "没有开始" : spanOf(pairing);
