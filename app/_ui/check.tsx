import type { InputHTMLAttributes, ReactNode, Ref } from "react";

type CheckProps = InputHTMLAttributes<HTMLInputElement> & {
  label: ReactNode;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/** One yes or no in a form: the whole line is the target. Takes `{...register(name)}`. */
export function Check({ label, hint, type = "checkbox", ...input }: CheckProps) {
  return (
    <label className="flex min-h-tap items-center gap-2.5">
      <input type={type} {...input} />
      <span>
        {label}
        {hint && <span className="block text-sm text-ink-2">{hint}</span>}
      </span>
    </label>
  );
}
