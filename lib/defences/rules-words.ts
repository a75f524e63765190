import type { RecusalCause, ScoringRule } from "@/lib/words/defence";
import { TRIMMED_FROM } from "./rules";

/** What each rule means, in one sentence. */
export const ruleMeans: Record<ScoringRule, string> = {
  mean: "所有有效评委的总分加起来，除以人数",
  median: "总分从高到低排，取正中间一位；人数是双数，取中间两位的平均",
  trimmed_mean: `去掉一个最高、一个最低，其余取平均。至少 ${TRIMMED_FROM} 位有效评委，不到就改用平均分`,
};

type Recused = { cause: RecusalCause; of: string };

/** Why a judge stands back, with whom it is about. */
export function recusalWords({ cause, of }: Recused, department: string): string {
  if (cause === "member") return "在课题组里，或曾经在";
  if (cause === "pairing") return `和组里的 ${of} 结对`;
  return of === department ? `是牵头部门${of}的人` : `和组里的 ${of} 同在${department}`;
}

/** Several causes of one judge as one line. */
export const recusalLine = (causes: readonly Recused[], department: string): string => causes.map((one) => recusalWords(one, department)).join("；");

type Seated = { number: number; name: string; department: string; sheet: { submittedAt: Date | null } | undefined; recusals: readonly Recused[] };

/** 交了也不计入: sheets of judges who stand back by now, each with its cause. */
export const lostSheets = (judges: readonly Seated[]): string[] =>
  judges.filter(({ sheet, recusals }) => !!sheet?.submittedAt && recusals.length > 0)
    .map(({ number, name, department, recusals }) => `${number} 号 ${name}：${recusalLine(recusals, department)}`);
