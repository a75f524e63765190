"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import { SignInForm } from "@/lib/accounts/forms";

const offline = "没能连上服务器。看看网络，过一会儿再点“登录”";

/** What the gate says is shown as it is; anything in another language is a mishap on the way there. */
const inWords = (error: string): string => (/\p{Script=Han}/u.test(error) ? error : offline);

/** `entered` where the page itself goes on afterwards, for what rests in it. */
export function SignInCard({ next, entered }: { next: string; entered?: () => void }) {
  const [shown, setShown] = useState(false);
  const { register, handleSubmit, setError, resetField, formState } = useForm({ resolver: zodResolver(SignInForm), defaultValues: { account: "", password: "" } });
  const { errors, isSubmitting, isSubmitSuccessful } = formState;

  const enter = handleSubmit(async (typed) => {
    const answer = await signIn("credentials", { ...typed, redirect: false, callbackUrl: next }).catch(() => undefined);
    if (answer?.ok && !answer.error) return entered ? entered() : location.assign(next);
    resetField("password");
    setError("password", { message: inWords(answer?.error ?? offline) }, { shouldFocus: true });
  });

  return (
    <form method="post" onSubmit={(event) => void enter(event)} noValidate className="grid gap-3 rounded-2 border border-line bg-bg p-4">
      <Field label="账号" id="account" error={errors.account?.message}>
        <input autoComplete="username" autoCapitalize="none" spellCheck={false} enterKeyHint="next" {...register("account")} />
      </Field>
      <Field label="密码" id="password" error={errors.password?.message}>
        <input type={shown ? "text" : "password"} autoComplete="current-password" enterKeyHint="go" {...register("password")} />
      </Field>
      <Check label="显示密码" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
      <Button type="submit" variant="primary" wide busy={isSubmitting || isSubmitSuccessful}>登录</Button>
    </form>
  );
}
