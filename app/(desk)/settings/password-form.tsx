"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import { passwordForm } from "@/lib/accounts/forms";
import { Done, FormEnd, keep } from "../people/form-end";
import { changePassword } from "./actions";

const blank = () => ({ password: "", fresh: "", again: "" });

/** `own`: what leads to me and so must not stand in my password, told here so that everything is said at once. */
export function PasswordCard({ own }: { own: readonly string[] }) {
  const [shown, setShown] = useState(false);
  const { register, submit, errors, isSubmitting, sent } = useActionForm(passwordForm(own), changePassword, blank, keep);
  const type = shown ? "text" : "password";
  if (sent) return <Done title="密码改好了">其他设备上的登录已退出，这台不受影响</Done>;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-3">
      <Field label="现在的密码" id="password" error={errors.password?.message}><input type={type} autoComplete="current-password" {...register("password")} /></Field>
      <Field label="新密码" id="fresh" hint="至少 12 个字符，字母大小写、数字、符号用上三种" error={errors.fresh?.message}>
        <input type={type} autoComplete="new-password" {...register("fresh")} />
      </Field>
      <Field label="再输一次新密码" id="again" error={errors.again?.message}><input type={type} autoComplete="new-password" {...register("again")} /></Field>
      <Check label="显示密码" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
      <FormEnd submit="修改密码" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
