"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { AssignmentForm, EndAssignmentForm } from "@/lib/villages/forms";
import { serving } from "@/lib/words/assignment";
import { Done, FormEnd, keep } from "../people/form-end";
import { endAssignment, openAssignment } from "./actions";

type Choice = { id: string; name: string; department?: string };
type Props = { villageId: string; grids: readonly Choice[]; people: readonly Choice[]; today: string };

export function OpenAssignmentForm({ villageId, grids, people, today }: Props) {
  const blank = () => ({ id: newId<"assignment">(), personId: "", villageId, way: "village" as const, gridId: grids[0]?.id ?? "", householdCode: "", startedOn: today });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(AssignmentForm, openAssignment, blank, keep);
  const way = form.watch("way");
  const ways = serving.options.filter(({ value }) => value !== "grid" || grids.length > 0);
  if (sent) return <Done title="已安排">从下一次打开页面起有效</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="由谁来做" id="personId" error={errors.personId?.message}>
        <select {...register("personId")}>
          <option value="">选择人员</option>
          {people.map(({ id, name, department }) => <option key={id} value={id}>{department ? `${name}（${department}）` : name}</option>)}
        </select>
      </Field>
      <Chips legend="做什么" options={ways} error={errors.way?.message} {...register("way")} />
      {way === "grid" && (
        <Field label="网格" id="gridId" error={errors.gridId?.message}>
          <select {...register("gridId")}>{grids.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
        </Field>
      )}
      {way === "household" && (
        <Field label="户号" id="householdCode" error={errors.householdCode?.message}><input autoComplete="off" {...register("householdCode")} /></Field>
      )}
      <Field label="从哪天起" id="startedOn" error={errors.startedOn?.message}><input type="date" {...register("startedOn")} /></Field>
      <FormEnd submit="安排人员" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type EndProps = { assignmentId: string; name: string; startedOn: string; today: string };

export function EndAssignmentCard({ assignmentId, name, startedOn, today }: EndProps) {
  const blank = () => ({ assignmentId, endedOn: today });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(EndAssignmentForm, endAssignment, blank, keep);
  if (sent) return <Done title="已结束" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {startedOn > today && <p className="text-ink-2">这项安排还没有开始，结束后不再保留。</p>}
      <Field label="最后一天" id="endedOn" hint={`${startedOn} 开始`} error={errors.endedOn?.message}><input type="date" max={today} {...register("endedOn")} /></Field>
      <FormEnd submit={`结束 ${name} 的安排`} danger busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
