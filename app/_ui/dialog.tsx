"use client";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";

type DialogProps = { open: boolean; onClose: () => void; title: ReactNode; wide?: boolean; children: ReactNode };

/** The browser's own dialog: it keeps the focus inside and Esc closes it. Anything with `data-close` closes it too. */
export function Dialog({ open, onClose, title, wide = false, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open) box.current?.close();
  }, [open]);

  const closeOnRequest = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("[data-close]")) onClose();
  };

  return (
    <dialog ref={box} aria-labelledby={heading} onClose={onClose} onClick={closeOnRequest}
      className={classes(sheet, wide ? "lg:max-w-3xl" : "lg:max-w-lg")}>
      <header className={head}>
        <h2 id={heading}>{title}</h2>
        <Button variant="quiet" data-close>关闭</Button>
      </header>
      <div className="p-4">{open && children}</div>
    </dialog>
  );
}

const head = "sticky top-0 flex items-center justify-between gap-2 border-b border-line bg-bg py-1 pr-1 pl-4";
const sheet =
  "m-auto max-h-[90dvh] w-full max-w-none overflow-y-auto text-left whitespace-normal rounded-2 border border-line bg-bg text-ink shadow-2 " +
  "backdrop:bg-veil max-lg:mb-0 max-lg:rounded-b-none";

type DialogButtonProps = {
  label: ReactNode;
  title: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  wide?: boolean;
  className?: string;
  children: ReactNode;
};

/** A button and the dialog it opens; `children` may come from the server. */
export function DialogButton({ label, title, wide = false, children, ...look }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" {...look} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} wide={wide}>{children}</Dialog>
    </>
  );
}
