"use client";
import { Badge } from "@/app/_ui/badge";
import { DialogButton } from "@/app/_ui/dialog";
import { type Column, List } from "@/app/_ui/list";
import { To } from "@/app/_ui/to";
import { type Learner, type Material, reasonsOf } from "@/lib/pairings/rules-match";
import { ChooseMentor } from "./choose-mentor";
import { gapSaid } from "./gap";
import type { usePlan } from "./use-plan";

type Props = { material: Material; desk: ReturnType<typeof usePlan> };

const columns: Column[] = [
  { head: "学员", card: "title" }, { head: "导师", card: "line", named: true }, { head: "差距", card: "aside" }, { head: "理由", room: "lines" },
  { head: "保留" }, { head: "调整", card: "verb" },
];

/** One row a mentee, in the order of their names and never of their gaps: nobody is first or last here. */
export function PairList({ material, desk }: Props) {
  const rows = material.mentees.map((mentee) => ({ key: mentee.id, cells: cellsOf(mentee, material, desk) }));
  return <List caption="建议的结对" columns={columns} rows={rows} />;
}

function cellsOf(mentee: Learner, material: Material, desk: Props["desk"]) {
  const pair = desk.now.pairs.find((one) => one.mentee.id === mentee.id);
  const left = desk.now.left.find((one) => one.mentee.id === mentee.id);
  const deeds = (
    <DialogButton label={<>{pair ? "换导师…" : "选择导师…"}<span className="sr-only">（{mentee.name}）</span></>} title={`${mentee.name} 的导师`} size="row" variant="quiet" className="lg:-ml-2">
      <ChooseMentor mentee={mentee} material={material} plan={desk.plan} now={desk.now} onMove={desk.move} onLeave={desk.leave} />
    </DialogButton>
  );
  return [
    <Named key="mentee" person={mentee} />, pair ? <Named key="mentor" person={pair.mentor} /> : "还没有配上",
    pair ? <Badge key="gap" {...gapSaid(pair.cost)} /> : <Badge key="gap" tone="neutral" shape="dash">没有配上</Badge>,
    <span key="why" className="max-lg:block max-lg:min-w-[70vw]">{pair ? reasonsOf(pair.parts) : left?.why}</span>,
    <Keep key="keep" name={pair ? `保留 ${mentee.name} 和 ${pair.mentor.name}` : `${mentee.name} 先不安排`} on={desk.kept.has(mentee.id)} onTurn={(on) => desk.keep(mentee.id, on)} />,
    deeds,
  ];
}

const Named = ({ person: { id, name, department } }: { person: Pick<Learner, "id" | "name" | "department"> }) => (
  <>
    <To href={`/people/${id}`} className="link inline-flex min-h-row items-center">{name}</To>
    <span className="ml-1.5 text-sm font-normal text-ink-2">{department}</span>
  </>
);

/** Whoever is kept stays as they are when the rest is matched anew. */
function Keep({ name, on, onTurn }: { name: string; on: boolean; onTurn: (on: boolean) => void }) {
  return (
    <label className="inline-flex min-h-row items-center gap-1.5 max-lg:min-h-tap">
      <input type="checkbox" aria-label={name} checked={on} onChange={(event) => onTurn(event.target.checked)} />
      <span className="lg:hidden" aria-hidden>重新匹配时保留</span>
    </label>
  );
}
