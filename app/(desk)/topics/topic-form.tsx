"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { TopicForm } from "@/lib/topics/forms";
import type { MemberChoice } from "@/lib/topics/reads";
import { gate } from "@/lib/words/topic";
import { openTopic } from "./actions";
import { DueFields } from "./due-fields";
import { MemberPicker } from "./member-picker";
import { PersonOptions } from "./person-options";
import { AboutFields, type Village } from "./about-fields";

type Props = { people: readonly MemberChoice[]; villages: readonly Village[]; departments: readonly string[] };

const fields = ["title", "leadDepartment", "background", "leaderId", "adviserId", "memberIds", "villageIds"] as const;

/** 立课题. Once it is in, the topic's own page is the answer. */
export function TopicFormCard({ people, villages, departments }: Props) {
  const router = useRouter();
  const [id] = useState(newId<"topic">);
  const blank = () => ({
    id, title: "", background: "", leadDepartment: departments.includes("党建办") ? "党建办" : "", leaderId: "", adviserId: null,
    memberIds: [], villageIds: [], dues: gate.values.map((at) => ({ gate: at, dueOn: null })),
  });
  const { form, register, submit, errors, isSubmitting } = useActionForm(TopicForm, openTopic, blank, () => {
    router.push(`/topics/${id}` as Route);
    return false;
  });
  register("title"); // named first: where several are amiss, the first one on the page takes the focus
  const mistakes = fields.flatMap((field) => (errors[field]?.message ? [{ id: field, message: errors[field].message }] : []));
  const [memberIds, villageIds] = form.watch(["memberIds", "villageIds"]);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <ErrorSummary mistakes={mistakes} attempt={form.formState.submitCount} />
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Card title="写清楚做什么">
        <AboutFields register={register} errors={errors} departments={departments} villages={villages} chosen={villageIds} />
      </Card>
      <Card title="课题组">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label="组长" id="leaderId" error={errors.leaderId?.message}><select {...register("leaderId")}><PersonOptions people={people} empty="选择组长" /></select></Field>
          <Field label="指导老师" id="adviserId" optional error={errors.adviserId?.message}>
            <select {...register("adviserId", { setValueAs: (v: string | null) => v || null })}><PersonOptions people={people} empty="暂时没有" /></select>
          </Field>
          <MemberPicker people={people} chosen={memberIds} error={errors.memberIds?.message} choose={(ids) => form.setValue("memberIds", ids, { shouldDirty: true })} />
        </div>
      </Card>
      <Card title={<>每个节点的日期 <span className="text-sm font-normal text-ink-2">选填，以后也能定</span></>}>
        <DueFields lines={gate.values.map((at) => ({ gate: at, closedOn: null }))} register={register} errors={errors} />
      </Card>
      <ActionRow><Button type="submit" variant="primary" busy={isSubmitting}>立课题</Button></ActionRow>
    </form>
  );
}
