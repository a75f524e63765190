import type { ComponentProps } from "react";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";

type Props = Pick<ComponentProps<"form">, "onSubmit"> & {
  label: string; busy: boolean; failed: string | undefined; error: string | undefined;
  /** What the form's hook says of the field `number`. */
  field: ComponentProps<"input">;
};

/** Any digits, thought of here and now; what follows from them nobody knows. */
export const NumberForm = ({ onSubmit, label, busy, failed, error, field }: Props) => (
  <form onSubmit={onSubmit} noValidate className="grid gap-3 sm:max-w-md">
    {failed && <Notice tone="danger">{failed}</Notice>}
    <Field label="一个数字" id="number" hint="当场想，1 到 12 位" error={error}>
      <input inputMode="numeric" autoComplete="off" enterKeyHint="go" {...field} />
    </Field>
    <div><Button type="submit" variant="primary" busy={busy} wide>{label}</Button></div>
  </form>
);
