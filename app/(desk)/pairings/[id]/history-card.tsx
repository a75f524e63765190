import { Card } from "@/app/_ui/card";
import { dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { PairingRow, PairingStep } from "@/lib/pairings/reads";
import { pairingMove } from "@/lib/words/pairing";

/** 历程, newest first; what was there before this was kept says only its dates. */
export function HistoryCard({ pairing, steps }: { pairing: PairingRow; steps: readonly PairingStep[] }) {
  const opening = steps.some(({ move }) => move === "open" || move === "propose");
  return (
    <Card title="历程">
      <ol className="grid gap-2">
        {steps.map((step) => (
          <li key={step.id}>
            <p>{step.actor} {pairingMove.label(step.move)}{step.expectedOn && `，预计 ${spokenDay(step.expectedOn)} 恢复`}</p>
            {step.note && <p className="break-words text-ink-2">“{step.note}”</p>}
            <p className="text-sm text-ink-2">{dayOf(step.at)}</p>
          </li>
        ))}
        {!opening && <li><p>结对</p><p className="text-sm text-ink-2">{pairing.startedOn}</p></li>}
      </ol>
    </Card>
  );
}
