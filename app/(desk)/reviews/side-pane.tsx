import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import type { Sheet } from "./sheet";

/** What is known of this door: what is still open, what was written before, and how this visit came here. */
export function SidePane({ sheet }: { sheet: Sheet }) {
  return (
    <div className="grid gap-2.5">
      {sheet.matters.length > 0 && <Matters sheet={sheet} />}
      {sheet.earlier.length > 0 && <Earlier sheet={sheet} />}
      {sheet.matters.length + sheet.earlier.length === 0 && <Card title={sheet.door}><p className="text-ink-2">以前没有走访日志，也没有在办的问题</p></Card>}
      <Steps sheet={sheet} />
    </div>
  );
}

function Matters({ sheet }: { sheet: Sheet }) {
  return (
    <Card title={`在办的问题（${sheet.matters.length}）`}>
      <ul className="grid gap-1">
        {sheet.matters.map((matter) => (
          <li key={matter.id}><To href={`/problems/${matter.id}`} className="link underline max-lg:inline-flex max-lg:min-h-tap max-lg:items-center">{matter.title}</To> <span className="text-sm text-ink-2">{matter.note}</span></li>
        ))}
      </ul>
    </Card>
  );
}

function Earlier({ sheet }: { sheet: Sheet }) {
  return (
    <Card title={`${sheet.door} 以前的走访`}>
      <ul className="grid gap-2">
        {sheet.earlier.map((one) => (
          <li key={one.id}>
            <To href={`/visits/${one.id}`} className="link underline max-lg:inline-flex max-lg:min-h-tap max-lg:items-center">{one.on}</To> <span className="text-sm text-ink-2">{one.author}</span>
            <p className="line-clamp-4 text-sm">{one.account}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Steps({ sheet: { steps } }: { sheet: Sheet }) {
  return (
    <Card title="经过">
      <ol className="grid gap-1.5">
        {steps.map((step, place) => (
          <li key={place}>
            <span className="font-semibold">{step.what}</span> · {step.actor} <span className="text-sm text-ink-2">{step.at}</span>
            {step.note && <p className="text-ink-2">“{step.note}”</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
