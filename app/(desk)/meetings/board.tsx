import { To } from "@/app/_ui/to";
import type { Board as BoardRows, BoardCell, BoardWeek } from "@/lib/dashboard/reads-board";
import { weekOf } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import { Mark } from "./mark";

type BoardProps = { board: BoardRows; today: Day };
type RowProps = { row: BoardRows["rows"][number]; weeks: readonly BoardWeek[]; cell: string; size: string };

const table =
  "w-full table-fixed border-separate border-spacing-0 rounded-2 border border-line bg-bg text-center text-sm leading-none";
const low = "h-[1.1875rem] [@media(min-height:46rem)]:h-[1.4375rem]";
const line = "border-b border-line";

/** Every village by twelve weeks, on one laptop screen: rows of 20 px (24 where the screen is tall enough), no script. */
export function Board({ board: { weeks, rows, called }, today }: BoardProps) {
  return (
    <table className={`${table} max-lg:hidden [&_tbody_tr:hover>*]:bg-bg-2`}>
      <caption className="sr-only">各村社最近十二周的双访</caption>
      <Heads weeks={weeks} today={today} />
      <tbody>
        {rows.map((row) => <Row key={row.id} row={row} weeks={weeks} cell={low} size="size-3" />)}
      </tbody>
      <tfoot className={rows.length < 2 ? "hidden" : ""}>
        <tr>
          <th scope="row" className="h-6 pl-3 text-left font-normal text-ink-2">有双访的村社</th>
          {called.map((n, place) => <td key={weeks[place]!.week}>{weeks[place]!.meetingOn || n > 0 ? `${n}/${rows.length}` : "–"}</td>)}
        </tr>
      </tfoot>
    </table>
  );
}

/** The phone's board: the last four weeks, rows a thumb can hit. */
export function BoardOfFour({ board, today }: BoardProps) {
  const weeks = board.weeks.slice(-4);
  return (
    <table className={`${table} lg:hidden`}>
      <caption className="sr-only">各村社最近四周的双访</caption>
      <Heads weeks={weeks} today={today} />
      <tbody>
        {board.rows.map((row) => <Row key={row.id} row={{ ...row, cells: row.cells.slice(-4) }} weeks={weeks} cell="h-tap" size="size-4" />)}
      </tbody>
    </table>
  );
}

function Heads({ weeks, today }: { weeks: readonly BoardWeek[]; today: Day }) {
  return (
    <thead>
      <tr className="h-5.5 text-ink-2 max-lg:h-tap">
        <th scope="col" className={`${line} w-[28%] pl-3 text-left lg:w-28 font-normal`}>村社</th>
        {weeks.map(({ week, meetingOn }) => (
          <th key={week} scope="col" className={`${line} px-0 text-xs ${week === weekOf(today) ? "font-semibold text-ink" : "font-normal"}`}
            title={week === weekOf(today) ? "本周" : undefined}>
            {meetingOn ? <Head day={meetingOn} /> : <>–<span className="sr-only">{week} 全周放假</span></>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** 「11-24 周二」, which breaks between its two words and nowhere else. */
function Head({ day }: { day: Day }) {
  return (
    <>
      <span className="whitespace-nowrap max-lg:block">{day.slice(5)}</span>{" "}
      <span className="whitespace-nowrap">{shortDay(day).slice(6)}</span>
    </>
  );
}

function Row({ row, weeks, cell, size }: RowProps) {
  return (
    <tr>
      <th scope="row" className={`${line} pl-3 text-left font-normal max-lg:leading-tight lg:truncate`}>{row.name}</th>
      {row.cells.map((one, place) => (
        <td key={one.week} className={`${line} p-0`}>
          <To href={`/visits?village=${row.id}&week=${one.week}&whose=all`} title={wordsOf(row.name, one, weeks[place]!)}
            className={`flex ${cell} items-center justify-center -outline-offset-3! hover:bg-primary-bg`}>
            <Mark mark={one.mark} size={size} />
          </To>
        </td>
      ))}
    </tr>
  );
}

function wordsOf(village: string, { dayVisits, nightTalks, mark }: BoardCell, { meetingOn }: BoardWeek): string {
  const when = meetingOn ? `${shortDay(meetingOn)} 那一周` : "放假的一周";
  return `${village} ${when}：${mark === "none" ? "还没有双访" : `日访 ${dayVisits} 次，夜访 ${nightTalks} 次`}`;
}
