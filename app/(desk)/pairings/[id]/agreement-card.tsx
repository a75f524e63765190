import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { classes } from "@/app/_ui/classes";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { PairingRow } from "@/lib/pairings/reads";
import { type Agreement, agreementOf, type Goal } from "@/lib/pairings/reads-agreement";
import { goalArea } from "@/lib/words/pairing";
import { markGoal, signAgreement } from "../actions";
import { Press } from "../press";
import { AgreementButton } from "./agreement-form";

type Props = { desk: Desk; pairing: PairingRow; open: boolean };
const title = <span id="agreement">结对协议</span>;

/** 结对协议: the goals by area, who has confirmed them, and what each may do with them now. */
export async function AgreementCard({ desk, pairing, open }: Props) {
  const agreement = await agreementOf(desk, pairing.id);
  const side = open ? sideOf(desk, pairing) : undefined;
  if (!agreement) return <NoAgreement pairing={pairing} mine={!!side} open={open} />;
  const signed = side && agreement[`${side}SignedAt`];
  return (
    <Card title={title} aside={<To href={`/pairings/${pairing.id}/agreement`} className="link inline-flex min-h-row items-center">打印协议</To>}>
      <div className="grid gap-3">
        <Signatures agreement={agreement} pairing={pairing} />
        {agreement.areas.map(({ area, goals }) => <Area key={area} title={goalArea.label(area)} goals={goals} past={open ? desk.me.today : ""} deed={side === "mentor" && agreement.confirmed ? (goal) => <Reached agreement={agreement} goal={goal} /> : undefined} />)}
        {side && (
          <div className="flex flex-wrap gap-2">
            {!signed && <Press send={signAgreement} input={{ agreementId: agreement.id, version: agreement.version }} variant="primary">确认协议</Press>}
            <AgreementButton pairingId={pairing.id} drafted={{ id: agreement.id, version: agreement.version, goals: agreement.goals, confirmed: agreement.confirmed }} />
          </div>
        )}
      </div>
    </Card>
  );
}

export const sideOf = (desk: Desk, { mentorId, menteeId }: PairingRow): "mentor" | "mentee" | undefined =>
  desk.me.id === mentorId ? "mentor" : desk.me.id === menteeId ? "mentee" : undefined;

function NoAgreement({ pairing, mine, open }: { pairing: PairingRow; mine: boolean; open: boolean }) {
  if (!open) return null;
  return (
    <Card title={title}>
      <p className="text-ink-2">{mine ? "还没有协议。两个人谁先写都行，每个方面一两句，写好各自确认。" : "两个人还没有写协议。"}</p>
      {mine && <div className="mt-2"><AgreementButton pairingId={pairing.id} /></div>}
    </Card>
  );
}

function Signatures({ agreement, pairing }: { agreement: Agreement; pairing: PairingRow }) {
  const said = (who: string, at: Date | null) => (at ? <Badge tone="ok">{who} {dayOf(at)} 已确认</Badge> : <Badge tone="warn">{who} 还没确认</Badge>);
  return (
    <p className="flex flex-wrap gap-1.5">
      {said(pairing.mentor, agreement.mentorSignedAt)}
      {said(pairing.mentee, agreement.menteeSignedAt)}
      {!agreement.confirmed && <span className="text-sm text-ink-2">{agreement.changedBy} {dayOf(agreement.changedAt)} 改过</span>}
    </p>
  );
}

type AreaProps = {
  title: string;
  goals: readonly Goal[];
  /** A goal due before this day is late. */
  past: string;
  deed: ((goal: Goal) => ReactNode) | undefined;
};

function Area({ title, goals, past, deed }: AreaProps) {
  return (
    <section>
      <h3 className="text-sm text-ink-2">{title}</h3>
      {goals.length === 0 && <p className="text-ink-2">还没有写</p>}
      <ol className="divide-y divide-line">
        {goals.map((goal) => (
          <li key={goal.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-0 flex-1 basis-[14em] break-words">{goal.words}</span>
            {goal.reachedOn ? <Badge tone="ok">{goal.reachedOn} 达到</Badge> : goal.dueOn && <span className={classes("text-sm", goal.dueOn < past ? "text-warn" : "text-ink-2")}>{goal.dueOn < past && "▲ 过了 "}{goal.dueOn}{goal.dueOn >= past && " 前"}</span>}
            {deed?.(goal)}
          </li>
        ))}
      </ol>
    </section>
  );
}

const Reached = ({ agreement, goal }: { agreement: Agreement; goal: Goal }) => (
  <Press send={markGoal} size="row" variant={goal.reachedOn ? "quiet" : "secondary"} label={`${goal.reachedOn ? "收回" : "记为达到"}：${goal.words}`}
    input={{ agreementId: agreement.id, goalId: goal.id, reached: !goal.reachedOn }}>{goal.reachedOn ? "收回" : "记为达到"}</Press>
);
