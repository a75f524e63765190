"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { FeedbackForm } from "@/lib/feedback/forms";
import { newId } from "@/lib/kernel/id";
import { sayFeedback } from "./actions";
import { pageName } from "./page-names";

/** One box. What was said stands in the list below at once, with the day by which it is answered. */
export function FeedbackFormCard({ page, due }: { page: string; due: string }) {
  const [sent, setSent] = useState(false);
  const blank = () => ({ id: newId<"feedback">(), says: "", page });
  const { register, submit, errors, isSubmitting } = useActionForm(FeedbackForm, sayFeedback, blank, () => setSent(true));
  return (
    <Card>
      <form onSubmit={submit} noValidate className="grid gap-3">
        {sent && <Notice tone="ok" title="收到了">党建办会在 {due}前答复，答复就在下面。</Notice>}
        {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
        <Field label="想说的话" id="says" hint={`最多 500 字，${due}前答复`} error={errors.says?.message}>
          <textarea rows={4} {...register("says")} onInput={() => setSent(false)} />
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" busy={isSubmitting}>提交投诉建议</Button>
          <p className="text-sm text-ink-2">{page && `会记下你是从“${pageName(page)}”页来的。`}只有你和党建办看得到。</p>
        </div>
      </form>
    </Card>
  );
}
