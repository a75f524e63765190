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

const line = "flex min-h-tap items-center gap-2.5 px-3 py-2";

/** Bold name, one line of what, the time top right. The row is the link; `actions` stand under it, on their own. */
export function CardRow({ href, actions, ...facts }: CardRowProps) {
  return (
    <li>
      {href ? (
        <To href={href} className={classes(line, "rounded-2 -outline-offset-3! hover:bg-bg-2")}>
          <RowFacts {...facts} />
        </To>
      ) : (
        <div className={line}>
          <RowFacts {...facts} />
        </div>
      )}
      {actions && <div className="flex flex-wrap gap-2 px-3 pb-2">{actions}</div>}
    </li>
  );
}

function RowFacts({ title, meta, aside, icon }: Omit<CardRowProps, "href" | "actions">) {
  return (
    <>
      {icon && <span className="flex-none self-start pt-0.5 text-ink-2 [&>svg]:size-5">{icon}</span>}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span className="font-semibold">{title}</span>
          {aside && <span className="flex-none text-sm text-ink-2">{aside}</span>}
        </span>
        {meta && <span className="block text-sm text-ink-2">{meta}</span>}
      </span>
    </>
  );
}
