import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { buttonClass, LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { countOnBoard, finishedTopics, topicsOnBoard } from "@/lib/topics/reads";
import { addressOf, firstOf } from "../people/people-address";
import { Board } from "./board";
import { FinishedTopics, StoppedTopics } from "./other-topics";

export const metadata: Metadata = { title: "课题" };

export default async function TopicsPage({ searchParams }: PageProps<"/topics">) {
  const desk = await openDesk();
  if (!mayOpen.topics(desk.me)) notFound();
  const asked = await searchParams;
  const [after, from] = [idFrom<"topic">(firstOf(asked.after)), idFrom<"topic">(firstOf(asked.from))];
  const office = desk.me.is("office");
  const [{ topics, next }, many, finished] = await Promise.all([topicsOnBoard(desk, from), countOnBoard(desk), finishedTopics(desk, after)]);
  const [going, stopped] = [topics.filter(({ stoppedOn }) => !stoppedOn), topics.filter(({ stoppedOn }) => stoppedOn)];
  const open = office && <LinkButton variant="primary" href="/topics/new">立课题</LinkButton>;
  const none = topics.length + finished.topics.length === 0;
  return (
    <div className="print-wide grid gap-3">
      <PageHead title="课题" meta={`${many.going} 个在做${many.stopped > 0 ? ` · ${many.stopped} 个中止` : ""}`} actions={
        <span className="no-print flex flex-wrap gap-2">
          <LinkButton href="/topics/timeline">年度进度</LinkButton>
          <LinkButton href="/exhibitions">课题展演</LinkButton>
          <LinkButton href="/topics/results">答辩成绩</LinkButton>
          {office && <LinkButton href="/topics/items">节点清单</LinkButton>}
          {office && <a href="/topics/export" download className={buttonClass()}>导出表格</a>}
          {open}
        </span>
      } />
      {none && <Empty title="还没有课题" action={open}>{office ? "把一件治理难事立成课题，定好组长、组员和每个节点的日期" : "党建办立了课题、你在组里或做评委，会出现在这里"}</Empty>}
      {!none && going.length === 0 && <p className="text-ink-2">没有在做的课题。</p>}
      {going.length > 0 && <Board topics={going} today={desk.me.today} office={office} />}
      <StoppedTopics topics={stopped} />
      <Pager nextHref={next && addressOf("/topics", { from: next })} firstHref={from ? "/topics" : undefined}>{(next ?? from) && `按立项先后，这一页 ${topics.length} 个`}</Pager>
      <FinishedTopics finished={finished} paged={!!after} office={office} />
    </div>
  );
}
