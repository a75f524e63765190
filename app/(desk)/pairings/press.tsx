"use client";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { Outcome } from "@/app/_kit/action";
import { Button, type ButtonSize, type ButtonVariant } from "@/app/_ui/button";

type PressProps<Input extends FieldValues> = {
  send: (input: Input) => Promise<Outcome<Input>>;
  input: Input;
  variant?: ButtonVariant;
  size?: ButtonSize;
  label?: string;
  children: string;
};

/** One press, one deed; a refusal stands beside the button in its own words. */
export function Press<Input extends FieldValues>({ send, input, label, children, ...look }: PressProps<Input>) {
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const press = async () => {
    setState({ busy: true });
    const outcome = await send(input).catch(() => undefined);
    const no = outcome?.ok ? undefined : (outcome?.message ?? firstOf(outcome?.fields) ?? "没能连上服务器，过一会儿再试");
    setState({ busy: false, no });
  };
  return (
    <>
      <Button {...look} aria-label={label} busy={state.busy} onClick={() => void press()}>{children}</Button>
      {state.no && <p role="alert" className="basis-full text-danger">▲ {state.no}</p>}
    </>
  );
}

const firstOf = (fields: object | undefined): string | undefined => Object.values(fields ?? {}).find((said): said is string => typeof said === "string");
