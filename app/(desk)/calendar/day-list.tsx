import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import type { DayEntered } from "@/lib/calendar/reads";
import { shortDay, spokenDay } from "@/lib/kernel/day";
import { dayMark } from "@/lib/words/calendar";
import { UnmarkDayCard } from "./calendar-forms";

/** The year's days that are not what their weekday says, in order: one line each, on the phone too. */
export function DayList({ year, days }: { year: number; days: readonly DayEntered[] }) {
  return (
    <Card title={`${year} 年放假安排`} flush>
      <ul className="divide-y divide-line">
        {days.map((one) => (
          <li key={one.id} className="flex min-h-tap flex-wrap items-center gap-x-2.5 px-3">
            <span className="flex-none">{shortDay(one.day)}</span>
            <Badge tone={one.mark === "holiday" ? "ok" : "warn"} className="flex-none">{dayMark.label(one.mark)}</Badge>
            <span className="min-w-0 flex-1 truncate text-ink-2" title={one.name}>{one.name}</span>
            <Unmark one={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Unmark({ one: { id, day, mark } }: { one: DayEntered }) {
  const words = `${spokenDay(day)}${shortDay(day).slice(5)}`;
  return (
    <DialogButton label={<>去掉<span className="sr-only"> {words}</span></>} title={`去掉 ${words}的${dayMark.label(mark)}`} variant="quiet" size="row" className="-mr-2 flex-none">
      <UnmarkDayCard dayMarkId={id} words={words} />
    </DialogButton>
  );
}
