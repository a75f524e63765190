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
  if (!form.success) {
    const issues = form.error.issues.toReversed().map((issue) => [issue.path.join("."), issue.message]);
    return { ok: false, fields: Object.fromEntries(issues) as Fields };
  }
  try {
    await act(form.data);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!error.field) return { ok: false, message: error.message, fields: {} };
    return { ok: false, fields: Object.fromEntries([[error.field, error.message]]) as Fields };
  }
}
