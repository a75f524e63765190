"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { AbsenceForm } from "@/lib/visits/forms-review";
import { openAbsence } from "../visits/actions";

type Choice = { value: Id<"person">; label: string };
type Props = { who: readonly Choice[]; standIns: readonly Choice[]; today: Day };

/** From when to when, who answers meanwhile, and why. */
export function AbsenceFormCard({ who, standIns, today }: Props) {
  const blank = () => ({ id: newId<"absence">(), personId: who[0]?.value ?? "", standInId: "", startedOn: today, endedOn: today, reason: "" });
  const { register, submit, errors, isSubmitting } = useActionForm(AbsenceForm, openAbsence, blank);
  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="grid gap-3">
      {who.length > 1 && <Field label="谁不在" id="personId" error={errors.personId?.message}><Options choices={who} {...register("personId")} /></Field>}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="从哪天" id="startedOn" error={errors.startedOn?.message}><input type="date" min={today} {...register("startedOn")} /></Field>
        <Field label="到哪天" id="endedOn" hint="最多 60 天" error={errors.endedOn?.message}><input type="date" min={today} {...register("endedOn")} /></Field>
      </div>
      <Field label="由谁代批阅" id="standInId" error={errors.standInId?.message}>
        <Options choices={standIns} none="先不请人，3 个工作日后由党建办批阅" {...register("standInId")} />
      </Field>
      <Field label="原因" id="reason" error={errors.reason?.message ?? (who.length > 1 ? undefined : errors.personId?.message)}><input maxLength={200} {...register("reason")} /></Field>
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Button type="submit" variant="primary" busy={isSubmitting}>请人代批阅</Button>
    </form>
  );
}

function Options({ choices, none, ...select }: { choices: readonly Choice[]; none?: string } & React.SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <select {...select}>
      {none && <option value="">{none}</option>}
      {choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
    </select>
  );
}
