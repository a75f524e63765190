import type { Fact } from "@/app/_ui/facts-list";
import { clockOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { ParkedVisit } from "@/lib/visits/reads-parked";
import { saidAnew } from "@/lib/visits/rules-form";
import { headingWords } from "@/lib/words/heading";
import { atmosphere, matter, side, topicChip, visitKind } from "@/lib/words/visit";

/** What was filled in, in the order of the form; then when it was written and when it came. */
export const factsOf = ({ visit, author, companions, parkedAt, capturedAt, keeper }: ParkedVisit): Fact[] => [
  { label: "走访人", value: [author, ...companions].join("、") },
  { label: "方式", value: visitKind.label(visit.kind) },
  ...(visit.topics.length > 0 ? [{ label: "谈了什么", value: visit.topics.map(topicChip.label).join("、") }] : []),
  ...(visit.atmosphere ? [{ label: "谈得怎么样", value: atmosphere.label(visit.atmosphere) }] : []),
  ...(visit.matter ? [{ label: "要办的事", value: [matter.label(visit.matter), visit.problemTitle].filter(Boolean).join("：") }] : []),
  ...saidAnew(visit).map((one) => ({ label: "户情有变化", value: `${headingWords(one)}：${one.says}` })),
  ...visit.nextSteps.map((step) => ({ label: `下一步 ${side.label(step.side)}`, value: `${step.words}${step.dueOn ? `（${step.dueOn.slice(5)} 前）` : ""}` })),
  ...(visit.nextVisitOn ? [{ label: "下次走访", value: shortDay(visit.nextVisitOn) }] : []),
  ...(visit.photoIds.length > 0 ? [{ label: "照片", value: `${visit.photoIds.length} 张，收进来后从作者的手机上传` }] : []),
  ...(capturedAt ? [{ label: "手机上写好", value: clockOf(capturedAt) }] : []),
  { label: "送到系统", value: clockOf(parkedAt) },
  ...(keeper ? [{ label: "转交给", value: keeper }] : []),
];
