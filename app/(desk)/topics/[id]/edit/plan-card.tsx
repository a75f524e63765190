"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Card } from "@/app/_ui/card";
import { PlanForm } from "@/lib/topics/forms";
import type { Gate } from "@/lib/words/topic";
import { FormEnd } from "../../../people/form-end";
import { planGates } from "../../actions";
import { DueFields } from "../../due-fields";

type Props = { topicId: string; version: number; gates: readonly { gate: Gate; dueOn: string | null; closedOn: string | null }[] };

/** 定节点日期: the office's. */
export function PlanCard({ topicId, version, gates }: Props) {
  const router = useRouter();
  const blank = () => ({ topicId, version, dues: gates.map(({ gate, dueOn }) => ({ gate, dueOn })) });
  const { register, submit, errors, isSubmitting } = useActionForm(PlanForm, planGates, blank, () => {
    router.push(`/topics/${topicId}` as Route);
    return false;
  });
  return (
    <form onSubmit={submit} noValidate>
      <Card title="每个节点的日期">
        <div className="grid gap-4">
          <DueFields lines={gates} register={register} errors={errors} />
          <FormEnd submit="存下日期" busy={isSubmitting} refused={errors.root?.message} />
        </div>
      </Card>
    </form>
  );
}
