"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { AnswerForm } from "@/lib/feedback/forms";
import { answerFeedback } from "./actions";

type AnswerFormProps = { feedbackId: string; author: string };

/** Folded until it is wanted, so that the list stays a list. */
export function AnswerFormCard({ feedbackId, author }: AnswerFormProps) {
  const { register, submit, errors, isSubmitting } = useActionForm(AnswerForm, answerFeedback, () => ({ feedbackId, answer: "" }));
  return (
    <details className="mt-2">
      <summary>答复{author}</summary>
      <form onSubmit={submit} noValidate className="mt-2 grid gap-2">
        {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
        <Field label="答复" id={`answer-${feedbackId}`} hint="5 到 500 字，写了就发给本人，不能再改" error={errors.answer?.message}>
          <textarea rows={3} {...register("answer")} />
        </Field>
        <Button type="submit" variant="primary" busy={isSubmitting} className="justify-self-start">发出答复</Button>
      </form>
    </details>
  );
}
