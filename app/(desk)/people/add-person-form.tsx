"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { PersonForm } from "@/lib/people/forms";
import { addPerson } from "./actions";
import { Done, FormEnd, keep } from "./form-end";
import { PersonFields } from "./person-fields";

const blank = () => ({ id: newId<"person">(), name: "", roles: [], department: "", title: "", staffNo: "", account: "" });

export function AddPersonForm() {
  const { register, submit, errors, isSubmitting, sent } = useActionForm(PersonForm, addPerson, blank, keep);
  if (sent) return <Done title="已新增">账号也建好了。让系统管理员发一张激活码，本人就能设密码登录</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <PersonFields register={register} errors={errors} />
      <Field label="账号" id="account" optional="不填就用姓名拼音" error={errors.account?.message}>
        <input autoComplete="off" autoCapitalize="none" spellCheck={false} {...register("account")} />
      </Field>
      <FormEnd submit="新增人员" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
