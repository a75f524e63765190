"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { DeclineForm, PauseForm } from "@/lib/pairings/forms";
import type { MentorChoice, PairingRow } from "@/lib/pairings/reads";
import { Done, FormEnd, keep } from "../../people/form-end";
import { acceptPairing, declinePairing, pausePairing, resumePairing } from "../actions";
import { EndPairingCard } from "../pairing-forms";
import { Press } from "../press";

type At = { pairingId: string };

/** The mentor's two answers to a proposal. */
export const Answer = ({ pairingId, mentee }: At & { mentee: string }) => (
  <div className="flex flex-wrap gap-2">
    <Press send={acceptPairing} input={{ pairingId }} variant="primary">接受结对</Press>
    <DialogButton label="没法接受" title={`没法带 ${mentee}`}><DeclineFields pairingId={pairingId} /></DialogButton>
  </div>
);

function DeclineFields({ pairingId }: At) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(DeclineForm, declinePairing, () => ({ pairingId, reason: "" }), keep);
  if (sent) return <Done title="已告诉党建办">党建办会另外安排导师</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="原因" id="reason" hint="党建办看得到，学员看不到" error={errors.reason?.message}><textarea rows={3} {...register("reason")} /></Field>
      <FormEnd submit="告诉党建办" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export const Resume = ({ pairingId }: At) => <Press send={resumePairing} input={{ pairingId }} variant="primary">恢复结对</Press>;

export const Pause = ({ pairingId, expectedOn }: At & { expectedOn: string }) => (
  <DialogButton label="暂停结对" title="暂停结对"><PauseFields pairingId={pairingId} expectedOn={expectedOn} /></DialogButton>
);

function PauseFields({ pairingId, expectedOn }: At & { expectedOn: string }) {
  const blank = () => ({ pairingId, reason: "", expectedOn });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(PauseForm, pausePairing, blank, keep);
  if (sent) return <Done title="已暂停">恢复以前不再提醒帮带和评价</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-ink-2">暂停时导师照样可以批阅和记帮带，只是不再提醒。到了日子也要有人点“恢复结对”。</p>
      <Field label="暂停原因" id="reason" hint="比如借调、产假、学习，两个人都看得到" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <Field label="预计哪天恢复" id="expectedOn" error={errors.expectedOn?.message}><input type="date" {...register("expectedOn")} /></Field>
      <FormEnd submit="暂停结对" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type EndProps = { pairing: PairingRow; mentors: readonly MentorChoice[]; today: string };

export const End = ({ pairing, mentors, today }: EndProps) => (
  <DialogButton label={pairing.state === "proposed" ? "撤回提议" : "结束或换导师"} title={`${pairing.mentee} 和 ${pairing.mentor} 的结对`}>
    <EndPairingCard pairing={pairing} mentors={mentors} today={today} />
  </DialogButton>
);
