import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { type Column, List } from "@/app/_ui/list";
import { PageHead } from "@/app/_ui/page-head";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { timeOf } from "@/lib/kernel/calendar";
import { quarterBefore, quarterFrom, quarterOf, spokenQuarter } from "@/lib/kernel/quarter";
import { coverageOf, type CoveredVillage } from "@/lib/quizzes/reads-coverage";

export const metadata: Metadata = { title: "考核覆盖" };

const columns: Column[] = [
  { head: "村社", card: "title" }, { head: "本季考过", named: true, number: true }, { head: "上次考核", named: true },
  { head: "已安排或在考", named: true }, { head: "还没考", named: true, room: "rest" },
];

/** 考核覆盖: who was examined when, village by village; for seeing who has been left out, never how anybody did. */
export default async function CoveragePage({ searchParams }: PageProps<"/quizzes/coverage">) {
  const desk = await openDesk();
  if (!mayOpen.quizOffice(desk.me)) notFound();
  const now = quarterOf(desk.me.today);
  const asked = (await searchParams).quarter;
  const quarter = quarterFrom(typeof asked === "string" ? asked : undefined) ?? now;
  const villages = await coverageOf(desk, quarter);
  const tabs = [now, quarterBefore(now), quarterBefore(quarterBefore(now))].map((one) => ({ href: `/quizzes/coverage?quarter=${one}`, label: spokenQuarter(one), current: one === quarter }));
  const actions = <LinkButton href="/quizzes/plans">考核计划</LinkButton>;
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <PageHead title="考核覆盖" back={{ href: "/quizzes", label: "回到考核" }} actions={actions} meta={`数据时间 ${timeOf(desk.now)}；按村社和姓名排，不看成绩`} />
      <Tabs label="看哪个季度" tabs={tabs} />
      {villages.length === 0
        ? <Empty title="还没有可以考的人">给村社干部分了村社以后，这里会列出他们上次什么时候考过</Empty>
        : <List caption={`${spokenQuarter(quarter)}考核覆盖`} columns={columns} rows={villages.map((village) => ({ key: village.id, cells: cellsOf(village) }))} />}
    </div>
  );
}

const named = (people: CoveredVillage["people"]): string => (people.length > 0 ? people.map(({ name, unfinished }) => (unfinished > 0 ? `${name}（有未完成）` : name)).join("、") : "--");

function cellsOf({ name, people }: CoveredVillage): string[] {
  const done = people.filter((one) => one.done > 0);
  const open = people.filter((one) => one.done === 0 && one.open);
  const last = people.flatMap(({ lastOn }) => lastOn ?? []).toSorted().at(-1);
  return [name, `${done.length} / ${people.length} 人`, last ?? "还没有过", named(open), named(people.filter((one) => one.done === 0 && !one.open))];
}
