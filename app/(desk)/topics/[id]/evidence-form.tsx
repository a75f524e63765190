"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { FieldError, Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { EvidenceForm } from "@/lib/topics/forms-work";
import { FormDialog, FormFoot } from "../../households/form-dialog";
import { linkEvidence } from "./work-actions";
import { Picker } from "./picker";

type Props = { topicId: string; milestones: readonly { value: string; label: string }[] };

export const EvidenceButton = (props: Props) => (
  <FormDialog label="加佐证" title="加佐证" size="row">{(close) => <EvidenceFields {...props} close={close} />}</FormDialog>
);

function EvidenceFields({ topicId, milestones, close }: Props & { close: () => void }) {
  const blank = () => ({ id: newId<"topicEvidence">(), topicId, words: "", milestoneId: "" });
  const { form, register, submit, errors, isSubmitting } = useActionForm(EvidenceForm, linkEvidence, blank, close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <div className="grid gap-1.5">
        <Picker topicId={topicId} choose={({ kind, id }) => (form.setValue("pick", { kind, id }), form.clearErrors("pick"))} />
        <FieldError id="pick" error={errors.pick?.message ?? errors.pick?.kind?.message} />
      </div>
      <Field label="说明什么" id="words" optional hint="一句话，不写户主姓名" error={errors.words?.message}><input type="text" autoComplete="off" {...register("words")} /></Field>
      {milestones.length > 0 && (
        <Field label="用于哪个里程碑" id="milestoneId" optional error={errors.milestoneId?.message}>
          <select {...register("milestoneId")}>
            <option value="">不归到里程碑</option>
            {milestones.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </Field>
      )}
      <FormFoot label="加这条佐证" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
