"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { AskedPair } from "@/lib/exhibitions/reads";
import type { Id } from "@/lib/kernel/id";
import { castBallot } from "../../actions";
import type { Answer, Exhibit } from "./ballot";

type Props = {
  ballotId: Id<"ballot">; exhibitionId: Id<"exhibition">; pairs: readonly AskedPair[]; answers: readonly Answer[];
  change: (at: number) => void;
};

/** Everything once more, and the one button. The ballot keeps its number: pressed again over a bad line, it is the same ballot. */
export function BallotEnd({ ballotId, exhibitionId, pairs, answers, change }: Props) {
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const picks = pairs.flatMap(([a, b], i) => {
    const chosen = answers[i];
    return typeof chosen === "object" ? [{ chosen: chosen.id, other: chosen.id === a.id ? b.id : a.id }] : [];
  });
  const send = async () => {
    setState({ busy: true });
    const outcome = await castBallot({ id: ballotId, exhibitionId, picks }).catch(() => undefined);
    if (outcome?.ok) return;
    const offline = "没能连上服务器，选票还在这页上。有信号了再点“交选票”，不会算成两张";
    setState({ busy: false, no: outcome ? (outcome.message ?? "选票没有交成，刷新后再选") : offline });
  };
  return (
    <section className="grid gap-3">
      <h2>看一眼再交</h2>
      <ul className="divide-y divide-line rounded-2 border border-line bg-bg">
        {pairs.map(([a, b], i) => (
          <li key={`${a.id}${b.id}`} className="flex min-h-tap items-center gap-2 px-3 py-1">
            <Said answer={answers[i]} a={a} b={b} />
            <Button variant="quiet" aria-label={`改第 ${i + 1} 对`} onClick={() => change(i)}>改一改</Button>
          </li>
        ))}
      </ul>
      {picks.length === 0 && <Notice tone="warn">每一对都分不出，就没有选票可交。至少选一对。</Notice>}
      {state.no && <Notice tone="danger">{state.no}</Notice>}
      {picks.length > 0 && <Button variant="primary" wide busy={state.busy} onClick={() => void send()}>交选票</Button>}
      <p className="text-sm text-ink-2">一人投一次，交了不能再改。别人看不到你选了什么。</p>
    </section>
  );
}

function Said({ answer, a, b }: { answer: Answer; a: Exhibit; b: Exhibit }) {
  const chosen = typeof answer === "object" ? answer : undefined;
  return (
    <span className="min-w-0 flex-1">
      {chosen ? <>选了 <b>{chosen.title}</b></> : "分不出"}
      <span className="block text-sm text-ink-2">{chosen ? `和它比的是 ${chosen.id === a.id ? b.title : a.title}` : `${a.title} / ${b.title}`}</span>
    </span>
  );
}
