import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { countHouseholds, householdsPage, villagesOfHouseholds } from "@/lib/households/reads";
import { keepsFiles } from "@/lib/households/reads-waiting";
import { HouseholdFilters, NoHouseholds, OpeningsLink } from "./household-filters";
import { HouseholdList } from "./household-list";
import { addressOf, filterOf, isFiltered, nothingWords } from "./list-address";

export const metadata: Metadata = { title: "农户" };

export default async function HouseholdsPage({ searchParams }: PageProps<"/households">) {
  const desk = await openDesk();
  if (!mayOpen.households(desk.me)) notFound();
  const asked = filterOf(await searchParams);
  const { rows, next } = await householdsPage(desk, asked.filter, asked.after);
  const total = await countHouseholds(desk, asked.filter);
  const villages = await villagesOfHouseholds(desk);
  const chosen = villages.find((village) => village.id === asked.filter.villageId);
  const adds = desk.me.is("office") || (desk.me.is("villageCadre") && desk.me.villageIds.length > 0);
  const add = adds && <LinkButton href="/households/new">添加农户</LinkButton>;
  return (
    <div className="grid gap-2.5">
      <PageHead title="农户" actions={mayOpen.openings(desk.me) ? <><OpeningsLink />{add}</> : add} />
      <HouseholdFilters asked={asked} villages={villages} keeps={desk.me.householdIds.length > 0} decides={keepsFiles(desk)} />
      {rows.length > 0 && <HouseholdList rows={rows} />}
      {rows.length === 0 && (isFiltered(asked) || asked.after
        ? <EmptyFilter text={nothingWords(asked, chosen?.name)} clearHref="/households" />
        : <NoHouseholds office={desk.me.is("office")} add={add} />)}
      <Pager nextHref={next && addressOf({ ...asked.query, after: next })} firstHref={asked.after && addressOf({ ...asked.query, after: undefined })}>
        {total > 0 && `共 ${total.toLocaleString("zh-CN")} 户`}
      </Pager>
    </div>
  );
}
