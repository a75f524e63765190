import { shortDay } from "@/lib/kernel/day";
import type { VisitInFull } from "@/lib/visits/reads-one";
import { proposalState } from "@/lib/words/practice";
import { problemState } from "@/lib/words/problem";
import { atmosphere, matter, side, topicChip } from "@/lib/words/visit";

export type VisitFact = { label: string; value: string; href?: string };

/** What is known of a visit beside its account, as plain words: the visit's page and the review desk both draw it. */
export const factsOf = ({ visit, author, companions, nextSteps, place, problem, proposals }: VisitInFull): VisitFact[] => [
  { label: "走访人", value: [author.name, ...companions.map((c) => c.name)].join("、") },
  ...(visit.topics.length > 0 ? [{ label: "谈了什么", value: visit.topics.map(topicChip.label).join("、") }] : []),
  ...(visit.atmosphere ? [{ label: "谈得怎么样", value: atmosphere.label(visit.atmosphere) }] : []),
  ...(visit.matter ? [{ label: "要办的事", value: matter.label(visit.matter) }] : []),
  ...(problem ? [{ label: "问题", value: `${problem.title}（${problemState.label(problem.state)}）`, href: `/problems/${problem.id}` }] : []),
  ...proposals.map((one) => ({ label: "户情有变化", value: [`${one.heading}${one.says ? `：${one.says}` : ""}`, becameOf(one)].join("。"), href: `/households/${visit.householdId}` })),
  ...nextSteps.map((step) => ({ label: `下一步 ${side.label(step.side)}`, value: `${step.words}${step.dueOn ? `（${step.dueOn.slice(5)} 前）` : ""}` })),
  ...(visit.nextVisitOn ? [{ label: "下次走访", value: shortDay(visit.nextVisitOn) }] : []),
  ...(place ? [{ label: "位置", value: `${place.lat.toFixed(3)}, ${place.lng.toFixed(3)}（约 100 米）` }] : []),
];

/** What became of it: by whom it was taken into the file, or why not. */
function becameOf({ waits, state, decidedBy, why }: VisitInFull["proposals"][number]): string {
  if (waits) return "提交日志后送去核对";
  if (state === "open") return proposalState.label(state);
  return `${decidedBy ?? ""}${proposalState.label(state)}${why && `：${why}`}`;
}
