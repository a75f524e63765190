"use client";
import { useState } from "react";
import { type DefaultValues, type FieldPath, type FieldValues, type Resolver, useForm } from "react-hook-form";
import type { Outcome } from "./action";

/**
 * A react-hook-form whose last word is the server's. `blank` makes a fresh form, with a fresh id in it.
 * `done` hears of success; where it returns false the form keeps what was typed.
 */
export function useCheckedForm<Input extends FieldValues, Form>(
  resolver: Resolver<Input, unknown, Form>,
  send: (input: Input) => Promise<Outcome<Input>>,
  blank: () => DefaultValues<Input>,
  done?: (sent: Input) => boolean | void,
) {
  const [defaultValues] = useState(blank);
  const form = useForm<Input, unknown, Form>({ resolver, defaultValues, mode: "onSubmit" });

  const submit = form.handleSubmit(async () => {
    const outcome = await send(form.getValues()).catch(() => unreachable<Input>());
    if (outcome.ok) {
      if (done?.(form.getValues()) !== false) form.reset(blank());
      return;
    }
    if (outcome.message) form.setError("root", { message: outcome.message, type: outcome.signedOut ? "signedOut" : "refused" });
    for (const [field, message] of Object.entries<string | undefined>(outcome.fields))
      if (message) form.setError(field as FieldPath<Input>, { message }, { shouldFocus: true });
  });

  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const onSubmit = (event: React.FormEvent) => void submit(event);
  return { form, register: form.register, submit: onSubmit, errors, isSubmitting, sent: isSubmitSuccessful };
}

const unreachable = <Input extends FieldValues>(): Outcome<Input> => ({
  ok: false,
  message: "没能连上服务器。内容还在这页上，过一会儿再试",
  fields: {},
});
