import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Tabs } from "@/app/_ui/tabs";
import { calendarOf } from "@/lib/calendar/reads";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { firstOf } from "../people/people-address";
import { FillYearButton, MarkDaysCard } from "./calendar-forms";
import { DayList } from "./day-list";

export const metadata: Metadata = { title: "放假安排" };

/** The days that are not what their weekday says, entered by the office from the state's notice. */
export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const desk = await openDesk();
  if (!mayOpen.calendar(desk.me)) notFound();
  const { year, years, days, fillable } = await calendarOf(desk, Number(firstOf((await searchParams).year)));
  const tabs = years.map((one) => ({ href: `/calendar?year=${one.year}`, label: `${one.year} 年`, count: one.count, current: one.year === year }));
  return (
    <div className="grid grid-cols-1 gap-3">
      <PageHead title="放假安排" meta="提醒和截止日期按这张表数工作日" back={{ href: "/settings", label: "回到我的" }} />
      <Tabs label="看哪一年" tabs={tabs} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
        {days.length > 0 && <DayList year={year} days={days} />}
        {days.length === 0 && (
          <Empty title={`${year} 年放假安排还没录入`} action={fillable && <FillYearButton year={year} />}>国务院办公厅的通知一般在 11 月发布，照着录入放假和调休上班的日子</Empty>
        )}
        <Card title="录入放假或调休">
          <MarkDaysCard />
          <p className="mt-3 text-sm text-ink-2">录入后，新的截止日期马上按这张表算；已经定下的截止日期不变。</p>
        </Card>
      </div>
    </div>
  );
}
