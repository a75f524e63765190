import type { Id } from "@/lib/kernel/id";
import { type Word, words } from "./word";

/** A defence is prepared, scored, closed (then its result is provisional) and published. */
export const defenceState = words({ preparing: "准备中", open: "评分中", closed: "已停止评分", published: "已公布" });
export type DefenceState = Word<typeof defenceState>;

/** How the judges' totals become one: fixed before anybody scores. */
export const scoringRule = words({ mean: "平均分", median: "中位数", trimmed_mean: "去掉最高最低后平均" }, "选计分方法");
export type ScoringRule = Word<typeof scoringRule>;

/** 回避: why a judge may not score this topic; it follows from what stands in the system, nobody declares it. */
export const recusalCause = words({ member: "是课题组的人", pairing: "和组里的人结对", department: "和组里的人同部门" });
export type RecusalCause = Word<typeof recusalCause>;

/** Why somebody stands back, and because of whom. */
export type Recusal = { cause: RecusalCause; personId: Id<"person"> };

/** One word of a criterion's scale and the points it stands for. */
export type Level = { label: string; points: number };
