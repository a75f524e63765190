import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { villageChoices } from "@/lib/people/reads";
import { departmentsKnown, topicOf } from "@/lib/topics/reads";
import { PlanCard } from "./plan-card";
import { ReviseCard } from "./revise-card";

export const metadata: Metadata = { title: "修改课题" };

export default async function EditTopicPage({ params }: PageProps<"/topics/[id]/edit">) {
  const desk = await openDesk();
  const id = idFrom<"topic">((await params).id);
  const topic = id && (await topicOf(desk, id));
  if (!topic || topic.stoppedOn || !desk.may("topic.revise", topic)) notFound();
  const [villages, departments] = await Promise.all([villageChoices(desk), departmentsKnown(desk)]);
  const { title, background, leadDepartment, version } = topic;
  return (
    <div className="grid gap-2.5 lg:max-w-4xl">
      <PageHead title="修改课题" back={{ href: `/topics/${topic.id}`, label: "回到课题" }} />
      {desk.may("topic.plan", topic) && <PlanCard topicId={topic.id} version={version} gates={topic.gates.map(({ gate, dueOn, closedOn }) => ({ gate, dueOn, closedOn }))} />}
      <ReviseCard topicId={topic.id} version={version} about={{ title, background, leadDepartment, villageIds: topic.villages.map((village) => village.id) }}
        villages={villages} departments={departments} />
    </div>
  );
}
