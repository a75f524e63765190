import { LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { Topic } from "@/lib/topics/reads";
import { missingOf } from "../missing-of";
import { MoveButton } from "../move-button";
import { Resume, Stop } from "./stop-form";

type Props = { desk: Desk; topic: Topic };

/** What stands out about this topic now: that it was stopped, and why, or that nothing was heard of it. */
export function Standing({ topic }: Pick<Props, "topic">) {
  const stop = topic.stoppedOn && topic.steps.find(({ move }) => move === "stop");
  return (
    <>
      {topic.stoppedOn && <Notice tone="warn" title={`${topic.stoppedOn} 中止`}>{stop ? `${stop.actor} ${dayOf(stop.at).slice(5)}：${stop.note}` : "恢复以前只能看，不能写。"}</Notice>}
      {topic.within && topic.silentDays && <Notice tone="warn" title={`${topic.silentDays} 天没有进展`}>写一条进展、记一个里程碑或加一条佐证，这里就不再提醒。</Notice>}
    </>
  );
}

/** What may be done with the topic as a whole from here. */
export function TopicDeeds({ desk, topic }: Props) {
  const office = desk.me.is("office");
  const at = { topicId: topic.id, version: topic.version };
  const { id, title, gate, version } = topic;
  return (
    <>
      {office && !topic.stoppedOn && <MoveButton topic={{ id, title, gate, version }} missing={missingOf(topic.gates)} variant="primary" />}
      {!topic.stoppedOn && desk.may("topic.revise", topic) && <LinkButton href={`/topics/${topic.id}/edit`}>修改课题</LinkButton>}
      {office && (topic.stoppedOn ? <Resume {...at} /> : gate !== null && <Stop {...at} />)}
    </>
  );
}
