import type { Said } from "@/app/_ui/badge";
import { DialogButton } from "@/app/_ui/dialog";
import { type Column, List } from "@/app/_ui/list";
import type { DayEntered } from "@/lib/calendar/reads";
import { shortDay, spokenDay } from "@/lib/kernel/day";
import { dayMark } from "@/lib/words/calendar";
import { UnmarkDayCard } from "./calendar-forms";

const columns: Column[] = [
  { head: "日期", card: "title" }, { head: "安排", card: "mark" }, { head: "名称", card: "aside", room: "rest" }, { head: "操作", card: "verb", deeds: true },
];

const stateOf = ({ mark }: DayEntered): Said => ({ tone: mark === "holiday" ? "ok" : "warn", word: dayMark.label(mark) });

/** The year's days that are not what their weekday says, in order. */
export function DayList({ year, days }: { year: number; days: readonly DayEntered[] }) {
  const rows = days.map((one) => ({ key: one.id, cells: [shortDay(one.day), stateOf(one), one.name, <Unmark key={one.id} one={one} />] }));
  return <List caption={`${year} 年放假安排`} columns={columns} rows={rows} />;
}

function Unmark({ one: { id, day, mark } }: { one: DayEntered }) {
  const words = `${spokenDay(day)}${shortDay(day).slice(5)}`;
  return (
    <DialogButton label={<>去掉<span className="sr-only"> {words}</span></>} title={`去掉${words}的${dayMark.label(mark)}`} variant="quiet" size="row">
      <UnmarkDayCard dayMarkId={id} words={words} />
    </DialogButton>
  );
}
