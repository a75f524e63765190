import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { villageChoices } from "@/lib/people/reads";
import { departmentsKnown, memberChoices } from "@/lib/topics/reads";
import { TopicFormCard } from "../topic-form";

export const metadata: Metadata = { title: "立课题" };

export default async function NewTopicPage() {
  const desk = await openDesk();
  if (!desk.me.is("office")) notFound();
  const [people, villages, departments] = await Promise.all([memberChoices(desk), villageChoices(desk), departmentsKnown(desk)]);
  return (
    <div className="grid gap-2.5 lg:max-w-4xl">
      <PageHead title="立课题" back={{ href: "/topics", label: "回到课题" }} />
      <TopicFormCard people={people} villages={villages} departments={departments} />
    </div>
  );
}
