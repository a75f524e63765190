import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { type Column, List, type Row } from "@/app/_ui/list";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { openDesk } from "@/lib/gate/session";
import { dayOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import { quarterFrom, spokenQuarter } from "@/lib/kernel/quarter";
import { plansPage } from "@/lib/quizzes/reads-plans";
import { momentFrom, momentText } from "../../moment-cursor";
import { planSaid } from "./plan-said";

export const metadata: Metadata = { title: "考核计划" };

const columns: Column[] = [
  { head: "季度", card: "title", opens: true }, { head: "状态", card: "mark" }, { head: "考几人", named: true }, { head: "谁定的", named: true, room: "rest" }, { head: "冻结日", card: "aside" },
];

export default async function PlansPage({ searchParams }: PageProps<"/quizzes/plans">) {
  const desk = await openDesk();
  if (!desk.me.is("office", "auditor")) notFound();
  const after = momentFrom<"quizPlan">((await searchParams).after);
  const { rows, next } = await plansPage(desk, after);
  const fresh = desk.me.is("office") && <LinkButton variant="primary" href="/quizzes/plans/new">定新的计划</LinkButton>;
  const lines = rows.map(({ id, quarter, state, size, by, committedAt }): Row => ({
    href: `/quizzes/plans/${id}${desk.me.is("office") ? "" : "/verify"}`,
    cells: [spokenQuarter(quarterFrom(quarter)!), planSaid(state), `${size} 人`, by, shortDay(dayOf(committedAt))],
  }));
  return (
    <div className="grid gap-2.5">
      <PageHead title="考核计划" back={{ href: "/quizzes", label: "回到考核" }} actions={fresh} />
      {lines.length > 0 && <List caption="考核计划" columns={columns} rows={lines} />}
      {lines.length === 0 && !after && <Empty title="还没有考核计划" action={fresh}>选好哪些人可以被考到、哪些考官，由抽取定谁考谁，谁也挑不了。</Empty>}
      <Pager nextHref={next && `/quizzes/plans?after=${momentText(next)}`} firstHref={after && "/quizzes/plans"} />
    </div>
  );
}
