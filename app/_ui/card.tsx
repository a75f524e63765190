import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";

type CardProps = { title?: ReactNode; aside?: ReactNode; flush?: boolean; className?: string; children: ReactNode };

/** A white sheet on the grey ground. `flush` for lists that bring their own padding. */
export function Card({ title, aside, flush = false, className, children }: CardProps) {
  return (
    <section className={classes("min-w-0 rounded-2 border border-line bg-bg", className)}>
      {title && (
        <header className="flex min-h-tap items-center justify-between gap-2 border-b border-line px-3 py-1">
          <h2 className="text-base">{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? "" : "p-3"}>{children}</div>
    </section>
  );
}
