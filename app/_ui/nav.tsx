import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { NavLink } from "@/app/_ui/nav-link";
import { To } from "@/app/_ui/to";

export type NavItem = { href: string; label: string; icon: ReactNode; count?: number | undefined };
type Items = { items: readonly NavItem[] };

const hrefs = (items: readonly NavItem[]) => items.map((item) => item.href);

const here = "aria-[current=page]:font-semibold aria-[current=page]:text-primary";
const railRow =
  "flex min-h-[calc(var(--row)+2px)] items-center gap-2 rounded-1 px-2.5 leading-tight hover:bg-bg-2 " +
  `aria-[current=page]:bg-primary-bg [&>svg]:size-[1.125em] [&>svg]:flex-none ${here}`;
const dockPlace =
  "relative flex min-h-(--dock) flex-col items-center justify-center gap-0.5 text-xs leading-tight text-ink-2 " +
  `-outline-offset-3! [&>svg]:size-5.5 ${here}`;
const listRow = "flex min-h-tap items-center gap-3 px-3 hover:bg-bg-2 [&>svg]:size-5 [&>svg]:text-ink-2";
const pill = "rounded-full bg-primary px-1.5 text-xs leading-normal font-semibold text-on-primary";

/** The desk's left rail: one row a place. */
export function Rail({ items }: Items) {
  return (
    <ul className="grid gap-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <NavLink href={item.href} rivals={hrefs(items)} className={railRow}>
            {item.icon}
            <span className="min-w-0 flex-1">{item.label}</span>
            <Count count={item.count} />
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** The phone's bottom bar: four places under the thumb. */
export function Dock({ items }: Items) {
  return (
    <nav aria-label="底部导航" className="dock fixed inset-x-0 bottom-0 z-20 border-t border-line bg-bg
      pb-[env(safe-area-inset-bottom)] lg:hidden">
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink href={item.href} rivals={hrefs(items)} className={dockPlace}>
              {item.icon}
              {item.label}
              <span className="absolute top-1 left-1/2 ml-2"><Count count={item.count} /></span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every place as a list of rows: what the rail is at the desk, 我的 is on the phone. */
export function NavList({ items, label }: Items & { label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="divide-y divide-line rounded-2 border border-line bg-bg">
        {items.map((item) => (
          <li key={item.href}>
            <To href={item.href} className={listRow}>
              {item.icon}
              <span className="flex-1">{item.label}</span>
              <Count count={item.count} />
              <ChevronRight aria-hidden />
            </To>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ count }: { count: number | undefined }) {
  if (!count) return null;
  return <span className={pill}>{count}</span>;
}
