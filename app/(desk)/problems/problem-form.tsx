"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Chips } from "@/app/_ui/chips";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { ProblemForm } from "@/lib/problems/forms";
import { topicChip } from "@/lib/words/visit";
import { raiseProblem } from "./actions";

type ProblemFormProps = { villages: readonly { id: string; name: string }[]; place: { villageId: string; householdCode: string } };

const fields = ["villageId", "topic", "title", "householdCode"] as const;

/** A matter nobody's visit brought. Once it is in, the problem's own page is the answer. */
export function ProblemFormCard({ villages, place }: ProblemFormProps) {
  const router = useRouter();
  const [id] = useState(newId<"problem">);
  const blank = () => ({ id, title: "", ...place });
  const { form, register, submit, errors, isSubmitting } = useActionForm(ProblemForm, raiseProblem, blank, () => {
    router.push(`/problems/${id}` as Route);
    return false;
  });
  const mistakes = fields.flatMap((field) => (errors[field]?.message ? [{ id: field, message: errors[field].message }] : []));
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Card>
        <div className="grid gap-4">
          <ErrorSummary mistakes={mistakes} attempt={form.formState.submitCount} />
          {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
          <Field label="村社" id="villageId" error={errors.villageId?.message}>
            <select {...register("villageId")}>
              {villages.length > 1 && <option value="">选择村社</option>}
              {villages.map((village) => <option key={village.id} value={village.id}>{village.name}</option>)}
            </select>
          </Field>
          <Chips legend="类别" options={topicChip.options} error={errors.topic?.message} {...register("topic")} />
          <Field label="要办的事" id="title" hint="一句话，最多 40 字" error={errors.title?.message}>
            <input autoComplete="off" enterKeyHint="next" {...register("title")} />
          </Field>
          <Field label="户号" id="householdCode" optional="不涉及某一户就空着" error={errors.householdCode?.message}>
            <input autoComplete="off" className="lg:max-w-48" {...register("householdCode")} />
          </Field>
        </div>
      </Card>
      <ActionRow>
        <Button type="submit" variant="primary" busy={isSubmitting}>登记问题</Button>
      </ActionRow>
    </form>
  );
}
