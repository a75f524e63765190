"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { LeaveForm, RenameForm, RevisePersonForm } from "@/lib/people/forms";
import type { Person } from "@/lib/people/reads";
import { letLeave, renameAccount, revisePerson } from "../actions";
import { Done, FormEnd, keep } from "../form-end";
import { PersonFields } from "../person-fields";

export function ReviseForm({ person }: { person: Person }) {
  const { id: personId, version, name, roles, department, title, staffNo } = person;
  const blank = () => ({ personId, version, name, roles, department, title, staffNo: staffNo ?? "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(RevisePersonForm, revisePerson, blank, keep);
  if (sent) return <Done title="已保存">角色的变化从下一次打开页面起有效</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <PersonFields register={register} errors={errors} held={roles} />
      <FormEnd submit="保存资料" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function LeaveCard({ person }: { person: Pick<Person, "id" | "name"> }) {
  const blank = () => ({ personId: person.id, reason: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(LeaveForm, letLeave, blank, keep);
  if (sent) return <Done title={`${person.name} 已离岗`} />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Notice tone="warn">
        从现在起 {person.name} 不能再登录；联村、包户和结对今天结束；等他批阅的和他自己待批阅的走访日志转到党建办。写过的日志都保留。
      </Notice>
      <Field label="离岗原因" id="reason" hint="会记入台账" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <FormEnd submit={`办理 ${person.name} 离岗`} danger busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function RenameCard({ account }: { account: { id: string; name: string } }) {
  const blank = () => ({ accountId: account.id, account: account.name });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(RenameForm, renameAccount, blank, keep);
  if (sent) return <Done title="账号改好了">记得告诉本人，下次登录用新账号</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="账号" id="account" error={errors.account?.message}><input autoCapitalize="none" spellCheck={false} {...register("account")} /></Field>
      <FormEnd submit="修改账号" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
