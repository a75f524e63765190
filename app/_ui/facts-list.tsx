import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";

export type Fact = { label: ReactNode; value: ReactNode };

type FactsListProps = { facts: readonly Fact[]; columns?: 1 | 2 | 3; className?: string };

/** Facts under their names. What is not known shows 「--」. */
export function FactsList({ facts, columns = 1, className }: FactsListProps) {
  const width = classes(columns > 1 && "sm:grid-cols-2", columns > 2 && "xl:grid-cols-3");
  return (
    <dl className={classes("grid gap-x-6 gap-y-1.5", width, className)}>
      {facts.map(({ label, value }, place) => (
        <div key={place} className="grid grid-cols-[6em_1fr] gap-2">
          <dt className="text-ink-2">{label}</dt>
          <dd className="min-w-0">{value ?? "--"}</dd>
        </div>
      ))}
    </dl>
  );
}
