"use client";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import type { VisitInput } from "@/lib/visits/forms";
import { side } from "@/lib/words/visit";

/** 下一步, ours and theirs, each with a day. */
export function NextStepFields<Out>({ form, today }: { form: UseFormReturn<VisitInput, unknown, Out>; today: string }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "nextSteps" });
  const { register, formState: { errors } } = form;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold">下一步 <span className="text-sm font-normal text-ink-2">选填</span></legend>
      {fields.map((field, i) => (
        <div key={field.id} className="grid gap-1.5 rounded-2 border border-line bg-bg p-2">
          <div className="grid grid-cols-[5rem_1fr_auto] gap-1.5">
            <select aria-label="谁来做" {...register(`nextSteps.${i}.side`)}>
              {side.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
            </select>
            <input type="date" min={today} aria-label="到哪天" {...register(`nextSteps.${i}.dueOn`, { setValueAs: (v: string | null) => v || null })} />
            <Button variant="quiet" onClick={() => remove(i)} aria-label={`去掉第 ${i + 1} 条`}>去掉</Button>
          </div>
          <input aria-label="做什么" {...register(`nextSteps.${i}.words`)} />
          {errors.nextSteps?.[i]?.words && <p role="alert" className="text-sm text-danger">▲ {errors.nextSteps[i].words.message}</p>}
        </div>
      ))}
      {fields.length < 6 && <Button onClick={() => append({ side: "ours", words: "", dueOn: null })}>加一条下一步</Button>}
    </fieldset>
  );
}
