"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { RedrawForm } from "@/lib/quizzes/forms";
import { redrawReason } from "@/lib/words/quiz";
import { Done, FormEnd, keep } from "../../people/form-end";
import { Press } from "../../pairings/press";
import { askRedraw, decideRedraw } from "../actions";

type AskProps = { quizId: string; left: number };

export const AskRedraw = (props: AskProps) => (
  <DialogButton label="换一户" title="换一户"><AskFields {...props} /></DialogButton>
);

function AskFields({ quizId, left }: AskProps) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(RedrawForm, askRedraw, () => ({ quizId, words: "" }), keep);
  if (sent) return <Done title="请求发出了">第二考官或党建办同意以后，再输入一个新数字</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-ink-2">要第二个人同意；还能换 {left} 次。原来抽到的那户和原因都留着。</p>
      <Chips legend="为什么换" options={redrawReason.options} error={errors.reason?.message} {...register("reason")} />
      <Field label="说明" id="words" optional error={errors.words?.message}><input {...register("words")} /></Field>
      <FormEnd submit="请求换一户" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

/** The second person's answer. */
export const AnswerRedraw = ({ redrawId }: { redrawId: string }) => (
  <div className="mt-2 flex flex-wrap gap-2.5">
    <Press send={decideRedraw} input={{ redrawId, allowed: true }} variant="primary">同意换一户</Press>
    <Press send={decideRedraw} input={{ redrawId, allowed: false }}>不同意换</Press>
  </div>
);
