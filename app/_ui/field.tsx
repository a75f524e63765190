import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { classes } from "@/app/_ui/classes";

type ControlProps = { id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean };
export type Notes = { hint?: ReactNode; error?: string | undefined; optional?: boolean | string | undefined };

type FieldProps = Notes & { label: ReactNode; id?: string; className?: string; children: ReactElement<ControlProps> };

/** One labelled native control. Give `id` (the field's name) when an ErrorSummary should lead here. */
export function Field({ label, id, hint, error, optional, className, children }: FieldProps) {
  const fallback = useId();
  const control = id ?? children.props.id ?? fallback;
  return (
    <div className={classes("grid gap-1.5", className)}>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <label htmlFor={control} className="font-semibold">
          {label}
        </label>
        <OptionalMark optional={optional} />
        <Hint id={control} hint={hint} />
      </div>
      {cloneElement(children, { id: control, ...described(control, { hint, error }) })}
      <FieldError id={control} error={error} />
    </div>
  );
}

/** What the control must say of its hint and error. For controls that cannot stand inside a Field. */
export const described = (id: string, { hint, error }: Notes): ControlProps => {
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { ...(notes && { "aria-describedby": notes }), ...(error && { "aria-invalid": true }) };
};

export function OptionalMark({ optional }: Pick<Notes, "optional">) {
  if (!optional) return null;
  return <span className="text-sm text-ink-2">{optional === true ? "选填" : optional}</span>;
}

export function Hint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <span id={`${id}-hint`} className="text-sm text-ink-2">
      {hint}
    </span>
  );
}

/** Always in the page, so that a screen reader hears the error arrive. */
export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  return (
    <p id={`${id}-error`} role="alert" className="text-sm text-danger empty:hidden [fieldset>&]:mt-1.5">
      {error && (
        <>
          <span aria-hidden>▲ </span>
          {error}
        </>
      )}
    </p>
  );
}
