"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { LearnedForm } from "@/lib/pairings/forms-terms";
import { Done, FormEnd, keep } from "../../people/form-end";
import { noteLearned } from "../actions";

type Props = { sessionId: string; topic: string; learned: string; nextStep: string };

export const LearnedButton = (props: Props) => (
  <DialogButton label={props.learned ? "改我学到" : "写我学到"} title={props.topic} size="row" variant={props.learned ? "quiet" : "secondary"}><LearnedFields {...props} /></DialogButton>
);

function LearnedFields({ sessionId, learned, nextStep }: Props) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(LearnedForm, noteLearned, () => ({ sessionId, learned, nextStep }), keep);
  if (sent) return <Done title="写好了，导师会看到" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="我学到" id="learned" error={errors.learned?.message}><textarea rows={3} {...register("learned")} /></Field>
      <Field label="下一步" id="nextStep" optional error={errors.nextStep?.message}><textarea rows={2} {...register("nextStep")} /></Field>
      <FormEnd submit="存下我学到" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
