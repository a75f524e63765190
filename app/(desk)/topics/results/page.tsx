import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { equalTotals, resultsPage, waitingResults } from "@/lib/defences/reads-results";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { addressOf, firstOf } from "../../people/people-address";
import { PublishSeveral } from "./publish-several";
import { ResultList } from "./result-list";

export const metadata: Metadata = { title: "答辩成绩" };

export default async function ResultsPage({ searchParams }: PageProps<"/topics/results">) {
  const desk = await openDesk();
  if (!mayOpen.topics(desk.me)) notFound();
  const after = idFrom<"defence">(firstOf((await searchParams).after));
  const [{ lines, next }, { waiting, more }, equal] = await Promise.all([resultsPage(desk, after), waitingResults(desk), equalTotals(desk)]);
  const publishes = desk.me.is("office", "leader") && waiting.length > 0;
  return (
    <div className="print-wide grid gap-2.5">
      <PageHead title="答辩成绩" back={{ href: "/topics", label: "回到课题" }} meta="按课题名称排" />
      {lines.length === 0 ? <Empty title="还没有答辩成绩">评分停止以后，成绩先在这里等人公布。</Empty> : <ResultList lines={lines} equal={equal} />}
      <Pager nextHref={next && addressOf("/topics/results", { after: next })} firstHref={after ? "/topics/results" : undefined} />
      {publishes && <div className="no-print"><Card title="公布成绩"><PublishSeveral me={desk.me.id} waiting={waiting} more={more} /></Card></div>}
    </div>
  );
}
