import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { topicsOverYear } from "@/lib/topics/reads-year";
import { monthAfter, monthFrom, yearAround } from "@/lib/topics/rules-year";
import { firstOf } from "../../people/people-address";
import { Legend } from "./marks";
import { YearList } from "./year-list";
import { YearTable } from "./year-table";

export const metadata: Metadata = { title: "课题年度进度" };

export default async function TimelinePage({ searchParams }: PageProps<"/topics/timeline">) {
  const desk = await openDesk();
  if (!mayOpen.topics(desk.me)) notFound();
  const { today } = desk.me;
  const now = yearAround(today);
  const from = monthFrom(firstOf((await searchParams).from)) ?? now;
  const { topics, more } = await topicsOverYear(desk, from);
  const last = monthAfter(from, 11);
  return (
    <div className="print-wide grid gap-2">
      <PageHead title="课题年度进度" back={{ href: "/topics", label: "回到课题" }} meta={`${from} 到 ${last} · ${topics.length} 个课题 · ${today} 的情况`} actions={
        <span className="no-print flex flex-wrap gap-2">
          <LinkButton href={`/topics/timeline?from=${monthAfter(from, -6)}`} stay>往前半年</LinkButton>
          {from !== now && <LinkButton href="/topics/timeline" stay>回到今天</LinkButton>}
          <LinkButton href={`/topics/timeline?from=${monthAfter(from, 6)}`} stay>往后半年</LinkButton>
        </span>
      } />
      {topics.length === 0 && <Empty title={`${from} 到 ${last} 没有课题`}>换半年看看，或者回到今天</Empty>}
      {more && <Notice>课题太多，这里只列最近立的。更早的往前半年看，或者到“课题”里一页一页翻。</Notice>}
      {topics.length > 0 && <Legend />}
      {topics.length > 0 && <YearTable topics={topics} from={from} today={today} />}
      {topics.length > 0 && <YearList topics={topics} today={today} />}
    </div>
  );
}
