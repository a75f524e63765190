import { classes } from "@/app/_ui/classes";
import { To } from "@/app/_ui/to";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { daysBetween, meetingDayOf } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import { countVisits, myWeek } from "@/lib/visits/reads";

/** 本周: the meeting's day, what I did, and what came back. One line, on the phone too. */
export async function WeekStrip({ desk }: { desk: Desk }) {
  const [week, almanac] = [await myWeek(desk), await almanacOf(desk)];
  const returned = await countVisits(desk, { authorIds: [desk.me.id], state: "returned" });
  const meetingOn = meetingDayOf(week.week, almanac);
  const list = (more: string) => `/visits?whose=mine&${more}`;
  return (
    <ul aria-label="我的这一周" className="flex flex-wrap overflow-hidden rounded-2 border border-line bg-bg">
      <Part href="/meetings" label={meetingOn ? `例会 ${whenWords(daysBetween(desk.me.today, meetingOn))}` : "本周放假"}
        value={meetingOn ? shortDay(meetingOn) : "–"} />
      <Part href={list(`kind=household_day&week=${week.week}`)} label="日访" value={week.day} />
      <Part href={list(`kind=night_talk&week=${week.week}`)} label="夜访" value={week.night} />
      <Part href={list("state=returned")} label="已退回" value={returned} warns={returned > 0} />
    </ul>
  );
}

type PartProps = { href: string; label: string; value: number | string; warns?: boolean };

function Part({ href, label, value, warns = false }: PartProps) {
  return (
    <li className="-ml-px flex-auto border-l border-line">
      <To href={href} className="flex h-full flex-col px-2.5 py-1.5 -outline-offset-3! hover:bg-bg-2">
        <span className="text-xs whitespace-nowrap">{label}</span>
        <span className={classes("text-lg leading-tight font-semibold whitespace-nowrap lg:text-xl", warns && "text-warn")}>
          {value}
        </span>
      </To>
    </li>
  );
}

/** 「明天」 */
export const whenWords = (days: number): string =>
  days < 0 ? "开过了" : (["今天", "明天", "后天"][days] ?? `${days} 天后`);

/** 「11-24 周二」, or that the week has none. */
export const meetingWords = (meetingOn: Day | undefined): string => (meetingOn ? shortDay(meetingOn) : "本周没有例会");
