"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { HouseholdForm } from "@/lib/households/forms";
import type { GridChoice } from "@/lib/households/reads";
import { newId } from "@/lib/kernel/id";
import { addHousehold } from "../actions";
import { GridField } from "../revise-button";

type Props = { villages: readonly { id: string; name: string }[]; grids: readonly GridChoice[] };
const fields = ["villageId", "code", "householder", "address", "groupName", "gridId", "phone"] as const;

export function NewHouseholdForm({ villages, grids }: Props) {
  const router = useRouter();
  const only = villages.length === 1 ? villages[0]?.id ?? "" : "";
  const [id] = useState(() => newId<"household">());
  const blank = () => ({ id, villageId: only, gridId: "", code: "", groupName: "", address: "", householder: "", phone: "" });
  const leave = () => (router.push(`/households/${id}`), false);
  const { form, register, submit, errors, isSubmitting } = useActionForm(HouseholdForm, addHousehold, blank, leave);
  const mistakes = fields.flatMap((field) => (errors[field]?.message ? [{ id: field, message: errors[field].message }] : []));
  const village = form.watch("villageId");
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 rounded-2 border border-line bg-bg p-3">
      <ErrorSummary mistakes={mistakes} attempt={form.formState.submitCount} />
      <div className="grid gap-3 lg:grid-cols-2">
        <Field label="村社" id="villageId" error={errors.villageId?.message}>
          <select {...register("villageId")}>
            <option value="">选择村社</option>
            {villages.map((choice) => <option key={choice.id} value={choice.id}>{choice.name}</option>)}
          </select>
        </Field>
        <Field label="户号" id="code" hint="在本村不重复" error={errors.code?.message}><input type="text" autoComplete="off" {...register("code")} /></Field>
        <Field label="户主" id="householder" error={errors.householder?.message}><input type="text" autoComplete="off" {...register("householder")} /></Field>
        <Field label="联系电话" id="phone" optional error={errors.phone?.message}><input type="tel" inputMode="tel" autoComplete="off" {...register("phone")} /></Field>
        <Field label="住址" id="address" hint="如 3组12号" error={errors.address?.message}><input type="text" autoComplete="off" {...register("address")} /></Field>
        <Field label="组" id="groupName" hint="如 3组" optional error={errors.groupName?.message}><input type="text" autoComplete="off" {...register("groupName")} /></Field>
        <GridField grids={grids.filter((grid) => grid.villageId === village)} error={errors.gridId?.message} select={register("gridId")} />
      </div>
      {errors.root?.message && <Notice tone="danger">{errors.root.message}</Notice>}
      <ActionRow><Button type="submit" variant="primary" busy={isSubmitting}>添加农户</Button></ActionRow>
    </form>
  );
}
