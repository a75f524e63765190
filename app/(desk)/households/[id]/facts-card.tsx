import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import type { FactGroup, FactLine, HouseholdFile } from "@/lib/households/reads-file";
import { timeOf } from "@/lib/kernel/calendar";
import { FactButton } from "../fact-button";
import { OpenedUntil } from "../opened-until";
import { UnmaskButton } from "../unmask-button";
import { Proposals } from "./proposals";

type Props = { file: HouseholdFile; today: string };

/** 收入来源 / 生活难题 / 找门说明, each with its day and source; masked to whom they are not open. */
export function FactsCard({ file, today }: Props) {
  const masked = file.facts.some((group) => group.masked);
  const open = masked && file.opens && <UnmaskButton householdId={file.id} field="facts" label="查看内容" confirms={file.confirms} />;
  return (
    <Card title="家里的情况" aside={open || <Opened file={file} field="facts" />}>
      <div className="grid gap-3">
        {file.facts.map((group) => <Group key={group.kind} group={group} file={file} today={today} />)}
        {masked && !file.opens && <p className="text-sm text-ink-2">内容只对包户干部开放{file.keepers.length > 0 && `，需要的话找${file.keepers.join("、")}`}。</p>}
      </div>
    </Card>
  );
}

/** 「09:10 自动收起」, while something is open at this desk. */
export function Opened({ file, field }: { file: HouseholdFile; field: HouseholdFile["open"][number]["field"] }) {
  const until = file.open.find((opening) => opening.field === field)?.until;
  if (!until) return null;
  return <span className="text-sm text-ink-2">{timeOf(until)} 自动收起<OpenedUntil until={until.getTime()} /></span>;
}

function Group({ group, file, today }: Props & { group: FactGroup }) {
  const { kind, label, masked, shown } = group;
  const write = { householdId: file.id, kind, today, openedOn: file.proposals[kind].standing };
  const add = file.keeps && (kind !== "door" || shown.length === 0) && <FactButton {...write} label="记一条" />;
  return (
    <section>
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-sm text-ink-2">{label}</h3>
        {add}
      </div>
      {masked && <p>{masked} {group.old && <OldMark />}</p>}
      {!masked && shown.length === 0 && <p className="text-ink-2">还没有登记</p>}
      {shown.length > 0 && (
        <ul className="divide-y divide-line">
          {shown.map((fact) => (
            <Fact key={fact.id} fact={fact} named={kind !== "door"}>
              {file.keeps && <FactButton {...write} topic={fact.topic} label="更新" />}
            </Fact>
          ))}
        </ul>
      )}
      <Proposals file={file} kind={kind} />
    </section>
  );
}

const OldMark = () => <Badge tone="warn">半年没核对</Badge>;

function Fact({ fact, named, children }: { fact: FactLine; named: boolean; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-2 py-1.5">
      <div className="min-w-0">
        <p>{named && <b className="font-semibold">{fact.heading}：</b>}{fact.says}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">{sourceOf(fact)}{fact.old && <OldMark />}</p>
        {fact.earlier.length > 0 && (
          <details className="text-sm text-ink-2">
            <summary className="inline-flex min-h-tap cursor-pointer items-center">以前记的 {fact.earlier.length} 条</summary>
            <ul className="grid gap-1 pb-1">{fact.earlier.map((was, place) => <li key={place}>{was.says}（{sourceOf(was)}）</li>)}</ul>
          </details>
        )}
      </div>
      {children}
    </li>
  );
}

const sourceOf = ({ asOf, source, by }: Pick<FactLine, "asOf" | "source" | "by">) => `${asOf} · ${source} · ${by}`;
