import { Card } from "@/app/_ui/card";
import { candidatesFor, type DefenceInFull, type TopicNamed } from "@/lib/defences/reads-page";
import type { Desk } from "@/lib/gate/desk";
import { PlanForm } from "./plan-form";

type Props = { desk: Desk; topic: TopicNamed; full: DefenceInFull | undefined };

/** 安排答辩: the form with everybody who may be asked, and why some may not. */
export async function PlanCard({ desk, topic, full }: Props) {
  const heldOn = full?.defence.heldOn ?? desk.me.today;
  const candidates = await candidatesFor(desk, topic.id, heldOn);
  const planned = full && {
    id: full.defence.id, version: full.defence.version, heldOn, rule: full.defence.rule, quorum: full.defence.quorum,
    criteria: full.criteria.map(({ id, name, weight, required, levels }) => ({ id, name, weight, required, levels })),
    judgeIds: full.judges.map(({ personId }) => personId),
  };
  return <Card title={full ? "修改答辩安排" : "安排答辩"}><PlanForm topicId={topic.id} today={desk.me.today} candidates={candidates} planned={planned} /></Card>;
}
