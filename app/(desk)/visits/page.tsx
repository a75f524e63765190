import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty, EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { villageOptions, visitsPage } from "@/lib/visits/reads";
import { addressOf, filterOf, isFiltered, tabsFor } from "./list-address";
import { VisitFilters } from "./visit-filters";
import { VisitList } from "./visit-list";

export const metadata: Metadata = { title: "走访日志" };

export default async function VisitsPage({ searchParams }: PageProps<"/visits">) {
  const desk = await openDesk();
  if (!mayOpen.visits(desk.me)) notFound();
  const asked = filterOf(desk.me, await searchParams);
  const { rows, next } = await visitsPage(desk, asked.filter, asked.after);
  const villages = await villageOptions(desk);
  const nothing = rows.length === 0 && !isFiltered(asked) && !asked.after;
  const write = mayOpen.writeVisits(desk.me) && <LinkButton variant="primary" href="/visits/new">记走访</LinkButton>;
  return (
    <div className="grid gap-2.5">
      <PageHead title="走访日志" actions={!nothing && write} />
      <Tabs label="看谁的日志" tabs={tabsFor(desk.me, asked)} />
      {!nothing && <VisitFilters asked={asked} villages={villages} />}
      {rows.length > 0 && <VisitList rows={rows} now={desk.now} showAuthor={asked.whose !== "mine"} />}
      {rows.length === 0 && !nothing && <EmptyFilter text="没有符合筛选的走访日志" clearHref={addressOf({ whose: asked.whose })} />}
      {nothing && <Empty title="还没有走访日志" action={write}>{write ? "下村后点“记走访”，半分钟就能记完" : "有人提交后，会出现在这里"}</Empty>}
      <Pager nextHref={next && addressOf({ ...asked.query, after: `${next.day}_${next.id}` })} firstHref={asked.after && addressOf({ ...asked.query, after: undefined })} />
    </div>
  );
}
