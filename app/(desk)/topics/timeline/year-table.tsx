import { To } from "@/app/_ui/to";
import type { Day } from "@/lib/kernel/day";
import type { TopicOverYear } from "@/lib/topics/reads-year";
import { shortGate } from "@/lib/topics/rules";
import { type Mark, type Month, monthsOf, shareOf } from "@/lib/topics/rules-year";
import { gate } from "@/lib/words/topic";
import { markWords, Shape } from "./marks";

type Props = { topics: readonly TopicOverYear[]; from: Month; today: Day };

const table =
  "w-full table-fixed border-separate border-spacing-0 rounded-2 border border-line bg-bg text-left text-sm " +
  "[&_:is(th,td)]:border-line [&_tbody_:is(th,td)]:border-t";
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** 8 × 12 months on one screen: a line a topic, its gates where they fall. The drawing has no style of its own, only numbers. */
export function YearTable({ topics, from, today }: Props) {
  const months = monthsOf(from);
  return (
    <div className="max-lg:hidden">
      <table className={table}>
        <caption className="sr-only">课题一年里的节点</caption>
        <colgroup><col className="w-[15rem]" />{months.map((month) => <col key={month} />)}</colgroup>
        <thead>
          <tr className="h-7 text-ink-2">
            <th scope="col" className="px-3 font-normal">课题</th>
            {months.map((month, i) => <th key={month} scope="col" className="border-l px-1 text-xs font-normal whitespace-nowrap">{i === 0 || month.endsWith("-01") ? month : `${Number(month.slice(5))} 月`}</th>)}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.id}>
              <th scope="row" className="px-3 py-1 font-normal">
                <To href={`/topics/${topic.id}`} className="link line-clamp-2 leading-tight break-words">{topic.title}</To>
                <p className="text-xs text-ink-2">{topic.stoppedOn ? `${topic.stoppedOn} 中止` : topic.gate ? `在“${gate.label(topic.gate)}”` : "全部完成"}</p>
              </th>
              <td colSpan={12} className="p-0"><Year topic={topic} from={from} today={today} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Names stand above and below in turn, so that gates a few days apart do not cover each other's. */
function Year({ topic: { marks }, from, today }: { topic: TopicOverYear; from: Month; today: Day }) {
  const now = shareOf(today, from);
  const shown = marks.flatMap((mark) => ({ ...mark, at: shareOf(mark.on, from) })).filter((mark): mark is Mark & { at: number } => mark.at !== undefined);
  const [first, last] = [shown[0]?.at ?? 0, shown.at(-1)?.at ?? 0];
  return (
    <>
      <svg className="block h-13 w-full overflow-visible" aria-hidden>
        {monthsOf(from).map((month, i) => <line key={month} x1={percent(i / 12)} x2={percent(i / 12)} y1="0" y2="100%" className="stroke-line" />)}
        {shown.length > 1 && <line x1={percent(first)} x2={percent(last)} y1="50%" y2="50%" className="stroke-control" strokeWidth="2" />}
        {now !== undefined && <line x1={percent(now)} x2={percent(now)} y1="0" y2="100%" className="stroke-ink" strokeWidth="2" strokeDasharray="4 3" />}
        {shown.map((mark) => (
          <svg key={mark.gate} x={percent(mark.at)} y="50%" className="overflow-visible">
            <title>{`${gate.label(mark.gate)} ${markWords[mark.state]} ${mark.on}`}</title>
            <Shape state={mark.state} />
            <text y={gate.values.indexOf(mark.gate) % 2 ? 21 : -11} textAnchor={mark.at > 0.97 ? "end" : mark.at < 0.03 ? "start" : "middle"} strokeWidth="4" className="fill-ink stroke-bg text-xs [paint-order:stroke]">{shortGate(mark.gate)}</text>
          </svg>
        ))}
      </svg>
      <ul className="sr-only">{marks.map((mark) => <li key={mark.gate}>{gate.label(mark.gate)}：{mark.on} {markWords[mark.state]}</li>)}</ul>
    </>
  );
}
