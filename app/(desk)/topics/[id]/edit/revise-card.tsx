"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Card } from "@/app/_ui/card";
import { ReviseTopicForm } from "@/lib/topics/forms";
import { FormEnd } from "../../../people/form-end";
import { AboutFields, type Village } from "../../about-fields";
import { reviseTopic } from "../../actions";

type About = { title: string; background: string; leadDepartment: string; villageIds: string[] };
type Props = { topicId: string; version: number; about: About; villages: readonly Village[]; departments: readonly string[] };

export function ReviseCard({ topicId, version, about, villages, departments }: Props) {
  const router = useRouter();
  const { form, register, submit, errors, isSubmitting } = useActionForm(ReviseTopicForm, reviseTopic, () => ({ topicId, version, ...about }), () => {
    router.push(`/topics/${topicId}` as Route);
    return false;
  });
  return (
    <form onSubmit={submit} noValidate>
      <Card title="写清楚做什么">
        <div className="grid gap-4">
          <AboutFields register={register} errors={errors} departments={departments} villages={villages} chosen={form.watch("villageIds")} />
          <FormEnd submit="存下课题" busy={isSubmitting} refused={errors.root?.message} />
        </div>
      </Card>
    </form>
  );
}
