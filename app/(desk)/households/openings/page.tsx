import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { openingKeyFrom, openingsPage } from "@/lib/households/reads-openings";
import { idFrom } from "@/lib/kernel/id";
import { actors } from "@/lib/ledger/reads";
import { addressOf, firstOf } from "../../people/people-address";
import { OpeningFilters } from "./opening-filters";
import { OpeningList } from "./opening-list";

export const metadata: Metadata = { title: "查看记录" };
const path = "/households/openings";

export default async function OpeningsPage({ searchParams }: PageProps<"/households/openings">) {
  const desk = await openDesk();
  if (!mayOpen.openings(desk.me)) notFound();
  const params = await searchParams;
  const query = { home: firstOf(params.home), person: firstOf(params.person), household: firstOf(params.household), after: firstOf(params.after) };
  const [householdId, personId] = [idFrom<"household">(query.household), idFrom<"person">(query.person)];
  const filter = { home: query.home, ...(householdId && { householdId }), ...(personId && { personId }) };
  const after = openingKeyFrom(query.after);
  const { lines, next } = await openingsPage(desk, filter, after);
  const back = mayOpen.households(desk.me) ? { href: householdId ? `/households/${householdId}` : "/households", label: "回到农户" } : { href: "/", label: "回到今日" };
  return (
    <div className="grid gap-3">
      <PageHead title="查看记录" back={back} meta="谁在什么时候，因为什么，打开了哪一户遮住的内容" />
      <OpeningFilters query={query} people={await actors(desk)} homes={mayOpen.households(desk.me)} />
      {lines.length > 0 ? <OpeningList lines={lines} leads={mayOpen.households(desk.me)} /> : <EmptyFilter text="没有符合筛选的查看记录" clearHref={path} />}
      <Pager nextHref={next && addressOf(path, { ...query, after: next })} firstHref={after && addressOf(path, { ...query, after: undefined })} />
    </div>
  );
}
