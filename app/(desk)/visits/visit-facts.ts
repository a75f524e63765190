import { shortDay } from "@/lib/kernel/day";
import type { VisitInFull } from "@/lib/visits/reads-one";
import { problemState } from "@/lib/words/problem";
import { atmosphere, matter, side, topicChip } from "@/lib/words/visit";

export type VisitFact = { label: string; value: string; href?: string };

/** What is known of a visit beside its account, as plain words: the visit's page and the review desk both draw it. */
export const factsOf = ({ visit, author, companions, nextSteps, place, problem }: VisitInFull): VisitFact[] => [
  { label: "走访人", value: [author.name, ...companions.map((c) => c.name)].join("、") },
  ...(visit.topics.length > 0 ? [{ label: "谈了什么", value: visit.topics.map(topicChip.label).join("、") }] : []),
  ...(visit.atmosphere ? [{ label: "谈得怎么样", value: atmosphere.label(visit.atmosphere) }] : []),
  ...(visit.matter ? [{ label: "要办的事", value: matter.label(visit.matter) }] : []),
  ...(problem ? [{ label: "问题", value: `${problem.title}（${problemState.label(problem.state)}）`, href: `/problems/${problem.id}` }] : []),
  ...nextSteps.map((step) => ({ label: `下一步 ${side.label(step.side)}`, value: `${step.words}${step.dueOn ? `（${step.dueOn.slice(5)} 前）` : ""}` })),
  ...(visit.nextVisitOn ? [{ label: "下次走访", value: shortDay(visit.nextVisitOn) }] : []),
  ...(place ? [{ label: "位置", value: `${place.lat.toFixed(3)}, ${place.lng.toFixed(3)}（约 100 米）` }] : []),
];
