"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DrawForm } from "@/lib/quizzes/forms";
import { keep } from "../../people/form-end";
import { drawHousehold } from "../actions";
import { NumberForm } from "../number-form";

type Props = { quizId: string; version: number; again: boolean };

/** 抽户, the first time or after another household was allowed. */
export function DrawNumber({ again, ...at }: Props) {
  const { register, submit, errors, isSubmitting } = useActionForm(DrawForm, drawHousehold, () => ({ ...at, number: "" }), keep);
  const said = { failed: errors.root?.message, error: errors.number?.message };
  return <NumberForm onSubmit={submit} label={again ? "抽另一户" : "抽户"} busy={isSubmitting} {...said} field={register("number")} />;
}
