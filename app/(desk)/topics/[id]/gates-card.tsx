import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { Glyph } from "@/app/_ui/glyph";
import { Icon } from "@/app/_ui/icon";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { Topic } from "@/lib/topics/reads";
import type { GateItemLine, GateLine } from "@/lib/topics/reads-gates";
import { gate } from "@/lib/words/topic";
import { gateSaid } from "../standing-of";
import { TickBox } from "./tick-box";

type Props = { desk: Desk; topic: Topic };

/** 节点: the way a topic goes, with what each gate asks. The one it is at lies open. */
export function GatesCard({ desk, topic }: Props) {
  const ticks = !topic.stoppedOn && desk.may("topic.tick", topic);
  const bare = topic.within && topic.gates.every(({ items }) => items.length === 0);
  return (
    <Card title="节点" flush aside={topic.gates.some(({ dueOn }) => dueOn) ? undefined : <span className="text-sm text-ink-2">还没定日期</span>}>
      {bare && <p className="border-b border-line px-3 py-2 text-ink-2">镇里还没有节点清单，过节点时不用勾。{desk.me.is("office") && <To href="/topics/items" className="link underline">去写节点清单</To>}</p>}
      <ol className="divide-y divide-line">
        {topic.gates.map((line) => <li key={line.gate}><GateEntry desk={desk} topic={topic} line={line} ticks={ticks && (!line.closedOn || line.waived)} /></li>)}
      </ol>
    </Card>
  );
}

function GateEntry({ desk, topic, line, ticks }: Props & { line: GateLine; ticks: boolean }) {
  const current = topic.gate === line.gate;
  const done = line.items.filter(({ tick }) => tick).length;
  const said = gateSaid(line, desk.me.today, current);
  const head = (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 text-ink">
      <span className={current ? "font-semibold" : undefined}>{gate.label(line.gate)}</span>
      {(line.dueOn ?? line.closedOn ?? (current || undefined)) && <Badge {...said} />}
      {line.dueOn && !said.word.includes(line.dueOn) && <span className="text-sm text-ink-2">期限 {line.dueOn}</span>}
      {line.items.length > 0 && <span className="ml-auto text-sm text-ink-2">清单 {done}/{line.items.length}</span>}
    </span>
  );
  if (line.items.length === 0) return <div className="flex min-h-tap items-center px-3 py-1 pl-9" aria-current={current ? "step" : undefined}>{head}</div>;
  return (
    <details open={current} className="group px-3" aria-current={current ? "step" : undefined}>
      <summary className="flex items-center gap-2 py-1"><Icon name="chevron-right" className="size-4 group-open:rotate-90" />{head}</summary>
      <div className="grid gap-x-4 pb-2 pl-6">
        {line.items.map((item) => (ticks ? <TickBox key={item.id} topicId={topic.id} itemId={item.id} words={item.words} ticked={!!item.tick} by={byWords(item)} /> : <Ticked key={item.id} item={item} />))}
      </div>
    </details>
  );
}

/** A line that I only read, or that is past. */
function Ticked({ item }: { item: GateItemLine }) {
  return (
    <p className="flex min-h-row items-center gap-2.5">
      <Glyph shape={item.tick ? "check" : "ring"} className={item.tick ? "size-4 text-ok" : "size-4 text-ink-2"} />
      <span className="sr-only">{item.tick ? "已勾" : "没勾"}</span>
      <span className="min-w-0">{item.words}{item.tick && <span className="ml-2 text-sm whitespace-nowrap text-ink-2">{byWords(item)}</span>}</span>
    </p>
  );
}

const byWords = ({ tick }: GateItemLine): string | undefined => tick && `${tick.by} ${dayOf(tick.at).slice(5)}`;
