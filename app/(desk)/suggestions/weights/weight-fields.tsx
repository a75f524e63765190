"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { WeightsForm } from "@/lib/suggestions/forms";
import { MOST_WEIGHT, reasons, reasonWords, type Weights } from "@/lib/suggestions/rules";
import { FormEnd, keep } from "../../people/form-end";
import { weighSuggestions } from "../actions";

/** Four numbers; the row that is written is the town's rule from now on, and the page then draws a fresh form. */
export function WeightFields({ now }: { now: Weights }) {
  const blank = () => ({ id: newId<"suggestionWeight">(), ...now });
  const { register, submit, errors, isSubmitting } = useActionForm(WeightsForm, weighSuggestions, blank, keep);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <div className="grid gap-3 lg:grid-cols-2">
        {reasons.map((reason) => (
          <Field key={reason} label={reasonWords[reason].label} id={reason} hint={reasonWords[reason].says} error={errors[reason]?.message}>
            <input type="number" inputMode="numeric" min={0} max={MOST_WEIGHT} step={1} {...register(reason)} />
          </Field>
        ))}
      </div>
      <FormEnd submit="改好轻重" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
