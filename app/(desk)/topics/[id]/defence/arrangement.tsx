import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { type Fact, FactsList } from "@/app/_ui/facts-list";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { recusalLine, ruleMeans } from "@/lib/defences/rules-words";
import type { Desk } from "@/lib/gate/desk";
import { scoringRule } from "@/lib/words/defence";

type Props = { desk: Desk; full: DefenceInFull };

/** 答辩安排: what everybody of it may read before, during and after. */
export function Arrangement({ desk, full }: Props) {
  const { defence, criteria, judges } = full;
  const facts: Fact[] = [
    { label: "日期", value: defence.heldOn },
    { label: "计分方法", value: <>{scoringRule.label(defence.rule)}<span className="block text-sm text-ink-2">{ruleMeans[defence.rule]}</span></> },
    { label: "法定人数", value: `${defence.quorum} 位评委交了评分才公布` },
    { label: "评分项", value: <Criteria criteria={criteria} /> },
    { label: "档次", value: criteria[0]?.levels.map(({ label, points }) => `${label} ${points}`).join("，") },
  ];
  if (defence.state === "preparing") facts.push({ label: "评委", value: <Judges judges={judges} tells={desk.me.is("office", "leader")} /> });
  return <Card title="答辩安排"><FactsList facts={facts} /></Card>;
}

const Criteria = ({ criteria }: Pick<DefenceInFull, "criteria">) => (
  <ul>{criteria.map(({ id, name, weight, required }) => <li key={id}>{name} {weight}%{!required && <span className="text-ink-2">（选评）</span>}</li>)}</ul>
);

/** Who judges, in the order of their seats; to the office and the leaders who has to stand back, and why. */
const Judges = ({ judges, tells }: Pick<DefenceInFull, "judges"> & { tells: boolean }) => (
  <ol className="grid gap-1">
    {judges.map(({ seatId, number, name, department, recusals }) => (
      <li key={seatId}>
        {number} 号 {name}{department && <span className="text-ink-2"> {department}</span>}
        {tells && recusals.length > 0 && <span className="block text-sm"><Badge tone="warn" word="要回避" /> {recusalLine(recusals, department)}</span>}
      </li>
    ))}
  </ol>
);
