"use client";
import { type FieldErrors, useFieldArray, type UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Check } from "@/app/_ui/check";
import { FieldError } from "@/app/_ui/field";
import { Fieldset } from "@/app/_ui/fieldset";
import { type DefenceForm, type DefenceInput, MOST_CRITERIA } from "@/lib/defences/forms";
import { FULL_WEIGHT } from "@/lib/defences/rules";
import { newId } from "@/lib/kernel/id";

export type PlanState = UseFormReturn<DefenceInput, unknown, DefenceForm>;
type Props = { form: PlanState; errors: FieldErrors<DefenceInput>; sameLevels: () => void };

/** 评分项 with their weights, and what they come to. */
export function PlanCriteria({ form, errors, sameLevels }: Props) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "criteria", keyName: "key" });
  const add = () => append({ id: newId<"criterion">(), name: "", weight: 0, required: true, levels: structuredClone(form.getValues("criteria.0.levels")) });
  const drop = (place: number) => {
    sameLevels(); // those of the first one are what is written
    remove(place);
  };
  return (
    <Fieldset legend="评分项和权重" id="criteria" error={errors.criteria?.root?.message ?? errors.criteria?.message}>
      <ol className="grid gap-2">
        {fields.map(({ key }, place) => (
          <li key={key} className="grid grid-cols-[6rem_1fr_auto] items-center gap-x-2 gap-y-1 border-b border-line pb-2 sm:grid-cols-[minmax(0,1fr)_6rem_auto_auto]">
            <input className="max-sm:col-span-3" aria-label={`评分项 ${place + 1}`} aria-invalid={!!errors.criteria?.[place]?.name} {...form.register(`criteria.${place}.name`)} />
            <span className="flex items-center gap-1">
              <input type="number" inputMode="numeric" aria-label={`权重 ${place + 1}`} aria-invalid={!!errors.criteria?.[place]?.weight} {...form.register(`criteria.${place}.weight`, { valueAsNumber: true })} />%
            </span>
            <Check label="必评" aria-label={`评分项 ${place + 1} 必评`} {...form.register(`criteria.${place}.required`)} />
            <Button size="row" variant="quiet" disabled={fields.length === 1} aria-label={`删去评分项 ${place + 1}`} onClick={() => drop(place)}>删去</Button>
            <FieldError id={`criteria.${place}`} error={errors.criteria?.[place]?.name?.message ?? errors.criteria?.[place]?.weight?.message} />
          </li>
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Sum form={form} />
        {fields.length < MOST_CRITERIA && <Button size="row" onClick={add}>加一个评分项</Button>}
      </div>
    </Fieldset>
  );
}

/** 「合计 100」, and how many are left or too many. */
function Sum({ form }: { form: PlanState }) {
  const sum = form.watch("criteria").reduce((all, { weight }) => all + (Number.isFinite(weight) ? weight : 0), 0);
  const words = sum === FULL_WEIGHT ? "" : sum < FULL_WEIGHT ? `，还差 ${FULL_WEIGHT - sum}` : `，多了 ${sum - FULL_WEIGHT}`;
  return <p role="status" className={words ? "font-semibold text-warn" : "font-semibold text-ok"}>{words ? "◐" : "✓"} 合计 {sum}{words}</p>;
}
