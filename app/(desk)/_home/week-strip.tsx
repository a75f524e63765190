import { Stat, StatRow } from "@/app/_ui/stat";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { daysBetween, meetingDayOf } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import { countVisits, myWeek } from "@/lib/visits/reads";

/** 本周: the meeting's day, what I did, and what came back. */
export async function WeekStrip({ desk }: { desk: Desk }) {
  const [week, almanac] = [await myWeek(desk), await almanacOf(desk)];
  const returned = await countVisits(desk, { authorIds: [desk.me.id], state: "returned" });
  const meetingOn = meetingDayOf(week.week, almanac);
  const list = (more: string) => `/visits?whose=mine&${more}`;
  return (
    <StatRow label="我的这一周">
      <Stat href="/meetings" label="本周例会" number={meetingOn ? meetingOn.slice(5) : "–"}
        note={meetingOn ? `${shortDay(meetingOn).slice(6)} ${whenWords(daysBetween(desk.me.today, meetingOn))}` : "放假"} />
      <Stat href={list(`kind=household_day&week=${week.week}`)} label="本周日访" number={week.day} note="次" />
      <Stat href={list(`kind=night_talk&week=${week.week}`)} label="本周夜访" number={week.night} note="次" />
      <Stat href={list("state=returned")} label="已退回" number={returned} tone={returned > 0 ? "warn" : "neutral"} note="篇" />
    </StatRow>
  );
}

/** 「明天」 */
export const whenWords = (days: number): string =>
  days < 0 ? "开过了" : (["今天", "明天", "后天"][days] ?? `${days} 天后`);

/** 「11-24 周二」, or that the week has none. */
export const meetingWords = (meetingOn: Day | undefined): string => (meetingOn ? shortDay(meetingOn) : "本周没有例会");
