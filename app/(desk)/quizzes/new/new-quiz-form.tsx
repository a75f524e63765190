"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { QuizForm } from "@/lib/quizzes/forms";
import type { QuizChoices } from "@/lib/quizzes/reads-choices";
import { PersonOptions } from "../../topics/person-options";
import { planQuiz } from "../actions";

type Props = { choices: QuizChoices; examineeId: string | undefined };

/** 安排考核: who is examined, by whom. Whoever has to stand back is there with the cause, and cannot be chosen. */
export function NewQuizForm({ choices: { examinees, examiners, barred }, examineeId }: Props) {
  const router = useRouter();
  const [id] = useState(newId<"quiz">);
  const known = examinees.some((one) => one.id === examineeId) ? examineeId : "";
  const { form, register, submit, errors, isSubmitting } = useActionForm(QuizForm, planQuiz, () => ({ id, examineeId: known ?? "", examinerId: "", secondExaminerId: "" }), () => {
    router.push(`/quizzes/${id}` as Route);
    return false;
  });
  const [examinee, examiner] = form.watch(["examineeId", "examinerId"]);
  const lines = examiners.map((one) => ({ ...one, why: examinee ? barred[`${examinee} ${one.id}`] : undefined }));
  const back = lines.filter(({ why }) => why);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Card>
        <div className="grid gap-4">
          <Field label="考核对象" id="examineeId" hint="联村、包户或有网格的干部" error={errors.examineeId?.message}>
            <select {...register("examineeId", { onChange: () => { form.resetField("examinerId"); form.resetField("secondExaminerId"); } })}>
              <PersonOptions people={examinees} empty="选择考核对象" />
            </select>
          </Field>
          {back.length === lines.length && <Notice tone="warn" title="没有可派的考官">所有考官都要回避。换一位考核对象，或在人员页加一位考官。</Notice>}
          <Field label="考官" id="examinerId" error={errors.examinerId?.message}><select {...register("examinerId")}><ExaminerOptions lines={lines} empty="选择考官" /></select></Field>
          <Field label="第二考官" id="secondExaminerId" optional hint="各打各的分，换一户时当场能同意" error={errors.secondExaminerId?.message}>
            <select {...register("secondExaminerId")}><ExaminerOptions lines={lines.filter((one) => one.id !== examiner)} empty="不安排" /></select>
          </Field>
        </div>
      </Card>
      {back.length > 0 && <p className="text-ink-2">要回避：{back.map(({ name, why }) => `${name}（${why}）`).join("、")}。</p>}
      <p className="text-ink-2">安排好以后只有考官收到提醒；考核对象到抽户以前看不到，也不会提前知道考哪一户。</p>
      <ActionRow><Button type="submit" variant="primary" busy={isSubmitting}>安排考核</Button></ActionRow>
    </form>
  );
}

type Line = { id: string; name: string; department: string; why: string | undefined };

const ExaminerOptions = ({ lines, empty }: { lines: readonly Line[]; empty: string }) => (
  <>
    <option value="">{empty}</option>
    {lines.map(({ id, name, department, why }) => (
      <option key={id} value={id} disabled={!!why}>{`${name}${department && `（${department}）`}${why ? ` · 要回避：${why}` : ""}`}</option>
    ))}
  </>
);
