"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Unmasking } from "@/lib/households/forms";
import { newId } from "@/lib/kernel/id";
import { unmaskField, type UnmaskField, unmaskReason } from "@/lib/words/household";
import { openField } from "./actions";
import { FormDialog, FormFoot } from "./form-dialog";

/** `confirms`: whoever serves nobody's door gives their own password as well. */
type Props = { householdId: string; field: UnmaskField; label: string; confirms?: boolean };

/** Opens one masked field for ten minutes, for a reason that the household may ask about later. */
export function UnmaskButton(props: Props) {
  return (
    <FormDialog label={props.label} title={`查看${unmaskField.label(props.field)}`} size="row">
      {(close) => <UnmaskForm {...props} close={close} />}
    </FormDialog>
  );
}

function UnmaskForm({ householdId, field, confirms = false, close }: Props & { close: () => void }) {
  const blank = () => ({ id: newId<"unmasking">(), householdId, field, words: "", password: "" });
  const { form, register, submit, errors, isSubmitting } = useActionForm(Unmasking, openField, blank, close);
  const other = form.watch("reason") === "other";
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-sm text-ink-2">只打开这一项，10 分钟后自动收起。谁在什么时候因为什么看过，会留在查看记录里。</p>
      <Chips legend="为什么要看" options={unmaskReason.options} error={errors.reason?.message} {...register("reason")} />
      {other && (
        <Field label="原因" id="words" hint="至少 8 个字" error={errors.words?.message}>
          <input type="text" autoComplete="off" {...register("words")} />
        </Field>
      )}
      {confirms && (
        <Field label="你自己的密码" id="password" error={errors.password?.message}>
          <input type="password" autoComplete="current-password" {...register("password")} />
        </Field>
      )}
      <FormFoot label={`查看${unmaskField.label(field)}`} busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
