import { Card } from "@/app/_ui/card";
import { dayOf } from "@/lib/kernel/calendar";
import type { Topic } from "@/lib/topics/reads";
import { gate, topicMove } from "@/lib/words/topic";

/** 历程, newest first: who moved it, when and why. */
export function HistoryCard({ topic: { steps } }: { topic: Topic }) {
  return (
    <Card title="历程">
      <ol className="grid gap-2">
        {steps.map(({ id, actor, move, gate: at, note, at: when }) => (
          <li key={id}>
            <p>{actor} {topicMove.label(move)}{at && (move === "close" || move === "waive" || move === "reopen") && `“${gate.label(at)}”`}</p>
            {note && <p className="break-words text-ink-2">“{note}”</p>}
            <p className="text-sm text-ink-2">{dayOf(when)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
