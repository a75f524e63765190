import { Badge } from "@/app/_ui/badge";
import { To } from "@/app/_ui/to";
import type { Day } from "@/lib/kernel/day";
import type { TopicCard as Topic } from "@/lib/topics/reads";
import { gate as gates } from "@/lib/words/topic";
import { missingOf } from "./missing-of";
import { MoveButton } from "./move-button";
import { gateSaid } from "./standing-of";

type Props = { topic: Topic; today: Day; office: boolean };

/** A topic on the board: whose it is, what is due, whether it is heard of, and where it may go. */
export function TopicCard({ topic, today, office }: Props) {
  const { id, title, leader, gate, version, silentDays } = topic;
  const at = topic.gates.find((line) => line.gate === gate)!;
  const done = at.items.filter(({ tick }) => tick).length;
  const said = gateSaid(at, today, true);
  const day = at.dueOn && !said.word.includes(at.dueOn) ? at.dueOn : undefined;
  const looksBack = gate === "followup3" || gate === "followup6";
  return (
    <article className="grid gap-1.5 rounded-2 border border-line bg-bg p-2.5 lg:p-2 print:gap-0.5 print:p-1.5">
      <h3 className="text-base leading-snug"><To href={`/topics/${id}`} className="link block py-0.5 break-words text-pretty max-lg:min-h-tap max-lg:content-center print:min-h-0">{title}</To></h3>
      <p className="text-sm text-ink-2">
        <span className="whitespace-nowrap">组长 {leader ?? "还没定"}</span>{" "}
        {at.items.length > 0 && <span className="whitespace-nowrap">清单 {done}/{at.items.length}</span>}
      </p>
      {(looksBack || day) && <p className="text-sm text-ink-2">{[looksBack && gates.label(gate), day && `期限 ${day}`].filter(Boolean).join(" · ")}</p>}
      <div className="flex flex-wrap items-center justify-between gap-1.5">
        <p className="flex flex-wrap items-center gap-1.5">
          <Badge {...said} />
          {silentDays && <Badge tone="warn" shape="triangle">{silentDays} 天没进展</Badge>}
        </p>
        {office && <span className="no-print ml-auto"><MoveButton topic={{ id, title, gate, version }} missing={missingOf(topic.gates)} size="row" /></span>}
      </div>
    </article>
  );
}
