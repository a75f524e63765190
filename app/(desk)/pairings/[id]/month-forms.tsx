"use client";
import type { TextareaHTMLAttributes } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { AssessmentCorrection, AssessmentForm, ReplyForm } from "@/lib/pairings/forms-terms";
import { LOW_LEVEL } from "@/lib/pairings/rules";
import { assessmentLevel, type AssessmentLevel } from "@/lib/words/pairing";
import { Done, FormEnd, keep } from "../../people/form-end";
import { assess, correctAssessment, replyToAssessment } from "../actions";

type AssessProps = { pairingId: string; mentee: string; months: readonly { value: string; label: string }[] };

/** Best first, as one reads a list; the numbers behind the words are shown to nobody. */
const levels = assessmentLevel.options.toSorted((a, b) => Number(b.value) - Number(a.value));

export const AssessButton = (props: AssessProps) => (
  <DialogButton label="写评价" title={`给 ${props.mentee} 写月度评价`} size="row" variant="primary"><AssessFields {...props} /></DialogButton>
);

function AssessFields({ pairingId, months }: AssessProps) {
  const blank = () => ({ id: newId<"assessment">(), pairingId, month: months[0]?.value ?? "", comment: "" });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(AssessmentForm, assess, blank, keep);
  const low = Number(form.watch("level") ?? 5) <= LOW_LEVEL;
  if (sent) return <Done title="评价写好了">学员看得到，可以回一句</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="哪个月" id="month" error={errors.month?.message}>
        <select {...register("month")}>{months.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
      </Field>
      <Chips legend="这个月怎么样" options={levels} error={errors.level?.message} {...register("level")} />
      <CommentField low={low} error={errors.comment?.message} field={register("comment")} />
      <p className="text-sm text-ink-2">学员回复以前、下个月过完以前，你可以更正。</p>
      <FormEnd submit="写好评价" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

const CommentField = ({ low, error, field }: { low: boolean; error: string | undefined; field: TextareaHTMLAttributes<HTMLTextAreaElement> }) => (
  <Field label="评语" id="comment" optional={!low} hint={low ? "写清哪里吃力、怎么帮，至少 5 个字" : "学员和党建办看得到"} error={error}><textarea rows={3} {...field} /></Field>
);

type CorrectProps = { assessmentId: string; month: string; level: AssessmentLevel; comment: string };

export const CorrectButton = (props: CorrectProps) => (
  <DialogButton label="更正评价" title={`更正 ${props.month}的评价`} size="row"><CorrectFields {...props} /></DialogButton>
);

function CorrectFields({ assessmentId, level, comment }: CorrectProps) {
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(AssessmentCorrection, correctAssessment, () => ({ assessmentId, level, comment }), keep);
  const low = Number(form.watch("level")) <= LOW_LEVEL;
  if (sent) return <Done title="评价已更正">学员会收到提醒，原来写的还留着</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Chips legend="这个月怎么样" options={levels} error={errors.level?.message} {...register("level")} />
      <CommentField low={low} error={errors.comment?.message} field={register("comment")} />
      <p className="text-sm text-ink-2">页面会写明“已更正”和日期，原来写的还看得到。</p>
      <FormEnd submit="更正评价" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type ReplyProps = { assessmentId: string; month: string };

export const ReplyButton = (props: ReplyProps) => (
  <DialogButton label="回复评价" title={`回复 ${props.month}的评价`} size="row"><ReplyFields {...props} /></DialogButton>
);

function ReplyFields({ assessmentId }: ReplyProps) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ReplyForm, replyToAssessment, () => ({ assessmentId, reply: "" }), keep);
  if (sent) return <Done title="已回复，导师会看到" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="想说的话" id="reply" hint="只能回一次" error={errors.reply?.message}><textarea rows={3} {...register("reply")} /></Field>
      <FormEnd submit="回复评价" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
