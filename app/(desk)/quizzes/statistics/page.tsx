import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { type Column, List } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { timeOf } from "@/lib/kernel/calendar";
import { quizStatistics } from "@/lib/quizzes/reads-statistics";
import { ENOUGH_POINTS, ENOUGH_SHEETS, type ItemFigures, type severity, type visitsAgainstResults } from "@/lib/quizzes/rules-statistics";
import { quizItem } from "@/lib/words/quiz";

export const metadata: Metadata = { title: "考核统计" };

/** 考核统计: what the exams say of the questions, the examining and the visiting. No names of people, none of villages. */
export default async function StatisticsPage() {
  const desk = await openDesk();
  if (!mayOpen.quizOffice(desk.me)) notFound();
  const { exams, items, severity, visits } = await quizStatistics(desk);
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <PageHead title="考核统计" actions={<LinkButton href="/suggestions/weights">建议的轻重</LinkButton>} back={{ href: "/quizzes", label: "回到考核" }} meta={`近 12 个月 ${exams} 次出了结果的考核 · 数据时间 ${timeOf(desk.now)}`} />
      {exams === 0
        ? <Empty title="还没有出结果的考核">考过以后，这里能看到哪一项最难、考官宽严差多少、走访和考核有没有关系</Empty>
        : (
          <>
            <Part title="各项难易"><List caption="各项难易" columns={itemColumns} rows={items.map((one) => ({ key: one.item, cells: itemCells(one) }))} /></Part>
            <Severity {...severity} />
            <Visits {...visits} />
          </>
        )}
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid min-w-0 gap-1.5">
    <h2 className="text-base">{title}</h2>
    {children}
  </section>
);

const itemColumns: Column[] = [
  { head: "项目", card: "title" }, { head: "平均（满分 3 分）", named: true, number: true }, { head: "一点没说出来", named: true, number: true },
  { head: "答案有误", named: true, number: true }, { head: "计分次数", named: true, room: "rest" },
];
const itemCells = ({ item, n, mean, none, wrong }: ItemFigures): string[] => [quizItem.label(item), mean === undefined ? "--" : mean.toFixed(1), `${none} 次`, `${wrong} 次`, `${n} 次`];

const severityColumns: Column[] = [{ head: "考官（不写姓名）", card: "title" }, { head: "比大家的平均", named: true, number: true }, { head: "考过", named: true, room: "rest" }];

/** What rounds to nothing is neither above nor below. */
const offSaid = (off: number): string => (Math.abs(off) < 0.05 ? "差不多" : `${off < 0 ? "低" : "高"} ${Math.abs(off).toFixed(1)} 分`);

function Severity({ all, seldom, examiners }: ReturnType<typeof severity>) {
  const rows = examiners.map(({ n, off }, i) => ({ key: String(i), cells: [`考官 ${i + 1}`, offSaid(off), `${n} 次`] }));
  return (
    <Part title="考官宽严">
      {rows.length > 0 && <List caption="考官宽严" columns={severityColumns} rows={rows} />}
      <p className="text-sm text-ink-2">
        {rows.length === 0 && `还没有考官考满 ${ENOUGH_SHEETS} 次，少了看不出宽严。`}
        {all !== undefined && `全体每项平均 ${all.toFixed(1)} 分。`}
        {rows.length > 0 && seldom > 0 && `另有 ${seldom} 位考得少，不列。`}
        考的人和户不一样，差别不等于松紧。
      </p>
    </Part>
  );
}

const bandColumns: Column[] = [
  { head: "每 10 户当月走访", card: "title" }, { head: "考核得分占满分", named: true, number: true }, { head: "村社·月", named: true, number: true },
  { head: "考核次数", named: true, room: "rest" },
];

function Visits({ rows, n, r }: ReturnType<typeof visitsAgainstResults>) {
  const cells = rows.map(({ label, months, exams, share }) => ({ key: label, cells: [label, share === undefined ? "--" : `${Math.round(share * 100)}%`, `${months} 个`, `${exams} 次`] }));
  return (
    <Part title="走访与考核">
      <List caption="走访与考核" columns={bandColumns} rows={cells} />
      <div className="grid gap-2">
        <p className="text-sm text-ink-2">
          {r === undefined
            ? `相关系数要 ${ENOUGH_POINTS} 个以上的村社·月才算，现在 ${n} 个${n >= ENOUGH_POINTS ? "，但各处都一样，算不出" : ""}。`
            : `相关系数 ${r.toFixed(2)}（${n} 个村社·月）。`}
        </p>
        <Notice tone="warn">相关不等于因果：走访多的村社，也可能人少路近、户情简单。</Notice>
      </div>
    </Part>
  );
}
