import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { To } from "@/app/_ui/to";

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

/** A list of rows one taps: phone lists, what waits today. */
export function CardList({ label, className, children }: { label?: string; className?: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={classes("divide-y divide-line rounded-2 border border-line bg-bg", className)}>
      {children}
    </ul>
  );
}

type CardRowProps = {
  href?: string;
  title: ReactNode;
  meta?: ReactNode;
  /** Top right: the days left, a badge. */
  aside?: ReactNode;
  icon?: ReactNode;
  /** Buttons under the row, outside its link. */
  actions?: ReactNode;
};

/** Bold name, one line of what, the time top right. The whole row is the link; `actions` stay their own. */
export function CardRow({ href, title, meta, aside, icon, actions }: CardRowProps) {
  return (
    <li className="relative flex min-h-tap gap-2.5 px-3 py-2 has-[a:hover]:bg-bg-2">
      {icon && <span className="mt-0.5 flex-none text-ink-2 [&>svg]:size-5">{icon}</span>}
      <div className="min-w-0 flex-1 self-center">
        <div className="flex items-baseline justify-between gap-2">
          {href ? <To href={href} className="font-semibold after:absolute after:inset-0 after:rounded-1">{title}</To>
            : <span className="font-semibold">{title}</span>}
          {aside && <span className="flex-none text-sm text-ink-2">{aside}</span>}
        </div>
        {meta && <div className="text-sm text-ink-2">{meta}</div>}
        {actions && <div className="relative mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </li>
  );
}
