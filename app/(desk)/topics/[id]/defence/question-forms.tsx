"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { AnswerQuestionForm, GiveQuestionForm, QuestionForm } from "@/lib/defences/forms";
import { newId } from "@/lib/kernel/id";
import { Done, FormEnd, keep } from "../../../people/form-end";
import { answerQuestion, askQuestion, giveQuestion } from "./actions";

export type Someone = { id: string; name: string };

export const AskButton = ({ defenceId }: { defenceId: string }) => (
  <DialogButton label="记下提问" title="记下提问" size="row"><AskFields defenceId={defenceId} /></DialogButton>
);

function AskFields({ defenceId }: { defenceId: string }) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(QuestionForm, askQuestion, () => ({ id: newId<"question">(), defenceId, words: "" }), keep);
  if (sent) return <Done title="提问记下了">课题组看得到，会定人跟进</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="提问" id="words" error={errors.words?.message}><textarea rows={3} {...register("words")} /></Field>
      <FormEnd submit="记下提问" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type GiveProps = { questionId: string; group: readonly Someone[]; given: { ownerId: string; dueOn: string } };

export const GiveButton = (props: GiveProps) => (
  <DialogButton label={props.given.ownerId ? "换人跟进" : "交给谁跟进"} title="交给谁跟进" size="row"><GiveFields {...props} /></DialogButton>
);

function GiveFields({ questionId, group, given }: GiveProps) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(GiveQuestionForm, giveQuestion, () => ({ questionId, ...given }), keep);
  if (sent) return <Done title="交出去了">跟进的人会收到提醒</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="谁跟进" id="ownerId" error={errors.ownerId?.message}>
        <select {...register("ownerId")}><option value="">选组里的人</option>{group.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
      </Field>
      <Field label="哪天以前" id="dueOn" error={errors.dueOn?.message}><input type="date" {...register("dueOn")} /></Field>
      <FormEnd submit="交给组员跟进" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type AnswerProps = { questionId: string; words: string; answer: string };

export const AnswerButton = (props: AnswerProps) => (
  <DialogButton label={props.answer ? "修改答复" : "答复提问"} title="答复提问" size="row"><AnswerFields {...props} /></DialogButton>
);

function AnswerFields({ questionId, words, answer }: AnswerProps) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(AnswerQuestionForm, answerQuestion, () => ({ questionId, answer }), keep);
  if (sent) return <Done title="答复好了">评委和党建办看得到</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="measure break-words">{words}</p>
      <Field label="答复" id="answer" error={errors.answer?.message}><textarea rows={4} {...register("answer")} /></Field>
      <FormEnd submit="存下答复" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
