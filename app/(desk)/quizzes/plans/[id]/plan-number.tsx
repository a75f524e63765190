"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PlanDrawForm } from "@/lib/quizzes/forms";
import { keep } from "../../../people/form-end";
import { drawPlan } from "../actions";

/** 抽取: any digits, said by somebody here and now. */
export function PlanNumber(at: { planId: string; version: number }) {
  const { register, submit, errors, isSubmitting } = useActionForm(PlanDrawForm, drawPlan, () => ({ ...at, number: "" }), keep);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 sm:max-w-md">
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Field label="一个数字" id="number" hint="当场想，1 到 12 位" error={errors.number?.message}>
        <input inputMode="numeric" autoComplete="off" enterKeyHint="go" {...register("number")} />
      </Field>
      <div><Button type="submit" variant="primary" busy={isSubmitting} wide>抽取谁考谁</Button></div>
    </form>
  );
}
