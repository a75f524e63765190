import { To } from "@/app/_ui/to";
import { yearToEnter } from "@/lib/calendar/reads";
import type { Desk } from "@/lib/gate/desk";
import { mayOpen } from "@/lib/gate/policy";

/** Reminders count working days: the office hears of a year whose holidays nobody has entered. At the desk it is low enough for a heading's line. */
export async function YearBanner({ desk }: { desk: Desk }) {
  const year = mayOpen.calendar(desk.me) ? await yearToEnter(desk) : undefined;
  if (!year) return null;
  return (
    <p role="status" className={strip}>
      <span>{year} 年放假安排还没录入，提醒日期可能不准。</span>
      <To href={`/calendar?year=${year}`} className="link inline-flex min-h-tap flex-none items-center max-lg:px-1 lg:min-h-0">去录入</To>
    </p>
  );
}

const strip =
  "flex items-center justify-between gap-x-2 rounded-1 border border-l-4 border-line border-l-warn bg-warn-bg px-3 " +
  "max-lg:order-first max-lg:basis-full lg:justify-start lg:px-2 lg:text-sm";
