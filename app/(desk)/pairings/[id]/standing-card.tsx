import { Notice } from "@/app/_ui/notice";
import { talksDue } from "@/lib/dashboard/reads-pairs";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { mentorChoices, type PairingRow, type PairingStep } from "@/lib/pairings/reads";
import { mayMove } from "@/lib/pairings/rules";
import { Answer, End, Pause, Resume } from "./term-forms";

type Props = { desk: Desk; pairing: PairingRow; steps: readonly PairingStep[] };

/** What stands out about this pairing now, and what may be done about it from here. */
export async function Standing({ desk, pairing, steps }: Props) {
  const { id, state, mentee, mentor, startedOn, answerBy, handover } = pairing;
  const { me } = desk;
  const asked = state === "proposed" && pairing.mentorId === me.id;
  const pause = state === "paused" ? steps.find(({ move }) => move === "pause") : undefined;
  return (
    <>
      {state === "proposed" && (
        <Notice tone={answerBy! < me.today ? "warn" : "info"} title={asked ? `党建办请你带 ${mentee}` : `等 ${mentor} 答复`}>
          从 {spokenDay(startedOn)} 起，{spokenDay(answerBy!)} 前答复。{answerBy! < me.today && "已经超了 5 个工作日，提议还在，不会自己作废。"}
          {asked && <div className="mt-2"><Answer pairingId={id} mentee={mentee} /></div>}
        </Notice>
      )}
      {state === "declined" && <Notice tone="warn" title="没有结成">{mentor}：{pairing.reason}</Notice>}
      {await alarmIn(desk, pairing)}
      {pause && (
        <Notice tone="warn" title={`暂停中，预计 ${spokenDay(pause.expectedOn!)} 恢复`}>
          {pause.note}。恢复以前不再提醒帮带和评价。{pause.expectedOn! < me.today && me.is("office") && "预计的日子已经过了，看看要不要恢复。"}
        </Notice>
      )}
      {state === "ended" && me.is("leader") && pairing.reason && <Notice title={`${pairing.endedOn} 结束`}>{pairing.reason}</Notice>}
      {handover && <Notice title="上一位导师的交接说明"><p className="whitespace-pre-line">{handover}</p></Notice>}
    </>
  );
}

/** Too long without a talk: said to the pair and to the office, never while it rests. */
async function alarmIn(desk: Desk, { id, state, mentorId }: PairingRow) {
  const [due] = state === "active" ? await talksDue(desk, id) : [];
  if (!due) return null;
  const says = mentorId === desk.me.id ? "聊过了就记一条，还没聊就约一次。" : due.menteeId === desk.me.id ? "找导师约一次，面对面、打电话都行。" : `提醒 ${due.mentor} 聊一次；确实没法帮带就先暂停。`;
  return <Notice tone="warn" title={due.says}>{says}</Notice>;
}

/** What the office may do with a pairing that goes on. */
export async function OfficeDeeds({ desk, pairing }: Pick<Props, "desk" | "pairing">) {
  const { state, id, startedOn } = pairing;
  const { today } = desk.me;
  if (!desk.me.is("office") || state === "ended" || state === "declined") return null;
  const begun = startedOn <= today;
  return (
    <>
      {begun && mayMove(state, "pause") && <Pause pairingId={id} expectedOn={addDays(today, 30)} />}
      {mayMove(state, "resume") && <Resume pairingId={id} />}
      <End pairing={pairing} mentors={await mentorChoices(desk)} today={today} />
    </>
  );
}
