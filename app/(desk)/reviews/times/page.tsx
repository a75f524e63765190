import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { type Column, List } from "@/app/_ui/list";
import { PageHead } from "@/app/_ui/page-head";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { clockOf } from "@/lib/kernel/calendar";
import { type ReviewTimes, reviewTimes } from "@/lib/visits/reads-times";

export const metadata: Metadata = { title: "批阅用时" };

const columns: Column[] = [
  { head: "批阅人", card: "title" }, { head: "批阅了", named: true, number: true }, { head: "一半在几小时内", named: true, number: true },
  { head: "九成在几小时内", named: true, number: true }, { head: "48 小时内看完", named: true, number: true }, { head: "等得最久的一篇", named: true, room: "rest" },
];

/** 批阅用时: one's own, or for the office everybody's, by name. */
export default async function ReviewTimesPage({ searchParams }: PageProps<"/reviews/times">) {
  const desk = await openDesk();
  if (!mayOpen.review(desk.me)) notFound();
  const days = (await searchParams).days === "90" ? 90 : 30;
  const rows = await reviewTimes(desk, days);
  const tabs = ([30, 90] as const).map((n) => ({ href: `/reviews/times?days=${n}`, label: `近 ${n} 天`, current: n === days }));
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <PageHead title="批阅用时" back={{ href: "/reviews", label: "回到批阅" }} meta="从提交到批阅，按工作日的小时算；用来看谁需要帮忙，按姓名排" />
      <Tabs label="看多少天" tabs={tabs} />
      {rows.length === 0 ? <Empty title="还没有导师">结对以后，这里能看到批阅用了多久</Empty> : <List caption="批阅用时" columns={columns} rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))} />}
    </div>
  );
}

const hours = (n: number | undefined): string => (n === undefined ? "--" : `${n < 10 ? n.toFixed(1) : Math.round(n)} 小时`);
const share = (n: number | undefined): string => (n === undefined ? "--" : `${Math.round(n * 100)}%`);

const cellsOf = ({ name, count, median, p90, inTime, oldest }: ReviewTimes): string[] =>
  [name, `${count} 篇`, hours(median), hours(p90), share(inTime), oldest ? `${clockOf(oldest)} 交的` : "没有在等的"];
