import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import type { Day } from "@/lib/kernel/day";
import type { TopicOverYear } from "@/lib/topics/reads-year";
import type { Mark } from "@/lib/topics/rules-year";
import { gate } from "@/lib/words/topic";
import { markWords, Shape } from "./marks";

/** The same in words: twelve months do not fit on a phone. */
export function YearList({ topics, today }: { topics: readonly TopicOverYear[]; today: Day }) {
  return (
    <div className="grid gap-2.5 lg:hidden">
      {topics.map(({ id, title, marks, stoppedOn }) => (
        <Card key={id} title={<To href={`/topics/${id}`} className="link">{title}</To>}>
          {stoppedOn && <p className="text-warn">{stoppedOn} 中止</p>}
          {marks.length === 0 && <p className="text-ink-2">还没定日期</p>}
          <ol className="grid gap-1">{marks.map((mark) => <Line key={mark.gate} mark={mark} next={isNext(mark, marks, today)} />)}</ol>
        </Card>
      ))}
    </div>
  );
}

const isNext = (mark: Mark, marks: readonly Mark[], today: Day): boolean => marks.find(({ state, on }) => state === "due" && on >= today) === mark;

function Line({ mark: { gate: at, on, state }, next }: { mark: Mark; next: boolean }) {
  return (
    <li className={`flex items-center gap-2 ${next ? "font-semibold" : ""}`}>
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden className="flex-none"><Shape state={state} /></svg>
      <span className="flex-1">{gate.label(at)}</span>
      <span className="text-sm text-ink-2">{on} {markWords[state]}</span>
    </li>
  );
}
