"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { AppealForm, DecideAppealForm } from "@/lib/quizzes/forms-appeals";
import type { ItemCorrection } from "@/lib/quizzes/rules";
import { type QuizItem, quizItem } from "@/lib/words/quiz";
import { Done, FormEnd, keep } from "../../people/form-end";
import { decideAppeal, makeAppeal } from "../actions";

type MakeProps = { quizId: string; items: readonly QuizItem[] };

export const MakeAppeal = (props: MakeProps) => (
  <DialogButton label="提出申诉" title="提出申诉"><MakeFields {...props} /></DialogButton>
);

function MakeFields({ quizId, items }: MakeProps) {
  const blank = () => ({ id: newId<"appeal">(), quizId, items: [], words: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(AppealForm, makeAppeal, blank, keep);
  if (sent) return <Done title="申诉提出了">党建办复核以后会提醒你</Done>;
  const options = items.map((item) => ({ value: item, label: quizItem.label(item) }));
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Chips legend="对哪几项" type="checkbox" options={options} error={errors.items?.message} {...register("items")} />
      <Field label="理由" id="words" hint="至少 10 个字，写当时怎么答的、你认为该得几分" error={errors.words?.message}><textarea rows={4} {...register("words")} /></Field>
      <FormEnd submit="提出申诉" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type DecideProps = { appealId: string; lines: readonly ItemCorrection[]; full: number };

export const DecideAppeal = (props: DecideProps) => (
  <DialogButton label="复核申诉" title="复核申诉" variant="primary"><DecideFields {...props} /></DialogButton>
);

const choices = [{ value: "upheld", label: "更正结果" }, { value: "dismissed", label: "维持原结果" }];

function DecideFields({ appealId, lines, full }: DecideProps) {
  const blank = () => ({ appealId, why: "", points: [...lines] });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(DecideAppealForm, decideAppeal, blank, keep);
  if (sent) return <Done title="申诉答复了">考核对象、考官和导师会收到提醒</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Chips legend="怎么答复" options={choices} error={errors.state?.message} {...register("state")} />
      {form.watch("state") === "upheld" && <PointFields lines={lines} full={full} error={errors.points?.message ?? errors.points?.root?.message} select={(i) => register(`points.${i}.points`, { valueAsNumber: true })} />}
      <Field label="理由" id="why" hint="至少 10 个字，考核对象、考官和导师看得到" error={errors.why?.message}><textarea rows={4} {...register("why")} /></Field>
      <FormEnd submit="答复申诉" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type PointProps = Omit<DecideProps, "appealId"> & { error: string | undefined; select: (place: number) => React.SelectHTMLAttributes<HTMLSelectElement> };

/** Only upwards, and only what was asked about. */
function PointFields({ lines, full, error, select }: PointProps) {
  return lines.map(({ item, points }, place) => (
    <Field key={item} label={quizItem.label(item)} id={place === 0 ? "points" : `points-${item}`} hint={`原来 ${points} 分`} error={place === 0 ? error : undefined}>
      <select {...select(place)}>
        {Array.from({ length: full - points + 1 }, (_, more) => points + more).map((one) => <option key={one} value={one}>{one} 分</option>)}
      </select>
    </Field>
  ));
}
