"use client";
import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { Field } from "@/app/_ui/field";
import { gate, type Gate } from "@/lib/words/topic";

type Dues = { dues: { gate: Gate; dueOn: string | null }[] };
type Props<Input extends Dues> = { lines: readonly { gate: Gate; closedOn: string | null }[]; register: UseFormRegister<Input>; errors: FieldErrors<Dues> };

/** A day per gate; one that was passed has had its day. */
export function DueFields<Input extends Dues>({ lines, register, errors }: Props<Input>) {
  // A form of more fields takes the names of these too: react-hook-form cannot be told so by a type.
  const own = register as unknown as UseFormRegister<Dues>;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9.25rem),1fr))] gap-3 lg:grid-cols-4">
      {lines.map(({ gate: at, closedOn }, i) => closedOn ? (
        <p key={at} className="grid content-start gap-1.5"><span className="font-semibold">{gate.label(at)}</span><span className="flex min-h-tap items-center text-ink-2">{closedOn} 过了</span></p>
      ) : (
        <Field key={at} label={gate.label(at)} id={`dues.${i}.dueOn`} error={errors.dues?.[i]?.dueOn?.message} className="min-w-0 grid-cols-1">
          <input type="date" {...own(`dues.${i}.dueOn`, { setValueAs: (v: string | null) => v || null })} />
        </Field>
      ))}
    </div>
  );
}
