import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { defenceInFull, topicNamed } from "@/lib/defences/reads-page";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { firstOf } from "../../../people/people-address";
import { stateOf } from "./defence-card";
import { PlanCard } from "./plan-card";
import { scoresNow } from "./stage";
import { Whole } from "./whole";

export const metadata: Metadata = { title: "答辩" };

export default async function DefencePage({ params, searchParams }: PageProps<"/topics/[id]/defence">) {
  const desk = await openDesk();
  const [{ id: text }, asked] = await Promise.all([params, searchParams]);
  const id = idFrom<"topic">(text);
  const topic = mayOpen.topics(desk.me) && id ? await topicNamed(desk, id) : undefined;
  if (!topic) notFound();
  const full = await defenceInFull(desk, topic, idFrom<"defence">(firstOf(asked.held)));
  const plan = firstOf(asked.plan);
  const arranges = desk.me.is("office") && !topic.stoppedOn && !desk.me.everTopicIds.includes(topic.id);
  const plans = arranges && (!full || plan === "new" || (plan === "edit" && full.defence.state === "preparing"));
  const state = full && !scoresNow(full) && <>答辩 {full.defence.heldOn} <Badge {...stateOf(full.defence.state)} /></>;
  return (
    <div className="grid gap-2.5">
      <PageHead title={topic.title} back={{ href: `/topics/${topic.id}`, label: "回到课题" }} meta={state} />
      {plans && <PlanCard desk={desk} topic={topic} full={plan === "new" ? undefined : full} />}
      {!plans && full && <Whole desk={desk} full={full} />}
      {!full && !plans && <Empty title="还没有安排答辩">党建办定下日期、评分项和评委以后，这里看得到。</Empty>}
    </div>
  );
}
