import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { topicOf } from "@/lib/topics/reads";
import { standingOf } from "../standing-of";
import { BackgroundCard } from "./background-card";
import { DefenceCard } from "./defence/defence-card";
import { GatesCard } from "./gates-card";
import { HistoryCard } from "./history-card";
import { MembersCard } from "./members-card";
import { Standing, TopicDeeds } from "./standing";
import { WorkCards } from "./work-cards";

export const metadata: Metadata = { title: "课题" };

export default async function TopicPage({ params, searchParams }: PageProps<"/topics/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"topic">((await params).id);
  const topic = mayOpen.topics(desk.me) && id ? await topicOf(desk, id) : undefined;
  if (!topic) notFound();
  return (
    <div className="grid gap-2.5">
      <PageHead title={topic.title} back={{ href: "/topics", label: "回到课题" }} meta={<Badge {...standingOf(topic)} />} actions={<TopicDeeds desk={desk} topic={topic} />} />
      <Standing topic={topic} />
      <div className="grid items-start gap-2.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-2.5">
          <GatesCard desk={desk} topic={topic} />
          <WorkCards desk={desk} topic={topic} asked={await searchParams} />
        </div>
        <div className="grid gap-2.5">
          <DefenceCard desk={desk} topicId={topic.id} />
          <BackgroundCard topic={topic} />
          <MembersCard desk={desk} topic={topic} />
          {topic.within && <HistoryCard topic={topic} />}
        </div>
      </div>
    </div>
  );
}
