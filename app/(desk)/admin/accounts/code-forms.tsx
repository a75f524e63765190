"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Field } from "@/app/_ui/field";
import type { Slip } from "@/lib/accounts/acts-admin";
import { AllCodesForm, StepUpForm } from "@/lib/accounts/forms";
import { FormEnd, keep } from "../../people/form-end";
import { issueActivation, issueAll } from "./actions";
import { CodeSheet } from "./code-sheet";

type Issue<Input, Answer> = (input: Input) => Promise<Answer & { slips?: Slip[] }>;

/** Keeps what the answer carries: it is said once and is nowhere else. */
function useSlips<Input, Answer>(issue: Issue<Input, Answer>) {
  const [slips, setSlips] = useState<Slip[]>();
  const send = async (input: Input) => {
    const answer = await issue(input);
    if (answer.slips) setSlips(answer.slips);
    return answer;
  };
  return { slips, send };
}

const reasonOf = (state?: string) => (state === "unopened" ? "新账号开通" : "");

export function IssueCard({ account }: { account: { id: string; state: string } }) {
  const { slips, send } = useSlips(issueActivation);
  const blank = () => ({ accountId: account.id, reason: reasonOf(account.state), password: "" });
  const { register, submit, errors, isSubmitting } = useActionForm(StepUpForm, send, blank, keep);
  if (slips) return <CodeSheet slips={slips} />;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-ink-2">激活码只显示一次，48 小时内用一次。以前发的那张作废；现在的密码在用码之前仍然有效。</p>
      <Field label="原因" id="reason" hint="会记入台账" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <Field label="你自己的密码" id="password" error={errors.password?.message}><input type="password" autoComplete="current-password" {...register("password")} /></Field>
      <FormEnd submit="发激活码" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function AllCodesCard({ count }: { count: number }) {
  const { slips, send } = useSlips(issueAll);
  const blank = () => ({ reason: reasonOf("unopened"), password: "" });
  const { register, submit, errors, isSubmitting } = useActionForm(AllCodesForm, send, blank, keep);
  if (slips) return <CodeSheet slips={slips} />;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-ink-2">给 {count} 个还没开通的账号各发一张激活码，打印出来剪开，当面交给本人。只显示这一次，48 小时内有效；以前发的作废。</p>
      <Field label="原因" id="reason" hint="会记入台账" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <Field label="你自己的密码" id="password" error={errors.password?.message}><input type="password" autoComplete="current-password" {...register("password")} /></Field>
      <FormEnd submit={`发 ${count} 张激活码`} busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
