import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { PairingRow } from "@/lib/pairings/reads";
import { type Evaluation, evaluationsOf, termOf } from "@/lib/pairings/reads-months";
import { spanOf } from "@/lib/pairings/rules";
import { fitLevel, pairSide } from "@/lib/words/pairing";
import { sideOf } from "./agreement-card";
import { CorrectButton, EvaluateButton } from "./evaluation-form";

type Props = { desk: Desk; pairing: PairingRow };

/** 出师小结: what the term amounted to, and what the two of them say of it. */
export function EndingCards({ desk, pairing }: Props) {
  return (
    <>
      <Summary desk={desk} pairing={pairing} />
      <Evaluations desk={desk} pairing={pairing} />
    </>
  );
}

async function Summary({ desk, pairing }: Props) {
  const { days, talks, reverse, visits, months, goals, reached } = await termOf(desk, pairing);
  const facts = [
    { label: "结对", value: `${spanOf(pairing)}，${days} 天` },
    { label: "帮带记录", value: `${talks} 次${reverse > 0 ? `，以新促老 ${reverse} 次` : ""}` },
    { label: "批阅通过", value: `${visits} 篇走访日志` },
    { label: "月度评价", value: `${months} 个月` },
    { label: "帮带目标", value: goals > 0 ? `${goals} 条，达到 ${reached} 条` : "没有写协议" },
    { label: "结束原因", value: pairing.reason || "没有写" },
  ];
  return <Card title="出师小结"><FactsList facts={facts} columns={2} /></Card>;
}

async function Evaluations({ desk, pairing }: Props) {
  const said = await evaluationsOf(desk, pairing.id);
  const side = sideOf(desk, pairing);
  const mine = said.find((one) => one.side === side);
  const other = side === "mentor" ? pairing.mentee : pairing.mentor;
  return (
    <Card title="双向评价" flush aside={side && <OwnWord pairingId={pairing.id} other={other} mine={mine} both={said.length === 2} />}>
      {said.length < 2 && <p className="p-3 text-ink-2">{waitWords(said.length, side, !mine)}</p>}
      <ol className="divide-y divide-line">{said.map((one) => <Said key={one.id} one={one} />)}</ol>
    </Card>
  );
}

type OwnProps = { pairingId: string; other: string; mine: Evaluation | undefined; both: boolean };

/** Written once; until the other's is in nobody of the two has read it, and it may be corrected. */
function OwnWord({ pairingId, other, mine, both }: OwnProps) {
  if (!mine) return <EvaluateButton pairingId={pairingId} other={other} />;
  const { id, fit, helped, missed, wish } = mine;
  return both ? null : <CorrectButton evaluationId={id} other={other} said={{ fit: String(fit), helped, missed, wish }} />;
}

function waitWords(count: number, side: "mentor" | "mentee" | undefined, owes: boolean): string {
  if (!side) return count === 0 ? "两个人都还没有写。" : "还有一方没有写。";
  return owes ? "三句话，说说这段结对。两个人都写好以后，才看得到对方的。" : "你的写好了。对方写好以后，两份一起看得到。";
}

function Said({ one }: { one: Evaluation }) {
  const fit = fitLevel.from(String(one.fit))!;
  const facts = [{ label: "最有帮助", value: one.helped }, { label: "还差", value: one.missed }, { label: "想说的话", value: one.wish }];
  return (
    <li className="grid gap-1.5 px-3 py-2">
      <p>
        <b className="font-semibold">{pairSide.label(one.side)} {one.by}</b> <span className="text-ink-2">· {fitLevel.label(fit)}</span>
        {one.correctedAt && <span className="text-sm text-ink-2"> · {spokenDay(dayOf(one.correctedAt))}已更正</span>}
      </p>
      <FactsList facts={facts} />
    </li>
  );
}
