"use client";
import { type ReactNode, useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { AccountReasonForm, StepUpForm } from "@/lib/accounts/forms";
import type { AccountState } from "@/lib/words/account";
import { Done, FormEnd, keep } from "../../people/form-end";
import { disableAccount, enableAccount, endAllSessions, unlockAccount } from "./actions";
import { IssueCard } from "./code-forms";

type Account = { id: string; name: string; person: string; state: AccountState; sessions: number };

/** First what is to be done, then its own form: a deed upon somebody's account is never one press away. */
export function AccountDeeds({ account }: { account: Account }) {
  const { state, sessions } = account;
  const disabled = state === "disabled";
  const deeds: { value: string; label: string; form: ReactNode }[] = [
    ...(disabled ? [] : [{ value: "issue", label: "发激活码", form: <IssueCard account={account} /> }]),
    ...(state === "locked" ? [{ value: "unlock", label: "解锁账号", form: <ReasonForm account={account} deed="unlock" /> }] : []),
    ...(sessions > 0 ? [{ value: "end", label: `退出登录（${sessions} 处）`, form: <ReasonForm account={account} deed="end" /> }] : []),
    disabled ? { value: "enable", label: "启用账号", form: <SwitchForm account={account} deed="enable" /> } : { value: "disable", label: "停用账号", form: <SwitchForm account={account} deed="disable" /> },
  ];
  const [first] = useState(deeds);
  const [chosen, setChosen] = useState(first[0]!.value);
  return (
    <div className="grid gap-3">
      <Chips legend="要做什么" name="deed" options={first} chosen={chosen} onChange={(event) => setChosen(event.currentTarget.value)} />
      <div key={chosen}>{first.find(({ value }) => value === chosen)!.form}</div>
    </div>
  );
}

const reasons = {
  unlock: { send: unlockAccount, submit: "解锁账号", done: "已解锁，可以再试登录" },
  end: { send: endAllSessions, submit: "退出所有登录", done: "已退出，再进来要重新登录" },
};

function ReasonForm({ account, deed }: { account: Account; deed: keyof typeof reasons }) {
  const { send, submit: words, done } = reasons[deed];
  const blank = () => ({ accountId: account.id, reason: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(AccountReasonForm, send, blank, keep);
  if (sent) return <Done title={done} />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="原因" id="reason" hint="会记入台账" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <FormEnd submit={words} busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

const switches = {
  disable: { send: disableAccount, submit: "停用账号", done: "已停用，正在用的登录已退出" },
  enable: { send: enableAccount, submit: "启用账号", done: "已启用" },
};

function SwitchForm({ account, deed }: { account: Account; deed: keyof typeof switches }) {
  const { send, submit: words, done } = switches[deed];
  const blank = () => ({ accountId: account.id, reason: "", password: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(StepUpForm, send, blank, keep);
  if (sent) return <Done title={done} />;
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-3">
      <Field label="原因" id="reason" hint="会记入台账" error={errors.reason?.message}><input {...register("reason")} /></Field>
      <Field label="你自己的密码" id="password" error={errors.password?.message}><input type="password" autoComplete="current-password" {...register("password")} /></Field>
      <FormEnd submit={words} danger={deed === "disable"} busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
