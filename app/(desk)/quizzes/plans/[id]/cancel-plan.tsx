"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { PlanCancelForm } from "@/lib/quizzes/forms";
import { Done, FormEnd, keep } from "../../../people/form-end";
import { cancelPlan } from "../actions";

type At = { planId: string; version: number };

/** Only before a number was typed. */
export const CancelPlan = (at: At) => <DialogButton label="取消计划" title="取消计划"><Fields {...at} /></DialogButton>;

function Fields(at: At) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(PlanCancelForm, cancelPlan, () => ({ ...at, why: "" }), keep);
  if (sent) return <Done title="计划取消了" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>取消以后这份计划留在列表里，不再抽取。取消的原因记在台账里。</p>
      <Field label="取消的原因" id="why" error={errors.why?.message}><input {...register("why")} /></Field>
      <FormEnd submit="取消计划" danger busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
