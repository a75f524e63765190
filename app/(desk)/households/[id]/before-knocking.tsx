import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import type { HouseholdFile } from "@/lib/households/reads-file";
import { spokenDay } from "@/lib/kernel/day";

/** 敲门之前: what this household is waiting for, and what to ask about. */
export function BeforeKnocking({ file }: { file: HouseholdFile }) {
  const { problems, steps, toCheck } = file;
  const nothing = problems.length + steps.length + toCheck.length === 0;
  return (
    <Card title="敲门之前">
      {nothing && <p className="text-ink-2">没有在办的问题，没有欠着的回复，情况都在半年以内。</p>}
      <div className="grid gap-3">
        {problems.length > 0 && <Problems problems={problems} />}
        {steps.length > 0 && <Steps steps={steps} />}
        {toCheck.length > 0 && <ToCheck items={toCheck} />}
      </div>
    </Card>
  );
}

const row = "flex flex-wrap items-baseline gap-x-2 py-1";

function Problems({ problems }: Pick<HouseholdFile, "problems">) {
  return (
    <section>
      <h3 className="text-sm text-ink-2">在办的问题</h3>
      <ul className="divide-y divide-line">
        {problems.map((problem) => (
          <li key={problem.id} className={row}>
            <To href={`/problems/${problem.id}`} className="link inline-flex min-h-tap items-center">{problem.title}</To>
            <Badge tone="info">{problem.state}</Badge>
            <span className="text-sm text-ink-2">{spokenDay(problem.raisedOn)}上报</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ steps }: Pick<HouseholdFile, "steps">) {
  return (
    <section>
      <h3 className="text-sm text-ink-2">下一步</h3>
      <ul className="divide-y divide-line">
        {steps.map((step) => (
          <li key={step.id} className={row}>
            <span>{step.side}：{step.words}</span>
            {step.late ? <Badge tone="warn" shape="triangle">{step.dueOn && `${spokenDay(step.dueOn)}到期`}</Badge>
              : <span className="text-sm text-ink-2">{step.dueOn ? `${spokenDay(step.dueOn)}前` : "没定日期"}</span>}
            <To href={`/visits/${step.visitId}`} className="link inline-flex min-h-tap items-center text-sm">{spokenDay(step.visitedOn)}的走访</To>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ToCheck({ items }: { items: HouseholdFile["toCheck"] }) {
  return (
    <section>
      <h3 className="text-sm text-ink-2">要核对的情况</h3>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={`${item.label} ${item.why}`} className={row}>
            <span>{item.label}</span>
            <span className="text-sm text-ink-2">{item.why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
