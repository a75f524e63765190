import "server-only";
import { refresh } from "next/cache";
import type { FieldPath, FieldValues } from "react-hook-form";
import * as z from "zod/mini";
import type { Desk } from "@/lib/gate/desk";
import { deskOfRequest } from "@/lib/gate/session";
import { Refusal } from "@/lib/kernel/refusal";

/** What a form hears back: done, or why not — worded per field where a field is at fault. */
export type Outcome<Input extends FieldValues> =
  | { ok: true }
  | { ok: false; message?: string; fields: Partial<Record<FieldPath<Input>, string>>; signedOut?: boolean };

export const signedOutWords = "登录时间到了。刚写的内容还在这页上，重新登录后接着写";

/**
 * Turns a domain act into a server action: opens the desk, parses the form, words the refusal.
 * Nothing is cached between requests, so one `refresh()` after every success is all the invalidation there is.
 */
export function action<Input extends FieldValues, Form>(
  schema: z.core.$ZodType<Form, Input>,
  act: (desk: Desk, form: Form) => Promise<unknown>,
): (input: Input) => Promise<Outcome<Input>> {
  return async (input) => {
    const desk = await deskOfRequest();
    if (!desk) return { ok: false, message: signedOutWords, fields: {}, signedOut: true };
    const outcome = await attempt(schema, input, (form) => act(desk, form));
    if (outcome.ok) refresh();
    return outcome;
  };
}

/** Parses and does; shared with the route handlers, so that an act has one schema and one wording. */
export async function attempt<Input extends FieldValues, Form>(
  schema: z.core.$ZodType<Form, Input>,
  input: unknown,
  act: (form: Form) => Promise<unknown>,
): Promise<Outcome<Input>> {
  type Fields = Partial<Record<FieldPath<Input>, string>>;
  const form = z.safeParse(schema, input);
  if (!form.success) return faultsOf(form.error.issues);
  try {
    await act(form.data);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!error.field) return { ok: false, message: error.message, fields: {} };
    return { ok: false, fields: Object.fromEntries([[error.field, error.message]]) as Fields };
  }
}

const WHOLE = "送来的内容不全，刷新这一页再试";

/** Each fault under its field. What is amiss with the whole belongs to none: no form of ours sends that, a script does. */
function faultsOf<Input extends FieldValues>(issues: readonly z.core.$ZodIssue[]): Outcome<Input> {
  const whole = issues.find(({ path }) => path.length === 0);
  const said = issues.filter(({ path }) => path.length > 0).toReversed().map(({ path, message }) => [path.join("."), message]);
  const fields = Object.fromEntries(said) as Partial<Record<FieldPath<Input>, string>>;
  return { ok: false, ...(whole && { message: whole.code === "custom" ? whole.message : WHOLE }), fields };
}
