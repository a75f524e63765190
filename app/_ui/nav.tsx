import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import { To } from "@/app/_ui/to";

export type NavItem = { href: string; label: string; icon: ReactNode };

const listRow = "flex min-h-tap items-center gap-3 px-3 hover:bg-bg-2 [&>svg]:size-5 [&>svg]:text-ink-2";

/** Every place as a list of rows: what the rail is at the desk, 我的 is on the phone. */
export function NavList({ items, label }: { items: readonly NavItem[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="divide-y divide-line rounded-2 border border-line bg-bg">
        {items.map((item) => (
          <li key={item.href}>
            <To href={item.href} className={listRow}>
              {item.icon}
              <span className="flex-1">{item.label}</span>
              <Icon name="chevron-right" />
            </To>
          </li>
        ))}
      </ul>
    </nav>
  );
}
