import { Badge, type Tone } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import type { Desk } from "@/lib/gate/desk";
import type { PairingRow } from "@/lib/pairings/reads";
import { type Assessment, assessmentsOf } from "@/lib/pairings/reads-months";
import { monthsOpen, spokenMonth } from "@/lib/pairings/rules";
import { assessmentLevel } from "@/lib/words/pairing";
import { sideOf } from "./agreement-card";
import { AssessButton, ReplyButton } from "./month-forms";

/** 月度评价: the mentor's word on each month, and the mentee's answer. */
export async function MonthsCard({ desk, pairing }: { desk: Desk; pairing: PairingRow }) {
  const months = await assessmentsOf(desk, pairing.id);
  const side = sideOf(desk, pairing);
  const open = side === "mentor" && !pairing.endedOn ? monthsOpen(pairing.startedOn, desk.me.today).filter((month) => !months.some((one) => one.month === month)) : [];
  const choices = open.map((value) => ({ value, label: spokenMonth(value) }));
  return (
    <Card title={<span id="months">月度评价</span>} flush aside={choices.length > 0 && <AssessButton pairingId={pairing.id} mentee={pairing.mentee} months={choices} />}>
      {months.length === 0 && <p className="p-3 text-ink-2">{side === "mentor" ? "每月 1 日起写上个月的评价，一档一句话。" : "每月初由导师写上个月的评价，学员可以回一句。"}</p>}
      <ol className="divide-y divide-line">{months.map((one) => <Month key={one.id} one={one} mayReply={side === "mentee" && !one.repliedAt} />)}</ol>
    </Card>
  );
}

const tones: Record<string, Tone> = { "5": "ok", "4": "ok", "3": "info", "2": "warn", "1": "warn" };

function Month({ one, mayReply }: { one: Assessment; mayReply: boolean }) {
  const level = assessmentLevel.from(String(one.level))!;
  return (
    <li className="grid gap-1 px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2"><b className="font-semibold">{spokenMonth(one.month)}</b><Badge tone={tones[level] ?? "neutral"}>{assessmentLevel.label(level)}</Badge></p>
      {one.comment && <p className="measure break-words">{one.comment}</p>}
      {one.reply && <p className="measure break-words border-l-3 border-line pl-2"><span className="text-ink-2">学员回复：</span>{one.reply}</p>}
      {mayReply && <div><ReplyButton assessmentId={one.id} month={spokenMonth(one.month)} /></div>}
    </li>
  );
}
