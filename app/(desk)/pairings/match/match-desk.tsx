"use client";
import { useState } from "react";
import { Button, LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { Notice } from "@/app/_ui/notice";
import { ANSWER_DAYS, CAPACITY } from "@/lib/pairings/rules";
import { type Material, placesLeft } from "@/lib/pairings/rules-match";
import type { Judged } from "@/lib/pairings/rules-plan";
import { GapNotes } from "./gap-notes";
import { PairList } from "./pair-list";
import { ProposeBar } from "./propose-bar";
import { usePlan } from "./use-plan";

type Props = { material: Material; from: string };

export function MatchDesk({ material, from }: Props) {
  const desk = usePlan(material);
  const [sent, setSent] = useState(0);
  return (
    <>
      {sent > 0 && <Notice tone="ok" title={`已提出 ${sent} 对结对`} action={<LinkButton href="/pairings" size="row">看青蓝结对</LinkButton>}>导师在 {ANSWER_DAYS} 个工作日内答复，接受了才开始</Notice>}
      <Nothing material={material} />
      {material.mentees.length > 0 && material.mentors.some((mentor) => placesLeft(mentor) > 0) && (
        <>
          <div className="flex items-center justify-between gap-3">
            <Totals now={desk.now} best={desk.best} />
            <Button size="row" className="flex-none" onClick={desk.matchAnew}>重新匹配</Button>
          </div>
          <PairList material={material} desk={desk} />
          <GapNotes />
          <ProposeBar pairs={desk.now.pairs} from={from} onSent={setSent} />
        </>
      )}
    </>
  );
}

/** Before the hand and after it: heard as well as seen. */
function Totals({ now, best }: { now: Judged; best: Judged }) {
  const more = now.total - best.total;
  const left = now.left.length > 0 ? `，${now.left.length} 名没有配上` : "";
  return (
    <p role="status">
      配上 {now.pairs.length} 对{left} · 合计差距 <b className="tabular-nums">{now.total}</b>
      <span className="text-ink-2">{more > 0 ? `，系统建议是 ${best.total}，现在多 ${more}` : "，是最小的配法"}</span>
    </p>
  );
}

function Nothing({ material: { mentees, mentors } }: { material: Material }) {
  if (mentees.length === 0)
    return <Empty title="青年干部都有导师，或者正在等导师答复" action={<LinkButton href="/pairings">看青蓝结对</LinkButton>}>来了新的青年干部，或者有人结束了结对，这里会给出建议</Empty>;
  if (mentors.some((mentor) => placesLeft(mentor) > 0)) return null;
  return (
    <Empty title="没有还能带学员的导师" action={<><LinkButton href="/people?role=mentor" variant="primary">看导师</LinkButton><LinkButton href="/pairings">单独提出结对</LinkButton></>}>
      每名导师一般最多带 {CAPACITY} 名。在人员页给业务骨干加上“导师”角色；要请哪位多带一名，到青蓝结对里写原因
    </Empty>
  );
}
