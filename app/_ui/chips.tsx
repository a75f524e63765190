import type { ChangeEventHandler, FocusEventHandler, ReactNode, Ref } from "react";
import type { Notes } from "@/app/_ui/field";
import { Fieldset } from "@/app/_ui/fieldset";

export type ChipOption = { value: string; label: ReactNode; disabled?: boolean };

type ChipsProps = Notes & {
  legend: ReactNode;
  name: string;
  options: readonly ChipOption[];
  /** `radio`: one of them. `checkbox`: as many as fit. */
  type?: "radio" | "checkbox";
  /** For plain forms; react-hook-form brings its own default. */
  chosen?: string | readonly string[];
  id?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  onBlur?: FocusEventHandler<HTMLInputElement>;
};

/** Wrapped 44 px chips, all visible at once. Use as `<Chips legend="…" options={…} {...register("topic")} />`. */
export function Chips({ legend, name, options, type = "radio", chosen, id = name, hint, error, ...more }: ChipsProps) {
  const { optional, className, ref, onChange, onBlur } = more;
  const events = { ...(onChange && { onChange }), ...(onBlur && { onBlur }), ...(ref && { ref }) };
  const notes = { hint, error, ...(optional && { optional }), ...(className && { className }) };
  return (
    <Fieldset legend={legend} id={id} {...notes}>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option, place) => (
          <Chip key={option.value} type={type} name={name} {...(place === 0 && { id })} {...option}
            {...(chosen !== undefined && { defaultChecked: [chosen].flat().includes(option.value) })} {...events} />
        ))}
      </div>
    </Fieldset>
  );
}

type ChipProps = ChipOption & {
  type: "radio" | "checkbox";
  name: string;
  id?: string;
  defaultChecked?: boolean;
  ref?: Ref<HTMLInputElement>;
};

function Chip({ label, disabled = false, ...input }: ChipProps) {
  return (
    <label className={chip}>
      <input disabled={disabled} className="absolute inset-0 size-full cursor-pointer opacity-0" {...input} />
      {label}
    </label>
  );
}

const chip =
  "relative inline-flex min-h-tap min-w-tap items-center justify-center rounded-1 border border-control bg-bg px-3 " +
  "leading-tight select-none hover:bg-primary-bg has-checked:border-primary has-checked:bg-primary-bg " +
  "has-checked:font-semibold has-checked:text-primary has-checked:shadow-[inset_0_0_0_1px_var(--color-primary)] " +
  "has-disabled:border-line has-disabled:bg-bg-3 has-disabled:text-ink-2 " +
  "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";
