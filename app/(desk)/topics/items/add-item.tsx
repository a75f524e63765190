"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { GateItemForm } from "@/lib/topics/forms";
import { gate, type Gate } from "@/lib/words/topic";
import { Done, FormEnd, keep } from "../../people/form-end";
import { addGateItem } from "../actions";

export const AddItem = ({ at }: { at: Gate }) => (
  <DialogButton label="加一条" title={`“${gate.label(at)}”加一条`} size="row"><Fields at={at} /></DialogButton>
);

function Fields({ at }: { at: Gate }) {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(GateItemForm, addGateItem, () => ({ id: newId<"gateItem">(), gate: at, words: "" }), keep);
  if (sent) return <Done title="清单加好了">还没过这个节点的课题都会看到</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="清单内容" id="words" hint="一件办没办完看得出来的事，最多 60 字" error={errors.words?.message}><input autoComplete="off" {...register("words")} /></Field>
      <FormEnd submit="加进清单" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
