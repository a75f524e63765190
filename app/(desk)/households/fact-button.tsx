"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import type { ButtonSize } from "@/app/_ui/button";
import { Check } from "@/app/_ui/check";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { FactForm } from "@/lib/households/forms";
import { topicsOf } from "@/lib/words/heading";
import { newId } from "@/lib/kernel/id";
import { factKind, type FactKind, factSource, type FactTopic, factTopic } from "@/lib/words/household";
import { recordFact } from "./actions";
import { FormDialog, FormFoot } from "./form-dialog";

type Props = { householdId: string; kind: FactKind; topic?: FactTopic; today: string; label: string; size?: ButtonSize; openedOn: readonly string[] };

/** Records what is known now; what was known before stays readable under it. */
export function FactButton({ label, ...props }: Props) {
  return (
    <FormDialog label={label} title={`${label}：${factKind.label(props.kind)}`} size="row" variant="quiet">
      {(close) => <FactFields {...props} close={close} />}
    </FormDialog>
  );
}

const heard = (["visit", "file"] as const).map((value) => ({ value, label: factSource.label(value) }));

function FactFields({ householdId, kind, topic, today, openedOn, close }: Omit<Props, "label"> & { close: () => void }) {
  const topics = topicsOf[kind].map((value) => ({ value, label: factTopic.label(value) }));
  const only = topics.length === 1 ? topics[0]?.value : topic;
  const blank = () => ({ id: newId<"fact">(), householdId, kind, ...(only && { topic: only }), unclear: false, says: "", asOf: today, source: "visit" as const, openedOn: [...openedOn] });
  const { form, register, submit, errors, isSubmitting } = useActionForm(FactForm, recordFact, blank, close);
  const unclear = form.watch("unclear");
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {topics.length > 1 && <Chips legend="哪一项" options={topics} error={errors.topic?.message} {...register("topic")} />}
      <Field label="情况" id="says" hint="不写身份证号、银行卡号和收入金额" error={errors.says?.message}>
        <textarea rows={3} readOnly={unclear} {...register("says")} />
      </Field>
      <Check label="不清楚" hint="问过，没问到。下次走访再问" {...register("unclear")} />
      <div className="grid grid-cols-2 gap-3">
        <Field label="哪天的情况" id="asOf" error={errors.asOf?.message}><input type="date" max={today} {...register("asOf")} /></Field>
        <Chips legend="从哪里知道" options={heard} error={errors.source?.message} {...register("source")} />
      </div>
      <FormFoot label="记下这条情况" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
