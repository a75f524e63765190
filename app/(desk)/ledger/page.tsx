import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { isDeed } from "@/lib/ledger/deeds";
import { actors, ledgerPage } from "@/lib/ledger/reads";
import { addressOf, firstOf, type Params } from "../people/people-address";
import { LedgerFilterBar } from "./ledger-filter";
import { LedgerLines } from "./ledger-lines";
import { Verdict } from "./verdict";

export const metadata: Metadata = { title: "台账" };

export default async function LedgerPage({ searchParams }: PageProps<"/ledger">) {
  const desk = await openDesk();
  if (!mayOpen.ledger(desk.me)) notFound();
  const { query, filter, verify } = askedOf(await searchParams);
  const { lines, next } = await ledgerPage(desk, filter);
  return (
    <div className="grid gap-3">
      <PageHead title="台账" meta="谁在什么时候做了什么，只能添不能改" actions={<LinkButton href={addressOf("/ledger", { ...query, before: undefined, verify: "1" })}>验证台账</LinkButton>} />
      {verify && <Verdict desk={desk} />}
      <LedgerFilterBar query={query} people={await actors(desk)} filtered={!!(query.action || query.person)} />
      {lines.length > 0 ? <LedgerLines lines={lines} /> : <EmptyFilter text="没有符合筛选的台账" clearHref="/ledger" />}
      <Pager nextHref={next ? addressOf("/ledger", { ...query, before: String(next) }) : undefined} firstHref={filter.before ? addressOf("/ledger", { ...query, before: undefined }) : undefined} />
    </div>
  );
}

function askedOf(params: Params) {
  const query = { action: firstOf(params.action), person: firstOf(params.person), before: firstOf(params.before) };
  const actorId = idFrom<"person">(query.person);
  const before = Number(/^\d{1,12}$/.exec(query.before)?.[0]) || undefined;
  const filter = { ...(isDeed(query.action) && { action: query.action }), ...(actorId && { actorId }), ...(before && { before }) };
  return { query, filter, verify: firstOf(params.verify) === "1" };
}
