"use client";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

type FormEndProps = { submit: string; busy: boolean; refused?: string | undefined; danger?: boolean };

/** The last lines of a form in a dialog: what the server says of the whole, and the one button. */
export function FormEnd({ submit, busy, refused, danger = false }: FormEndProps) {
  return (
    <>
      {refused && <Notice tone="danger">{refused}</Notice>}
      <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy} wide>{submit}</Button>
    </>
  );
}

/** For `useActionForm`: the form is not made fresh, for what follows takes its place. */
export const keep = () => false;

/** What stands where the form was. */
export function Done({ title, children }: { title: string; children?: ReactNode }) {
  return <Notice tone="ok" title={title} action={<Button data-close>关闭窗口</Button>}>{children}</Notice>;
}
