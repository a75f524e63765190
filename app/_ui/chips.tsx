import type { ChangeEventHandler, FocusEventHandler, InputHTMLAttributes, ReactNode, Ref } from "react";
import type { Notes } from "@/app/_ui/field";
import { Fieldset } from "@/app/_ui/fieldset";

export type ChipOption = { value: string; label: ReactNode; disabled?: boolean };

type ChipsProps = Notes & {
  legend: ReactNode;
  name: string;
  options: readonly ChipOption[];
  /** `radio`: one of them. `checkbox`: as many as fit. */
  type?: "radio" | "checkbox";
  /** What is chosen: the start in a plain form, the state when `onChange` is given too. Not with `register`. */
  chosen?: string | readonly string[];
  id?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  onBlur?: FocusEventHandler<HTMLInputElement>;
};

/** Wrapped 44 px chips, all visible at once. Use as `<Chips legend="…" options={…} {...register("topic")} />`. */
export function Chips({ legend, name, options, type = "radio", chosen, id = name, ...more }: ChipsProps) {
  const { hint, error, optional, className, ref, onChange, onBlur } = more;
  const group = { type, name, ...(onChange && { onChange }), ...(onBlur && { onBlur }), ...(ref && { ref }) };
  const mark = (value: string) => {
    if (chosen === undefined) return {};
    const isChosen = [chosen].flat().includes(value);
    return onChange ? { checked: isChosen } : { defaultChecked: isChosen };
  };
  return (
    <Fieldset legend={legend} id={id} {...{ hint, error, optional }} {...(className && { className })}>
      <div className="flex flex-wrap gap-1.5">
        {options.map(({ label, ...option }, place) => (
          <label key={option.value} className={chip}>
            <ChipInput {...option} {...(place === 0 && { id })} {...mark(option.value)} {...group} />
            {label}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

function ChipInput(input: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return <input className="absolute inset-0 size-full cursor-pointer opacity-0" {...input} />;
}

const chip =
  "relative inline-flex min-h-tap min-w-tap items-center justify-center rounded-1 border border-control bg-bg px-3 " +
  "leading-tight select-none hover:bg-primary-bg has-checked:border-primary has-checked:bg-primary-bg " +
  "has-checked:font-semibold has-checked:text-primary has-checked:shadow-[inset_0_0_0_1px_var(--color-primary)] " +
  "has-disabled:border-line has-disabled:bg-bg-3 has-disabled:text-ink-2 " +
  "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";
