"use client";
import type { UseFormReturn } from "react-hook-form";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import type { CoachingInput } from "@/lib/pairings/forms-terms";

type Choice = { value: string; label: string };
export type Links = { visits: readonly Choice[]; problems: readonly Choice[] };
type Props<Out> = { form: UseFormReturn<CoachingInput, unknown, Out>; today: string; startedOn: string; links: Links };

const orNothing = { setValueAs: (value: string | null) => value || null };

/** What has a default, one line until it is opened: the day, what it hangs on, and 以新促老. */
export function CoachMore<Out>({ form, today, startedOn, links }: Props<Out>) {
  const { register, formState: { errors } } = form;
  const wrong = errors.heldOn ?? errors.visitId ?? errors.problemId;
  return (
    <details open={wrong ? true : undefined} className="rounded-1 border border-control bg-bg px-3">
      <summary className="min-h-tap content-center">今天 · 挂上走访或问题 · 以新促老</summary>
      <div className="grid gap-2.5 pb-3">
        <Field label="帮带日期" id="heldOn" error={errors.heldOn?.message}><input type="date" min={startedOn} max={today} {...register("heldOn")} /></Field>
        {links.visits.length > 0 && (
          <Field label="哪次走访" id="visitId" optional error={errors.visitId?.message}>
            <select {...register("visitId", orNothing)}><option value="">没有</option>{links.visits.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
          </Field>
        )}
        {links.problems.length > 0 && (
          <Field label="哪个问题" id="problemId" optional error={errors.problemId?.message}>
            <select {...register("problemId", orNothing)}><option value="">没有</option>{links.problems.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
          </Field>
        )}
        <Check label="以新促老" hint="这回是学员教导师" {...register("reverse")} />
      </div>
    </details>
  );
}
