"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import type { AskedPair } from "@/lib/exhibitions/reads";
import { type Id, newId } from "@/lib/kernel/id";
import { exhibitForm } from "@/lib/words/topic";
import type { Answer, Exhibit } from "./ballot";
import { BallotEnd } from "./ballot-end";

type Props = { exhibitionId: Id<"exhibition">; pairs: readonly AskedPair[] };

/** One pair at a time, two big buttons; everything is sent once, at the end. */
export function BallotDesk({ exhibitionId, pairs }: Props) {
  const [ballotId] = useState(() => newId<"ballot">());
  const [answers, setAnswers] = useState<readonly Answer[]>(() => pairs.map(() => undefined));
  const [at, setAt] = useState(0);
  const pair = pairs[at];
  const answer = (one: Answer) => {
    const next = answers.map((old, i) => (i === at ? one : old));
    setAnswers(next);
    // Somebody who came back to change one pair goes on to what is still open.
    const open = next.findIndex((said, i) => i > at && said === undefined);
    setAt(open < 0 ? pairs.length : open);
  };
  if (!pair) return <BallotEnd {...{ ballotId, exhibitionId, pairs, answers }} change={setAt} />;
  return <Pair key={at} pair={pair} at={at} many={pairs.length} said={answers[at]} answer={answer} back={() => setAt(at - 1)} />;
}

type PairProps = { pair: AskedPair; at: number; many: number; said: Answer; answer: (one: Answer) => void; back: () => void };

function Pair({ pair, at, many, said, answer, back }: PairProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="grid gap-3">
      <div>
        <p className="text-sm text-ink-2">第 {at + 1} 对，一共 {many} 对</p>
        <h2 ref={heading} tabIndex={-1}>这两个，你更看好哪一个？</h2>
      </div>
      {pair.map((one) => <Choice key={one.id} {...one} chosen={said === one} choose={() => answer(one)} />)}
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" onClick={() => answer("passed")}>分不出，看下一对</Button>
        {at > 0 && <Button variant="quiet" onClick={back}>回上一对</Button>}
      </div>
    </section>
  );
}

function Choice({ number, title, form, summary, chosen, choose }: Exhibit & { chosen: boolean; choose: () => void }) {
  return (
    <button type="button" aria-pressed={chosen} onClick={choose}
      className="grid min-h-32 content-center gap-1 rounded-2 border-2 border-control bg-bg px-4 py-3 text-left hover:border-primary aria-pressed:border-primary aria-pressed:bg-primary-bg">
      <span className="text-sm text-ink-2">第 {number} 个节目 · {exhibitForm.label(form)}</span>
      <b className="text-xl">{title}</b>
      {summary && <span>{summary}</span>}
    </button>
  );
}
