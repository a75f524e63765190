"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { PlanDrawForm } from "@/lib/quizzes/forms";
import { keep } from "../../../people/form-end";
import { NumberForm } from "../../number-form";
import { drawPlan } from "../actions";

/** 抽取 of a plan: who is examined by whom. */
export function PlanNumber(at: { planId: string; version: number }) {
  const { register, submit, errors, isSubmitting } = useActionForm(PlanDrawForm, drawPlan, () => ({ ...at, number: "" }), keep);
  const said = { failed: errors.root?.message, error: errors.number?.message };
  return <NumberForm onSubmit={submit} label="抽取谁考谁" busy={isSubmitting} {...said} field={register("number")} />;
}
