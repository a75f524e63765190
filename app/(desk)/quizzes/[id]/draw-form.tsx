"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { DrawForm } from "@/lib/quizzes/forms";
import { keep } from "../../people/form-end";
import { drawHousehold } from "../actions";

type Props = { quizId: string; version: number; again: boolean };

/** 抽户: any digits, thought of here and now. */
export function DrawNumber({ again, ...at }: Props) {
  const { register, submit, errors, isSubmitting } = useActionForm(DrawForm, drawHousehold, () => ({ ...at, number: "" }), keep);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 sm:max-w-md">
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Field label="一个数字" id="number" hint="当场想，1 到 12 位" error={errors.number?.message}>
        <input inputMode="numeric" autoComplete="off" enterKeyHint="go" {...register("number")} />
      </Field>
      <div><Button type="submit" variant="primary" busy={isSubmitting} wide>{again ? "抽另一户" : "抽户"}</Button></div>
    </form>
  );
}
