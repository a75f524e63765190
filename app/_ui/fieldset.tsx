import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { described, FieldError, Hint, type Notes, OptionalMark } from "@/app/_ui/field";

type FieldsetProps = Notes & { legend: ReactNode; id: string; className?: string; children: ReactNode };

/** Several controls under one question: chips, a row of dates, two selects that belong together. */
export function Fieldset({ legend, id, hint, error, optional, className, children }: FieldsetProps) {
  return (
    <fieldset className={classes("min-w-0", className)} {...described(id, { hint, error })}>
      <legend className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{legend}</span>
        <OptionalMark optional={optional} />
        <Hint id={id} hint={hint} />
      </legend>
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
