"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { type Quarter, spokenQuarter } from "@/lib/kernel/quarter";
import { PlanForm } from "@/lib/quizzes/forms";
import type { PlanChoices } from "@/lib/quizzes/reads-plans";
import { commitPlan } from "../actions";
import { PeopleTicks } from "./people-ticks";

type Props = { choices: PlanChoices; quarters: readonly Quarter[] };

const usually = ({ examinees }: PlanChoices) => (examinees.some(({ usual }) => usual) ? examinees.filter(({ usual }) => usual) : examinees).map(({ id }) => id);

/** 考核计划: the quarter, how many, and out of whom; who it becomes nobody here can choose. */
export function NewPlanForm({ choices, quarters }: Props) {
  const router = useRouter();
  const [id] = useState(newId<"quizPlan">);
  const start = () => ({ id, quarter: quarters[0]!, size: Math.min(10, usually(choices).length), examineeIds: usually(choices), examinerIds: choices.examiners.map((one) => one.id) });
  const { form, register, submit, errors, isSubmitting } = useActionForm(PlanForm, commitPlan, start, () => {
    router.push(`/quizzes/plans/${id}` as Route);
    return false;
  });
  const [examineeIds, examinerIds] = form.watch(["examineeIds", "examinerIds"]);
  const choose = (name: "examineeIds" | "examinerIds") => (ids: string[]) => form.setValue(name, ids, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Card>
        <div className="grid gap-4">
          <Chips legend="季度" options={quarters.map((one) => ({ value: one, label: spokenQuarter(one) }))} error={errors.quarter?.message} {...register("quarter")} />
          <Field label="考几人" id="size" hint={`从选中的 ${examineeIds.length} 人里抽，各村社轮着来`} error={errors.size?.message}>
            <input type="number" inputMode="numeric" min={1} className="max-w-28" {...register("size", { valueAsNumber: true })} />
          </Field>
        </div>
      </Card>
      <PeopleTicks legend="可以被考到的人" id="examineeIds" people={choices.examinees.map(({ villages, ...one }) => ({ ...one, note: villages.join("、") }))}
        chosen={examineeIds} error={errors.examineeIds?.message ?? errors.examineeIds?.root?.message} choose={choose("examineeIds")} />
      <PeopleTicks legend="考官" id="examinerIds" people={choices.examiners.map(({ department, ...one }) => ({ ...one, note: department }))}
        chosen={examinerIds} error={errors.examinerIds?.message ?? errors.examinerIds?.root?.message} choose={choose("examinerIds")} />
      <p className="text-ink-2">冻结以后名单不能再改。回避由系统按今天的结对、村社和课题组定；下一步当场输入一个数字，抽出谁考谁。</p>
      <ActionRow><Button type="submit" variant="primary" busy={isSubmitting}>冻结名单</Button></ActionRow>
    </form>
  );
}
