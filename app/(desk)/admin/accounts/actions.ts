"use server";
import type { FieldValues } from "react-hook-form";
import type * as z from "zod/mini";
import { action, attempt, type Outcome, signedOutWords } from "@/app/_kit/action";
import * as acts from "@/lib/accounts/acts-admin";
import { AccountReasonForm, AllCodesForm, StepUpForm, type StepUpInput } from "@/lib/accounts/forms";
import type { Desk } from "@/lib/gate/desk";
import { deskOfRequest } from "@/lib/gate/session";

export const disableAccount = action(StepUpForm, acts.disableAccount);
export const enableAccount = action(StepUpForm, acts.enableAccount);
export const unlockAccount = action(AccountReasonForm, acts.unlockAccount);
export const endAllSessions = action(AccountReasonForm, acts.endAllSessions);

type Answer<Input extends FieldValues> = Outcome<Input> & { slips?: acts.Slip[] };

/** The one outcome that carries something: codes are shown once, in answer to the press that made them. */
async function withSlips<Input extends FieldValues, Form>(
  schema: z.core.$ZodType<Form, Input>, input: Input, act: (desk: Desk, form: Form) => Promise<acts.Slip[]>,
): Promise<Answer<Input>> {
  const desk = await deskOfRequest();
  if (!desk) return { ok: false, message: signedOutWords, fields: {}, signedOut: true };
  let slips: acts.Slip[] = [];
  const outcome = await attempt(schema, input, async (form) => {
    slips = await act(desk, form);
  });
  return outcome.ok ? { ...outcome, slips } : outcome;
}

export async function issueActivation(input: StepUpInput): Promise<Answer<StepUpInput>> {
  return withSlips(StepUpForm, input, async (desk, form) => [await acts.issueActivation(desk, form)]);
}

export async function issueAll(input: AllCodesForm): Promise<Answer<AllCodesForm>> {
  return withSlips(AllCodesForm, input, acts.issueAll);
}
