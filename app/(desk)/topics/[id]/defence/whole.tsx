import type { DefenceInFull } from "@/lib/defences/reads-page";
import type { Desk } from "@/lib/gate/desk";
import { Arrangement } from "./arrangement";
import { Others } from "./others";
import { QuestionsCard } from "./questions-card";
import { Stage } from "./stage";

/** A defence with what was asked at it and how it is arranged, beside each other at the desk. */
export function Whole({ desk, full }: { desk: Desk; full: DefenceInFull }) {
  const { defence, topic, others } = full;
  const mayPlan = desk.me.is("office") && !topic.stoppedOn && !desk.me.everTopicIds.includes(topic.id) && [defence, ...others].every(({ state }) => state === "published");
  if (defence.state === "preparing") return <div className="grid gap-2.5 lg:max-w-3xl"><Stage desk={desk} full={full} /></div>;
  return (
    <div className="grid items-start gap-2.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid gap-2.5">
        <Stage desk={desk} full={full} />
        <QuestionsCard desk={desk} full={full} />
      </div>
      <div className="grid gap-2.5">
        <Arrangement desk={desk} full={full} />
        <Others topicId={topic.id} others={others} mayPlan={mayPlan} />
      </div>
    </div>
  );
}
