"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { spokenPoints, totalOf, unmarked } from "@/lib/defences/rules";
import { Press } from "../../../pairings/press";
import { submitSheet } from "./actions";
import type { Asked } from "./asked";

type Props = { defenceId: string; criteria: readonly Asked[]; points: ReadonlyMap<string, number>; waits: number };

/** 交评分: says what is missing; shows everything once more, for afterwards it stands. */
export function HandIn({ defenceId, criteria, points, waits }: Props) {
  const [state, setState] = useState<{ open: boolean; no?: string | undefined }>({ open: false });
  const marked = new Map(criteria.flatMap(({ id }) => (points.has(id) ? [[id, points.get(id)!] as const] : [])));
  const missing = unmarked(criteria, marked);
  const no = missing.length > 0 ? `还有 ${missing.length} 项没有评：${missing.map(({ name }) => name).join("、")}` : waits > 0 ? `还有 ${waits} 项没存上，连上网会自动存，存好再交` : undefined;
  const ask = () => {
    setState({ open: !no, no });
    if (missing[0]) document.getElementById(missing[0].id)?.scrollIntoView({ block: "center" });
  };
  const total = totalOf(criteria, marked);
  return (
    <div className="grid gap-1">
      {state.no && no && <p role="alert" className="text-sm leading-tight text-danger">▲ {no}</p>}
      <Button variant={no ? "secondary" : "primary"} wide aria-haspopup="dialog" onClick={ask}>交评分</Button>
      <Dialog open={state.open} onClose={() => setState({ open: false })} title="核对评分表">
        <div className="grid gap-3">
          <table className="w-full">
            <caption className="sr-only">我的评分</caption>
            <tbody className="[&_td]:text-right [&_th]:text-left [&_th]:font-normal [&_tr]:border-b [&_tr]:border-line">
              {criteria.map(({ id, name, weight }) => <tr key={id}><th scope="row" className="py-1.5">{name} {weight}%</th><td>{points.get(id) ?? "没有评"}</td></tr>)}
              <tr><th scope="row" className="py-1.5 font-semibold!">总分</th><td className="text-lg font-semibold">{total === undefined ? "--" : spokenPoints(total)}</td></tr>
            </tbody>
          </table>
          <p>交了以后自己不能再改。</p>
          <Press send={submitSheet} input={{ defenceId, marks: [...marked].map(([criterionId, given]) => ({ criterionId, points: given })) }} variant="primary">交上这张评分表</Press>
        </div>
      </Dialog>
    </div>
  );
}
