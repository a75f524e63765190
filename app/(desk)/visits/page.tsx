import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Choice } from "@/app/_ui/choice";
import { Empty, EmptyFilter } from "@/app/_ui/empty";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { villageOptions, visitsPage } from "@/lib/visits/reads";
import { visitKind, visitState } from "@/lib/words/visit";
import { addressOf, filterOf, isFiltered, tabsFor } from "./list-address";
import { VisitList } from "./visit-list";

export const metadata: Metadata = { title: "走访日志" };

export default async function VisitsPage({ searchParams }: PageProps<"/visits">) {
  const desk = await openDesk();
  if (!mayOpen.visits(desk.me)) notFound();
  const asked = filterOf(desk.me, await searchParams);
  const { rows, next } = await visitsPage(desk, asked.filter, asked.after);
  const villages = await villageOptions(desk);
  const write = mayOpen.writeVisits(desk.me) && <LinkButton variant="primary" href="/visits/new">记走访</LinkButton>;
  return (
    <div className="grid gap-2.5">
      <PageHead title="走访日志" actions={write} />
      <Tabs label="看谁的日志" tabs={tabsFor(desk.me, asked)} />
      <FilterBar label="筛选走访日志" action="/visits" clearHref={isFiltered(asked) ? addressOf({ whose: asked.whose }) : undefined}>
        <input type="hidden" name="whose" value={asked.whose} />
        <FilterField label="状态"><Choice name="state" chosen={asked.filter.state} options={visitState.options} /></FilterField>
        <FilterField label="方式"><Choice name="kind" chosen={asked.filter.kind} options={visitKind.options} /></FilterField>
        {villages.length > 1 && <FilterField label="村社"><Choice name="village" chosen={asked.filter.villageId} options={villages} /></FilterField>}
        {asked.filter.week && <FilterField label="周"><Choice name="week" chosen={asked.filter.week} options={[{ value: asked.filter.week, label: asked.filter.week }]} /></FilterField>}
      </FilterBar>
      {rows.length > 0 && <VisitList rows={rows} now={desk.now} showAuthor={asked.whose !== "mine"} />}
      {rows.length === 0 && (isFiltered(asked) ? <EmptyFilter text="没有符合筛选的走访日志" clearHref={addressOf({ whose: asked.whose })} /> : (
        <Empty title="还没有走访日志" action={write}>{write ? "下村后点“记走访”，半分钟就能记完" : "有人提交后，会出现在这里"}</Empty>
      ))}
      <Pager nextHref={next && addressOf({ ...asked.query, after: `${next.day}_${next.id}` })} firstHref={asked.after && addressOf({ ...asked.query, after: undefined })} />
    </div>
  );
}
