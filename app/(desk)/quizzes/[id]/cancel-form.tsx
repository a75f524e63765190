"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { CancelQuizForm } from "@/lib/quizzes/forms";
import { Done, FormEnd, keep } from "../../people/form-end";
import { cancelQuiz } from "../actions";

type At = { quizId: string; version: number };

/** As long as nothing is drawn: what was frozen stays to be checked. */
export const CancelQuiz = (at: At) => (
  <DialogButton label="取消考核" title="取消考核"><Fields {...at} /></DialogButton>
);

function Fields(at: At) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(CancelQuizForm, cancelQuiz, () => ({ ...at, why: "" }), keep);
  if (sent) return <Done title="考核取消了" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>取消以后这次考核留在“未完成”里，连同原因。抽了户就不能取消了。</p>
      <Field label="取消的原因" id="why" error={errors.why?.message}><input {...register("why")} /></Field>
      <FormEnd submit="取消考核" danger busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
