"use client";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import type { VisitInput } from "@/lib/visits/forms";
import { PROPOSALS_A_VISIT } from "@/lib/visits/rules-form";
import { type Heading, headings, headingWords, isSameHeading, unclear } from "@/lib/words/heading";
import { fileKind } from "@/lib/words/practice";

type Props<Out> = { form: UseFormReturn<VisitInput, unknown, Out> };

/** 户情有变化: choosing a heading adds it, and what is so now is written beside it, or that nobody could say. */
export function AnewFields<Out>({ form }: Props<Out>) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "proposals" });
  const left = headings.filter((heading) => !fields.some((field) => isSameHeading({ kind: field.kind, topic: field.topic ?? null }, heading)));
  const add = (place: number) => append({ ...left[place]!, says: "" });
  return (
    <details className="group rounded-2 border border-control bg-bg" open={fields.length > 0}>
      <summary className="flex min-h-tap cursor-pointer items-center gap-x-2 px-2 font-semibold">
        户情有变化 <span className="flex-1 text-sm font-normal text-ink-2">选填</span>
        <ChevronDown aria-hidden className="size-5 flex-none group-open:rotate-180" />
      </summary>
      <fieldset id="proposals" className="grid gap-2 px-2 pb-2">
        <legend className="sr-only">户情有变化</legend>
        {fields.map((field, i) => <Anew key={field.id} form={form} i={i} heading={{ kind: field.kind, topic: field.topic ?? null }} remove={() => remove(i)} />)}
        {fields.length < PROPOSALS_A_VISIT && (
          <Field label="哪一项变了" hint="由维护这户的人核对后再改" className={fields.length > 0 ? "border-t border-line pt-2" : ""}>
            <select value="" onChange={({ target }) => add(Number(target.value))}>
              <option value="" disabled>选一项</option>
              {fileKind.values.map((kind) => <Options key={kind} kind={kind} left={left} />)}
            </select>
          </Field>
        )}
      </fieldset>
    </details>
  );
}

function Options({ kind, left }: { kind: Heading["kind"]; left: readonly Heading[] }) {
  const own = left.flatMap((heading, place) => (heading.kind === kind ? [{ place, words: headingWords(heading) }] : []));
  const options = own.map(({ place, words }) => <option key={place} value={place}>{words}</option>);
  return own.length > 1 ? <optgroup label={fileKind.label(kind)}>{options}</optgroup> : options;
}

type AnewProps<Out> = Props<Out> & { i: number; heading: Heading; remove: () => void };

function Anew<Out>({ form, i, heading, remove }: AnewProps<Out>) {
  const { register, setValue, formState: { errors } } = form;
  const words = headingWords(heading);
  return (
    <div className="grid gap-1.5">
      <Field label={words} id={`proposals.${i}.says`} hint="现在怎么样" error={errors.proposals?.[i]?.says?.message ?? errors.proposals?.[i]?.kind?.message}>
        <textarea rows={2} {...register(`proposals.${i}.says`)} />
      </Field>
      <div className="flex gap-1.5">
        <Button onClick={() => setValue(`proposals.${i}.says`, unclear, { shouldDirty: true, shouldValidate: true })} aria-label={`${words}：不清楚`}>不清楚</Button>
        <Button variant="quiet" onClick={remove} aria-label={`去掉${words}`}>去掉</Button>
      </div>
    </div>
  );
}
