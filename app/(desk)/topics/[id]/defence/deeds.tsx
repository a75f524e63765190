"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PublishForm, ReopenForm, ReopenSheetForm } from "@/lib/defences/forms";
import { Done, FormEnd, keep } from "../../../people/form-end";
import { publishDefences, reopenDefence, reopenSheet } from "./actions";

type Step = { defenceId: string; version: number };

/** 退回评分表: it stays as it was handed in, and its judge goes on from the same marks. */
export const ReturnSheet = ({ sheetId, name }: { sheetId: string; name: string }) => (
  <DialogButton label={<>退回评分表<span className="sr-only">：{name}</span></>} title={`退回 ${name} 的评分表`} size="row" variant="quiet"><ReturnFields sheetId={sheetId} /></DialogButton>
);

function ReturnFields({ sheetId }: { sheetId: string }) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ReopenSheetForm, reopenSheet, () => ({ sheetId, reason: "" }), keep);
  if (sent) return <Done title="评分表退回了">评委会收到提醒，改好再交</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>交上来的那一份原样留着，评委在原来的分数上改。</p>
      <Field label="退回原因" id="reason" hint="结果公布后，所有看得到成绩的人都看得到" error={errors.reason?.message}><textarea rows={2} {...register("reason")} /></Field>
      <FormEnd submit="退回评分表" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export const Reopen = ({ published, ...step }: Step & { published: boolean }) => (
  <DialogButton label="重新开放评分" title="重新开放评分"><ReopenFields {...step} published={published} /></DialogButton>
);

function ReopenFields({ published, ...step }: Step & { published: boolean }) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ReopenForm, reopenDefence, () => ({ ...step, reason: "" }), keep);
  if (sent) return <Done title="重新开放了" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Notice tone="warn">{published ? "已经公布的成绩撤下来，" : "这次算出的成绩"}留在“改动经过”里，连同原因。已经交的评分表还算数，要改的再单独退回。</Notice>
      <Field label="重新开放的原因" id="reason" error={errors.reason?.message}><textarea rows={2} {...register("reason")} /></Field>
      <FormEnd submit="重新开放评分" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type PublishProps = Step & { short: string | undefined };

/** `short` says how many are missing to the quorum, where that is known here. */
export const Publish = (props: PublishProps) => (
  <DialogButton label="公布成绩" title="公布成绩" variant="primary"><PublishFields {...props} /></DialogButton>
);

function PublishFields({ short, ...step }: PublishProps) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(PublishForm, publishDefences, () => ({ defences: [step], why: "" }), keep);
  if (sent) return <Done title="成绩公布了" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>公布以后，课题组、评委、党建办和镇领导都看得到成绩和每一步怎么算的。</p>
      {(short ?? errors.why) && <Field label="为什么仍然公布" id="why" hint={short} error={errors.why?.message}><textarea rows={2} {...register("why")} /></Field>}
      <FormEnd submit="公布成绩" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
