"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { digitsIn, isEasy } from "./code";

type Props = {
  submit: string;
  /** Asks twice, and turns away what is easily guessed: for a new one. */
  again?: boolean;
  /** Resolves to what is wrong with it, if anything is. */
  enter: (code: string) => Promise<string | void>;
};

const box = { type: "password", inputMode: "numeric", autoComplete: "off", maxLength: 12, className: "tracking-[0.5em]" } as const;

/** Six digits. Said of them is only what the person can mend. */
export function CodeForm({ submit, again = false, enter }: Props) {
  const [errors, setErrors] = useState<{ code?: string; twice?: string }>({});
  const [busy, setBusy] = useState(false);
  const send = async (form: HTMLFormElement) => {
    const [code = "", twice = code] = [...form.querySelectorAll("input")].map(({ value }) => digitsIn(value));
    const wrong = faultsOf(code, twice, again);
    setErrors(wrong);
    if (wrong.code || wrong.twice) return;
    setBusy(true);
    const refused = await enter(code).catch(() => "没能存下来，再试一次");
    setBusy(false);
    if (!refused) return;
    form.reset();
    setErrors({ code: refused });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(event.currentTarget);
  };
  return (
    <form onSubmit={onSubmit} noValidate autoComplete="off" className="grid gap-3">
      <Field label="6 位口令" id="code" error={errors.code}><input enterKeyHint={again ? "next" : "go"} {...box} /></Field>
      {again && <Field label="再输一次口令" id="twice" error={errors.twice}><input enterKeyHint="done" {...box} /></Field>}
      <Button type="submit" variant="primary" wide busy={busy}>{submit}</Button>
    </form>
  );
}

function faultsOf(code: string, twice: string, isNew: boolean): { code?: string; twice?: string } {
  if (!/^\d{6}$/.test(code)) return { code: /^\d*$/.test(code) ? `口令是 6 位数字，现在是 ${code.length} 位` : "口令只用数字，一共 6 位" };
  if (isNew && isEasy(code)) return { code: "这个口令太好猜，换一个" };
  return code === twice ? {} : { twice: "两次输的口令不一样，再输一次" };
}
