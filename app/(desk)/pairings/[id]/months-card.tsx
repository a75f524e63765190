import { Badge, type Tone } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { PairingRow } from "@/lib/pairings/reads";
import { type Assessment, assessmentsOf } from "@/lib/pairings/reads-months";
import { monthsOpen, spokenMonth } from "@/lib/pairings/rules";
import { assessmentLevel } from "@/lib/words/pairing";
import { sideOf } from "./agreement-card";
import { AssessButton, CorrectButton, ReplyButton } from "./month-forms";

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
const levelOf = (level: number) => assessmentLevel.from(String(level))!;

function Month({ one, mayReply }: { one: Assessment; mayReply: boolean }) {
  const level = levelOf(one.level);
  const month = spokenMonth(one.month);
  return (
    <li className="grid gap-1 px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <b className="font-semibold">{month}</b><Badge tone={tones[level] ?? "neutral"}>{assessmentLevel.label(level)}</Badge>
        {one.correctedAt && <span className="text-sm text-ink-2">{spokenDay(dayOf(one.correctedAt))}已更正</span>}
      </p>
      {one.comment && <p className="measure break-words">{one.comment}</p>}
      <Before before={one.before} />
      {one.reply && <p className="measure break-words border-l-3 border-line pl-2"><span className="text-ink-2">学员回复：</span>{one.reply}</p>}
      {mayReply && <div><ReplyButton assessmentId={one.id} month={month} /></div>}
      {one.mayCorrect && <div><CorrectButton assessmentId={one.id} month={month} level={level} comment={one.comment} /></div>}
    </li>
  );
}

/** What it said before: nobody's word is lost by being mended. */
function Before({ before }: Pick<Assessment, "before">) {
  if (before.length === 0) return null;
  return (
    <details>
      <summary className="min-h-row w-fit content-center text-sm text-ink-2">看更正前写的</summary>
      <ul className="grid gap-1 border-l-3 border-line pl-2">
        {before.map(({ level, comment, until }) => (
          <li key={until.getTime()} className="measure break-words">
            <span className="text-ink-2">{spokenDay(dayOf(until))}以前：{assessmentLevel.label(levelOf(level))}{comment && "。"}</span>{comment}
          </li>
        ))}
      </ul>
    </details>
  );
}
