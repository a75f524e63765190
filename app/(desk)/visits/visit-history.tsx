import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import { clockOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { VisitInFull } from "@/lib/visits/reads-one";
import { visitMove } from "@/lib/words/visit";

/** Every move with who, when and their words; and each version that was handed in. */
export function VisitHistory({ full }: { full: VisitInFull }) {
  return (
    <div className="grid gap-2.5">
      <Steps full={full} />
      <Earlier full={full} />
    </div>
  );
}

function Earlier({ full: { earlier, visit } }: { full: VisitInFull }) {
  if (earlier.length === 0) return null;
  return (
    <Card title={visit.householdId ? "这一户以前的走访" : "这一家以前的走访"}>
      <ul className="grid gap-2">
        {earlier.map((one) => (
          <li key={one.id}>
            <To href={`/visits/${one.id}`} className="link underline">{shortDay(one.visitedOn)}</To> <span className="text-sm text-ink-2">{one.author}</span>
            <p className="line-clamp-3 text-sm">{one.account}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Steps({ full: { steps, versions } }: { full: VisitInFull }) {
  if (steps.length === 0) return null;
  return (
    <Card title="经过">
      <ol className="grid gap-2">
        {steps.map((step) => (
          <li key={step.version}>
            <p><span className="font-semibold">{visitMove.label(step.move)}</span> · {step.actor} <span className="text-sm text-ink-2">{clockOf(step.at)}</span></p>
            {step.note && <p className="text-ink-2">“{step.note}”</p>}
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <details className="mt-3">
          <summary className="link cursor-pointer py-1">看每次交的原文（{versions.length} 稿）</summary>
          {versions.map((version, i) => (
            <p key={version.version} className="mt-2 whitespace-pre-wrap"><span className="text-sm text-ink-2">第 {i + 1} 稿 {clockOf(version.at)}</span><br />{version.account}</p>
          ))}
        </details>
      )}
    </Card>
  );
}
