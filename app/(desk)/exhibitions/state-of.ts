import type { Said } from "@/app/_ui/badge";
import { type Day, shortDay, spokenDay } from "@/lib/kernel/day";
import { type ExhibitionState, exhibitionState } from "@/lib/words/topic";

const looks: Record<ExhibitionState, Omit<Said, "word">> = { preparing: { tone: "neutral" }, voting: { tone: "info" }, closed: { tone: "ok" } };

/** 「2026 年 11 月 24 日 周二 · 三楼会议室」 */
export const whenAndWhere = ({ heldOn, venue }: { heldOn: Day; venue: string }): string =>
  `${heldOn.slice(0, 4)} 年 ${spokenDay(heldOn)} ${shortDay(heldOn).slice(6)}${venue && ` · ${venue}`}`;

export const stateOf = (state: ExhibitionState): Said => ({ ...looks[state], word: exhibitionState.label(state) });
