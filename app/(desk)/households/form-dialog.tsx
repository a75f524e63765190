"use client";
import { type ReactNode, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Notice } from "@/app/_ui/notice";

type Props = { label: ReactNode; title: ReactNode; variant?: ButtonVariant; size?: ButtonSize; children: (close: () => void) => ReactNode };

/** A button, and a form that closes itself once the deed is done. Each opening is a fresh form with fresh ids. */
export function FormDialog({ label, title, children, ...look }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button aria-haspopup="dialog" {...look} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} onClose={close} title={title}>{children(close)}</Dialog>
    </>
  );
}

/** What the server said of the whole form, and the one button that sends it. */
export function FormFoot({ label, busy, said, variant = "primary" }: { label: string; busy: boolean; said: string | undefined; variant?: ButtonVariant }) {
  return (
    <>
      {said && <Notice tone="danger">{said}</Notice>}
      <Button type="submit" variant={variant} busy={busy} wide>{label}</Button>
    </>
  );
}
