"use client";
import { useRouter } from "next/navigation";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { LinkButton } from "@/app/_ui/button";
import { DefenceForm, type DefenceInput } from "@/lib/defences/forms";
import type { Candidate } from "@/lib/defences/reads-page";
import { ruleMeans } from "@/lib/defences/rules-words";
import { newId } from "@/lib/kernel/id";
import { scoringRule } from "@/lib/words/defence";
import { FormEnd, keep } from "../../../people/form-end";
import { planDefence } from "./actions";
import { PlanCriteria } from "./plan-criteria";
import { PlanJudges } from "./plan-judges";
import { PlanLevels } from "./plan-levels";

type Planned = Omit<DefenceInput, "topicId">;
type Props = { topicId: string; today: string; candidates: readonly Candidate[]; planned: Planned | undefined };

const usualLevels = [["优秀", 95], ["良好", 85], ["中等", 75], ["一般", 65], ["不足", 50]].map(([label, points]) => ({ label: String(label), points: Number(points) }));
const usual = [["问题找得准", 30], ["调研做得实", 25], ["办法用得上", 30], ["讲得清楚", 15]] as const;

const fresh = (today: string): Planned => ({
  id: newId<"defence">(), version: 0, heldOn: today, rule: "trimmed_mean", quorum: 3, judgeIds: [],
  criteria: usual.map(([name, weight]) => ({ id: newId<"criterion">(), name, weight, required: true, levels: usualLevels })),
});

export function PlanForm({ topicId, today, candidates, planned }: Props) {
  const router = useRouter();
  const back = `/topics/${topicId}/defence` as const;
  const done = () => {
    router.replace(back);
    return keep();
  };
  const { form, register, submit, errors, isSubmitting } = useActionForm(DefenceForm, planDefence, () => ({ topicId, ...(planned ?? fresh(today)) }), done);
  const [rule, judgeIds] = form.watch(["rule", "judgeIds"]);
  const amiss = errors.root?.message ?? (Object.keys(errors).length > 0 ? "还没有存。上面标红的地方改好再存" : undefined);
  /** The levels are written once and hold for every criterion. */
  const sameLevels = () => form.getValues("criteria").forEach((_, i) => form.setValue(`criteria.${i}.levels`, structuredClone(form.getValues("criteria.0.levels"))));
  const send = (event: React.FormEvent) => {
    sameLevels();
    submit(event);
  };
  return (
    <form onSubmit={send} noValidate className="grid gap-4 lg:max-w-3xl">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label="答辩日期" id="heldOn" error={errors.heldOn?.message}><input type="date" {...register("heldOn")} /></Field>
        <Field label="法定人数" id="quorum" hint="至少几位评委交了评分才公布" error={errors.quorum?.message}><input type="number" inputMode="numeric" min={1} {...register("quorum", { valueAsNumber: true })} /></Field>
      </div>
      <div className="grid gap-1">
        <Chips legend="计分方法" options={scoringRule.options} error={errors.rule?.message} {...register("rule")} />
        <p role="status" className="text-sm text-ink-2">{ruleMeans[rule]}。</p>
      </div>
      <PlanCriteria form={form} errors={errors} sameLevels={sameLevels} />
      <PlanLevels form={form} errors={errors} />
      <PlanJudges candidates={candidates} chosen={judgeIds} error={errors.judgeIds?.message ?? errors.judgeIds?.root?.message} choose={(ids) => form.setValue("judgeIds", ids, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })} />
      <div className="grid gap-2 lg:max-w-sm">
        <FormEnd submit="存下答辩安排" busy={isSubmitting} refused={amiss} />
        {planned && <LinkButton variant="quiet" href={back}>不改了</LinkButton>}
      </div>
    </form>
  );
}
