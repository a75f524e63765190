import * as z from "zod/mini";
import { idSchema, written } from "@/lib/kernel/ask";
import { gapsInWords, passwordGaps } from "./rules";

const typed = (missing: string) => z.string(missing).check(z.minLength(1, missing), z.maxLength(512, "密码最多 128 个字符"));

/** The new password twice. `own` are the words its owner's password must not hold, as far as they are known here. */
const typedAccount = z.string().check(z.trim(), z.minLength(1, "填写账号"), z.maxLength(100, "账号最多 32 个字符"));

function twice({ fresh, again }: { fresh: string; again: string }, ctx: z.core.$RefinementCtx, own: readonly string[]): void {
  const gaps = passwordGaps(fresh, own);
  if (gaps.length) ctx.addIssue({ code: "custom", path: ["fresh"], message: gapsInWords(gaps) });
  if (again !== fresh) ctx.addIssue({ code: "custom", path: ["again"], message: "两次输入的新密码不一样" });
}

export const SignInForm = z.strictObject({
  account: typedAccount,
  password: typed("填写密码"),
});
export type SignInForm = z.output<typeof SignInForm>;

export const ActivateForm = z
  .strictObject({
    account: typedAccount,
    code: z.string().check(z.minLength(1, "填写激活码"), z.maxLength(80, "激活码最多 80 个字符")),
    fresh: typed("填写新密码"),
    again: z.string(),
  })
  .check(z.superRefine((form, ctx) => twice(form, ctx, [form.account])));
export type ActivateForm = z.output<typeof ActivateForm>;

/** The browser knows its owner's words and can say everything at once; the server looks them up itself. */
export const passwordForm = (own: readonly string[]) =>
  z
    .strictObject({ password: typed("填写现在的密码"), fresh: typed("填写新密码"), again: z.string() })
    .check(z.superRefine((form, ctx) => twice(form, ctx, own)));
export const PasswordForm = passwordForm([]);
export type PasswordForm = z.output<typeof PasswordForm>;

const sessionId = z.string().check(z.regex(/^[0-9a-f]{64}$/, "页面上的编号不对，刷新后再试"));
export const EndSessionForm = z.strictObject({ sessionId });
export type EndSessionForm = z.output<typeof EndSessionForm>;

const why = written("原因", 100, 2, "写一写原因");

/** A deed of the admin upon an account: why, and the admin's own password. */
export const StepUpForm = z.strictObject({ accountId: idSchema<"account">(), reason: why, password: typed("填写你自己的密码") });
export type StepUpForm = z.output<typeof StepUpForm>;
export type StepUpInput = z.input<typeof StepUpForm>;

export const AllCodesForm = z.strictObject({ reason: why, password: typed("填写你自己的密码") });
export type AllCodesForm = z.output<typeof AllCodesForm>;

export const AccountReasonForm = z.strictObject({ accountId: idSchema<"account">(), reason: why });
export type AccountReasonForm = z.output<typeof AccountReasonForm>;
