"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { EndPairingForm, PairingForm as Form } from "@/lib/pairings/forms";
import type { MentorChoice, PairingRow } from "@/lib/pairings/reads";
import { ANSWER_DAYS, CAPACITY } from "@/lib/pairings/rules";
import { Done, FormEnd, keep } from "../people/form-end";
import { endPairing, pairUp } from "./actions";

type Props = { mentees: readonly { id: string; name: string }[]; mentors: readonly MentorChoice[]; today: string };

export function PairingForm({ mentees, mentors, today }: Props) {
  const blank = () => ({ id: newId<"pairing">(), menteeId: mentees.length === 1 ? mentees[0]!.id : "", mentorId: "", startedOn: today, reason: "", atOnce: false });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(Form, pairUp, blank, keep);
  const [mentorId, atOnce] = form.watch(["mentorId", "atOnce"]);
  const full = mentors.find(({ id }) => id === mentorId)?.full || (!!errors.reason && !atOnce);
  if (sent) return <Done title={atOnce ? "已结对" : "已提出结对"}>{atOnce ? "以后提交的走访日志由新导师批阅" : `导师在 ${ANSWER_DAYS} 个工作日内答复，接受了才开始`}</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="学员" id="menteeId" error={errors.menteeId?.message}>
        <select {...register("menteeId")}>
          {mentees.length > 1 && <option value="">选择学员</option>}
          {mentees.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </Field>
      <Field label="导师" id="mentorId" error={errors.mentorId?.message}><select {...register("mentorId")}><MentorOptions mentors={mentors} empty="选择导师" /></select></Field>
      <Field label="从哪天起" id="startedOn" error={errors.startedOn?.message}><input type="date" {...register("startedOn")} /></Field>
      <Check label="不等导师答复，马上结对" hint="当面说好的、补录以前的，写一句原因" {...register("atOnce")} />
      {(full || atOnce) && (
        <Field label={atOnce ? "为什么不等答复" : "为什么再带一名"} id="reason" hint={full ? `一名导师一般带 ${CAPACITY} 名学员，这是再带一名` : undefined} error={errors.reason?.message}>
          <input {...register("reason")} />
        </Field>
      )}
      <FormEnd submit={atOnce ? "新增结对" : "提出结对"} busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

function MentorOptions({ mentors, empty }: { mentors: readonly MentorChoice[]; empty: string }) {
  return (
    <>
      <option value="">{empty}</option>
      {mentors.map(({ id, name, department, load }) => (
        <option key={id} value={id}>{`${name}${department && `（${department}）`} · ${load ? `在带 ${load} 名` : "还没有学员"}`}</option>
      ))}
    </>
  );
}

type EndProps = { pairing: PairingRow; mentors: readonly MentorChoice[]; today: string };

export function EndPairingCard({ pairing, mentors, today }: EndProps) {
  const blank = () => ({ pairingId: pairing.id, endedOn: today, reason: "", nextId: newId<"pairing">(), nextMentorId: "", handover: "" });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(EndPairingForm, endPairing, blank, keep);
  const others = mentors.filter(({ id }) => id !== pairing.mentorId && id !== pairing.menteeId);
  if (sent) return <Done title={pairing.state === "proposed" ? "提议已撤回" : "结对已结束"} />;
  if (pairing.state === "proposed") return <WithdrawFields {...{ pairing, submit, errors, isSubmitting }} reason={register("reason")} />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Notice>在 {pairing.mentor} 那里待批阅的走访日志，转给接任的导师；没有接任的，转到党建办。已经批阅的不动。</Notice>
      {pairing.startedOn > today && <p className="text-ink-2">这段结对还没有开始，结束后不再保留。</p>}
      <Field label="最后一天" id="endedOn" hint={`${pairing.startedOn} 开始`} error={errors.endedOn?.message}><input type="date" max={today} {...register("endedOn")} /></Field>
      <Field label="结束原因" id="reason" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <Field label="接任的导师" id="nextMentorId" optional hint="从最后一天的第二天起带" error={errors.nextMentorId?.message}>
        <select {...register("nextMentorId")}><MentorOptions mentors={others} empty="暂时没有" /></select>
      </Field>
      {form.watch("nextMentorId") && (
        <Field label="交接说明" id="handover" hint="学员现在怎么样，接下来帮什么；接任的导师和学员看得到" error={errors.handover?.message}><textarea rows={3} {...register("handover")} /></Field>
      )}
      <FormEnd submit="结束结对" danger busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type WithdrawProps = {
  pairing: PairingRow;
  submit: (event: React.FormEvent) => void;
  errors: { reason?: { message?: string | undefined }; root?: { message?: string | undefined } };
  isSubmitting: boolean;
  reason: React.InputHTMLAttributes<HTMLInputElement>;
};

/** What nobody has answered yet is taken back, and nothing of it stays. */
function WithdrawFields({ pairing, submit, errors, isSubmitting, reason }: WithdrawProps) {
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>{pairing.mentor} 还没有答复。撤回以后不再保留这份提议，可以另外提一份。</p>
      <Field label="撤回原因" id="reason" error={errors.reason?.message}><input {...reason} /></Field>
      <FormEnd submit="撤回提议" danger busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
