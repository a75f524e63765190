"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Check } from "@/app/_ui/check";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { MemberForm, MemberRevision } from "@/lib/households/forms";
import { newId } from "@/lib/kernel/id";
import { type Kinship, kinship } from "@/lib/words/household";
import { addMember, reviseMember } from "./actions";
import { FormDialog, FormFoot } from "./form-dialog";

export function AddMemberButton({ householdId }: { householdId: string }) {
  return (
    <FormDialog label="添加成员" title="添加家庭成员" size="row" variant="quiet">
      {(close) => <AddMember householdId={householdId} close={close} />}
    </FormDialog>
  );
}

function AddMember({ householdId, close }: { householdId: string; close: () => void }) {
  const blank = () => ({ id: newId<"member">(), householdId, name: "", birthYear: "", minor: false });
  const { register, submit, errors, isSubmitting } = useActionForm(MemberForm, addMember, blank, close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="姓名" id="name" error={errors.name?.message}><input type="text" autoComplete="off" {...register("name")} /></Field>
      <Chips legend="和户主的关系" options={relations} error={errors.kinship?.message} {...register("kinship")} />
      <Field label="出生年份" id="birthYear" hint="如 1962" optional error={errors.birthYear?.message}>
        <input type="text" inputMode="numeric" autoComplete="off" {...register("birthYear")} />
      </Field>
      <Check label="未满 14 岁" hint="不知道出生年份时勾选；孩子只计人数，不显示姓名" {...register("minor")} />
      <FormFoot label="添加成员" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}

const relations = kinship.options.filter((option) => option.value !== "householder");

type Member = { id: string; kinship: Kinship; name: string; shown: boolean; minor: boolean; birthYear?: string };
type Props = { householdId: string; member: Member };

export function ReviseMemberButton(props: Props) {
  return (
    <FormDialog label="修改" title={`修改家庭成员 ${props.member.name}`} size="row" variant="quiet">
      {(close) => <ReviseMember {...props} close={close} />}
    </FormDialog>
  );
}

/** What the reviser may not see arrives empty, and empty keeps what is there. */
function ReviseMember({ householdId, member, close }: Props & { close: () => void }) {
  const { id, kinship: relation, shown, minor, birthYear = "" } = member;
  const blank = () => ({ memberId: id, householdId, kinship: relation, name: shown ? member.name : "", birthYear, minor });
  const { register, submit, errors, isSubmitting } = useActionForm(MemberRevision, reviseMember, blank, close);
  const keep = shown ? {} : { hint: "留空就不改" };
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="姓名" id="name" {...keep} error={errors.name?.message}><input type="text" autoComplete="off" {...register("name")} /></Field>
      {relation !== "householder" && <Chips legend="和户主的关系" options={relations} error={errors.kinship?.message} {...register("kinship")} />}
      <Field label="出生年份" id="birthYear" hint={shown ? "如 1962" : "留空就不改"} optional error={errors.birthYear?.message}>
        <input type="text" inputMode="numeric" autoComplete="off" {...register("birthYear")} />
      </Field>
      {!birthYear && <Check label="未满 14 岁" {...register("minor")} />}
      <FormFoot label="保存成员" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
