import type { Said } from "@/app/_ui/badge";
import { type Gap, gapOf, type Weight } from "@/lib/pairings/rules-match";

const saids: Record<Gap, Said> = { small: { tone: "ok", word: "差距小" }, some: { tone: "info", word: "有些差距" }, wide: { tone: "warn", word: "差距大" } };

export const gapSaid = (cost: number): Said => saids[gapOf(cost)];

export const weightNames: Record<Weight, string> = { learn: "想学", load: "带的人数", village: "村社", teachBack: "以新促老", department: "同部门" };

/** 「多 12」, 「少 3」, 「不变」 */
export const differenceWords = (by: number): string => (by === 0 ? "不变" : by > 0 ? `多 ${by}` : `少 ${-by}`);
