import type { ReactNode } from "react";
import type { Tone } from "@/app/_ui/badge";
import { classes } from "@/app/_ui/classes";
import { To } from "@/app/_ui/to";

const inks: Record<Tone, string> = {
  neutral: "text-ink", info: "text-primary", ok: "text-ok", warn: "text-warn", danger: "text-danger",
};

type StatProps = { href: string; label: string; number: ReactNode; tone?: Tone; note?: ReactNode; current?: boolean };

/** A number that opens exactly the list it counts. `current` marks the one the list below shows now. */
export function Stat({ href, label, number, tone = "neutral", note, current = false }: StatProps) {
  return (
    <To href={href} aria-current={current || undefined} className={classes(
      "flex min-h-tap flex-col rounded-2 border bg-bg px-2.5 py-1.5 hover:border-primary lg:min-h-15.5",
      current ? "border-primary shadow-[inset_0_0_0_1px_var(--color-primary)]" : "border-line",
    )}>
      <span className="text-xs leading-snug lg:truncate lg:text-base lg:leading-snug">{label}</span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className={classes("text-2xl leading-tight font-semibold whitespace-nowrap", inks[tone])}>{number}</span>
        {note && <span className="text-xs text-ink-2">{note}</span>}
      </span>
    </To>
  );
}

/** Six in a line at the desk, three or two on the phone. */
export function StatRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
      {children}
    </div>
  );
}
