"use client";
import { markOf } from "@/lib/dashboard/rules";
import { type Day, shortDay, type Week } from "@/lib/kernel/day";
import { Mark } from "./mark";

type BoardWeek = { week: Week; meetingOn: Day | undefined; now: boolean };
/** Day visits and night talks of one week. */
type Calls = readonly [number, number];
type Village = { id: string; name: string; calls: readonly Calls[] };
type BoardTableProps = { weeks: readonly BoardWeek[]; villages: readonly Village[]; called: readonly number[] };

const table =
  "w-full table-fixed border-separate border-spacing-0 rounded-2 border border-line bg-bg text-center text-sm leading-none " +
  "[&_:is(thead_th,tbody_>_tr_>_*)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:p-0 [&_tr_>_th:first-child]:pl-3 " +
  "[&_tr_>_th:first-child]:text-left [&_tbody_a]:flex [&_tbody_a]:items-center [&_tbody_a]:justify-center [&_tbody_a]:-outline-offset-3 " +
  "[&_tbody_a]:h-[1.1875rem] [@media(min-height:46rem)]:[&_tbody_a]:h-[1.4375rem] max-lg:[&_tbody_a]:h-tap! " +
  "[&_tbody_a:hover]:bg-primary-bg! lg:[&_tbody_tr:hover>*]:bg-bg-2";

/** Rows of 20 px on one laptop screen (24 where it is tall enough); the phone shows the last four weeks, for a thumb. */
export function BoardTable({ weeks, villages, called }: BoardTableProps) {
  const looks = weeks.map((_, place) => (place < weeks.length - 4 ? "max-lg:hidden" : undefined));
  return (
    <table className={table}>
      <caption className="sr-only">各村社最近十二周的双访</caption>
      <thead>
        <tr className="h-5.5 text-ink-2 max-lg:h-tap">
          <th scope="col" className="w-[28%] font-normal lg:w-28">村社</th>
          {weeks.map((week, place) => <Head key={week.week} {...week} look={looks[place]} />)}
        </tr>
      </thead>
      <tbody>
        {villages.map((village) => (
          <tr key={village.id}>
            <th scope="row" className="font-normal max-lg:leading-tight lg:truncate">{village.name}</th>
            {weeks.map((week, place) => <td key={week.week} className={looks[place]}>{cellOf(village, week, village.calls[place]!)}</td>)}
          </tr>
        ))}
      </tbody>
      <tfoot className={villages.length < 2 ? "hidden" : "max-lg:hidden"}>
        <tr>
          <th scope="row" className="h-6 font-normal text-ink-2">有双访的村社</th>
          {called.map((n, place) => <td key={place}>{weeks[place]!.meetingOn || n > 0 ? `${n}/${villages.length}` : "–"}</td>)}
        </tr>
      </tfoot>
    </table>
  );
}

/** 「11-24 周二」, which breaks between its two words and nowhere else. */
function Head({ week, meetingOn, now, look = "" }: BoardWeek & { look: string | undefined }) {
  return (
    <th scope="col" className={`text-xs ${now ? "font-semibold text-ink" : "font-normal"} ${look}`} title={now ? "本周" : undefined}>
      {!meetingOn && <>–<span className="sr-only">{week} 全周放假</span></>}
      {meetingOn && <span className="whitespace-nowrap max-lg:block">{meetingOn.slice(5)}</span>}{" "}
      {meetingOn && <span className="whitespace-nowrap">{shortDay(meetingOn).slice(6)}</span>}
    </th>
  );
}

function cellOf({ id, name }: Village, { week, meetingOn }: BoardWeek, [dayVisits, nightTalks]: Calls) {
  const when = meetingOn ? `${shortDay(meetingOn)} 那一周` : "放假的一周";
  const mark = markOf(dayVisits, nightTalks, meetingOn);
  const calls = dayVisits + nightTalks > 0 ? `日访 ${dayVisits} 次，夜访 ${nightTalks} 次` : "还没有双访";
  return (
    <a href={`/visits?village=${id}&week=${week}&whose=all`} title={`${name} ${when}：${calls}`}>
      <Mark mark={mark} />
    </a>
  );
}
