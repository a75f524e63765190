"use client";
import { useOnline } from "@/app/_phone/use-online";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { spokenDay } from "@/lib/kernel/day";
import type { Shown } from "@/lib/practice/acts";
import type { CardFace } from "@/lib/practice/acts-deal";
import { Over } from "./over";
import { usePractice } from "./use-practice";

/** One card at a time: whose door, one question, two answers. What the file says comes only afterwards. */
export function Practice({ first }: { first: CardFace }) {
  const { card, answered, next, busy, no, timeUp, answer, amend, goOn } = usePractice(first);
  const online = useOnline();
  if (timeUp) return <Over title="先练到这里">剩下的不急，哪天想起来再练</Over>;
  if (!card) return <Over />;
  const stuck = no !== undefined && !answered && next !== undefined;
  return (
    <>
      <section aria-label="这张卡片" className="grid gap-4 rounded-2 border border-line bg-bg p-4">
        <Face card={card} />
        <div role="status" className="empty:hidden">{answered && <Answer {...answered} />}</div>
        {answered?.remembered && <Button variant="quiet" size="row" busy={busy ?? false} className="justify-self-start" onClick={() => void amend()}>其实记错了</Button>}
      </section>
      {!online && <Notice tone="warn" title="现在没有网络">练习的答案不放在手机上，连上网再练。走访可以照样记</Notice>}
      {online && no && <Notice tone="warn">{no}</Notice>}
      <ActionRow>
        {answered || stuck
          ? <Button key="next" variant="primary" className={big} onClick={goOn}>{next === null ? "结束练习" : "下一张"}</Button>
          : (
            <>
              <Button key="no" className={big} busy={busy ?? false} disabled={!online} onClick={() => void answer(false)}>忘了</Button>
              <Button key="yes" variant="primary" className={big} busy={busy ?? false} disabled={!online} onClick={() => void answer(true)}>记得</Button>
            </>
          )}
      </ActionRow>
    </>
  );
}

const big = "min-h-[3.5rem]! flex-1 text-lg lg:max-w-56";

function Face({ card: { name, code, place, kind, question } }: { card: CardFace }) {
  return (
    <div className="grid gap-3">
      <div>
        <p className="text-lg font-semibold">{name} 户</p>
        <p className="text-sm text-ink-2">{place} · 户号 {code}</p>
      </div>
      <div>
        <p className="text-sm text-ink-2">{kind}</p>
        <h2 className="text-xl">{question}</h2>
      </div>
    </div>
  );
}

function Answer({ lines, asOf, visited, remembered }: Shown & { remembered: boolean }) {
  return (
    <div className="grid gap-1.5 border-t border-line pt-3">
      <ul className="grid gap-0.5 text-lg">{lines.map((line) => <li key={line} className="wrap-anywhere">{line}</li>)}</ul>
      <p className="text-sm text-ink-2">{asOf && `${spokenDay(asOf)}的情况 · `}{visited}</p>
      <p className="text-sm text-ink-2">{remembered ? "记下了：记得" : "记下了：忘了，过几天再问你"}</p>
    </div>
  );
}
