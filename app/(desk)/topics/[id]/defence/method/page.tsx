import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { defenceInFull, topicNamed } from "@/lib/defences/reads-page";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { firstOf } from "../../../../people/people-address";
import { PrintButton } from "./print-button";
import { Way } from "./way";

export const metadata: Metadata = { title: "计分说明" };

export default async function MethodPage({ params, searchParams }: PageProps<"/topics/[id]/defence/method">) {
  const desk = await openDesk();
  const [{ id: text }, asked] = await Promise.all([params, searchParams]);
  const id = idFrom<"topic">(text);
  const topic = mayOpen.topics(desk.me) && id ? await topicNamed(desk, id) : undefined;
  const full = topic && (await defenceInFull(desk, topic, idFrom<"defence">(firstOf(asked.held))));
  if (!full) notFound();
  const back = { href: `/topics/${full.topic.id}/defence?held=${full.defence.id}`, label: "回到答辩" };
  const told = full.reads && full.result;
  return (
    <div className="grid gap-2.5 lg:max-w-5xl">
      <div className="no-print"><PageHead title="计分说明" back={back} actions={told && <PrintButton />} /></div>
      {told ? <Way full={full} /> : <Empty title="现在还没有成绩">成绩公布以后，这里从每一个评分一步一步算到总分，谁都可以拿纸笔核对。</Empty>}
    </div>
  );
}
