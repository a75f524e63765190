import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { To } from "@/app/_ui/to";

export type Tab = { href: string; label: ReactNode; count?: number | undefined; current?: boolean };

/** Views with an address each. They are links, so that back, copy and a new window work. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="flex overflow-x-auto overflow-y-hidden border-b border-line">
      {tabs.map((tab) => (
        <To key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined} className={classes(
          "inline-flex min-h-tap flex-none items-center gap-1.5 border-b-3 px-3 -outline-offset-3!",
          tab.current ? "border-primary font-semibold text-primary" : "border-transparent text-ink-2 hover:text-ink",
        )}>
          {tab.label}
          {tab.count !== undefined && <span className="rounded-full bg-bg-3 px-1.5 text-xs text-ink">{tab.count}</span>}
        </To>
      ))}
    </nav>
  );
}
