"use client";
import type { UseFormReturn } from "react-hook-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import type { VisitInput } from "@/lib/visits/forms";
import { matter, notDone } from "@/lib/words/visit";
import type { FormChoices } from "./form-choices";
import { MoreFields } from "./more-fields";
import type { KeepPicture } from "./photo-field";

type Props<Out> = { form: UseFormReturn<VisitInput, unknown, Out>; choices: FormChoices; keepPicture: KeepPicture };

/** What was said, and whether anything is to be done. A visit that did not happen asks for its reason instead. */
export function VisitFields<Out>({ form, choices, keepPicture }: Props<Out>) {
  const { register, watch, formState: { errors } } = form;
  const [missed, report] = [watch("notDone") !== null, watch("matter") === "report"];
  return (
    <div className="grid grid-cols-1 gap-2 lg:gap-4">
      {missed
        ? <Chips legend="为什么没走成" options={notDone.options} error={errors.notDone?.message} {...register("notDone")} />
        : <Chips legend="谈了什么" type="checkbox" options={choices.topics} error={errors.topics?.message} {...register("topics")} />}
      <Field label="一句话记录" id="account" hint={missed ? "可以不写" : "60 字就好，可用键盘话筒说"} error={errors.account?.message}>
        <textarea rows={2} enterKeyHint="done" {...register("account")} />
      </Field>
      {!missed && <Chips legend="有没有要办的事" options={matter.options} error={errors.matter?.message} {...register("matter")} />}
      {!missed && report && (
        <Field label="要办的事" id="problemTitle" optional="不写就用上面那句话" error={errors.problemTitle?.message}>
          <input {...register("problemTitle")} />
        </Field>
      )}
      <MoreFields form={form} choices={choices} keepPicture={keepPicture} />
    </div>
  );
}
