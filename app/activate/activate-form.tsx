"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button, LinkButton } from "@/app/_ui/button";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { ActivateForm } from "@/lib/accounts/forms";
import { keep } from "@/app/(desk)/people/form-end";
import { activate } from "./actions";

const blank = () => ({ account: "", code: "", fresh: "", again: "" });

export function ActivateCard() {
  const [shown, setShown] = useState(false);
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ActivateForm, activate, blank, keep);
  const type = shown ? "text" : "password";
  if (sent) return <Notice tone="ok" title="密码设好了" action={<LinkButton variant="primary" href="/sign-in">去登录</LinkButton>}>以后用账号和新密码登录</Notice>;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-3 rounded-2 border border-line bg-bg p-4">
      <Field label="账号" id="account" hint="也在纸条上，多半是姓名拼音" error={errors.account?.message}>
        <input autoComplete="username" autoCapitalize="none" spellCheck={false} {...register("account")} />
      </Field>
      <Field label="激活码" id="code" hint="大小写、横线、空格都不要紧" error={errors.code?.message}>
        <input autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} {...register("code")} />
      </Field>
      <Field label="新密码" id="fresh" hint="至少 12 个字符，字母大小写、数字、符号用上三种" error={errors.fresh?.message}>
        <input type={type} autoComplete="new-password" {...register("fresh")} />
      </Field>
      <Field label="再输一次新密码" id="again" error={errors.again?.message}>
        <input type={type} autoComplete="new-password" {...register("again")} />
      </Field>
      <Check label="显示密码" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <Button type="submit" variant="primary" wide busy={isSubmitting}>设好密码</Button>
    </form>
  );
}
