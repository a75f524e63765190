"use client";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { EvaluationCorrection, EvaluationForm } from "@/lib/pairings/forms-terms";
import { fitLevel } from "@/lib/words/pairing";
import { Done, FormEnd, keep } from "../../people/form-end";
import { correctEvaluation, evaluate } from "../actions";

type Props = { pairingId: string; other: string };

const levels = fitLevel.options.toSorted((a, b) => Number(b.value) - Number(a.value));

export const EvaluateButton = (props: Props) => (
  <DialogButton label="写评价" title={`说说和 ${props.other} 的结对`} size="row" variant="primary"><EvaluateFields {...props} /></DialogButton>
);

function EvaluateFields({ pairingId, other }: Props) {
  const blank = () => ({ id: newId<"evaluation">(), pairingId, helped: "", missed: "", wish: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(EvaluationForm, evaluate, blank, keep);
  if (sent) return <Done title="评价写好了">两个人都写好以后，互相看得到</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Sentences other={other} errors={errors} field={register} />
      <FormEnd submit="写好评价" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type Said = { fit: string; helped: string; missed: string; wish: string };
type CorrectProps = { evaluationId: string; other: string; said: Said };

export const CorrectButton = (props: CorrectProps) => (
  <DialogButton label="更正评价" title={`更正和 ${props.other} 的结对评价`} size="row"><CorrectFields {...props} /></DialogButton>
);

function CorrectFields({ evaluationId, other, said }: CorrectProps) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(EvaluationCorrection, correctEvaluation, () => ({ evaluationId, ...said, fit: fitLevel.from(said.fit)! }), keep);
  if (sent) return <Done title="评价已更正" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Sentences other={other} errors={errors} field={register} />
      <FormEnd submit="更正评价" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type SentencesProps = {
  other: string;
  errors: Partial<Record<keyof Said, { message?: string | undefined }>>;
  field: (name: keyof Said) => UseFormRegisterReturn;
};

const Sentences = ({ other, errors, field }: SentencesProps) => (
  <>
    <Field label="最有帮助的一件事" id="helped" error={errors.helped?.message}><input {...field("helped")} /></Field>
    <Field label="还差的一件事" id="missed" error={errors.missed?.message}><input {...field("missed")} /></Field>
    <Field label={`想对 ${other} 说的话`} id="wish" error={errors.wish?.message}><input {...field("wish")} /></Field>
    <Chips legend="两个人结对合适吗" options={levels} error={errors.fit?.message} {...field("fit")} />
    <p className="text-sm text-ink-2">党建办看得到；对方写好以前，你可以更正。</p>
  </>
);
