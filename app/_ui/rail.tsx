import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/app/_ui/icon";

/** A page one can go to from everywhere. It is sent with every page, so it says no more than it must. */
export type Place = { href: string; label: string; icon: IconName };

const dock = "dock fixed inset-x-0 bottom-0 z-20 border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] lg:hidden";

/** The desk's left rail: one row a place. */
export const Rail = ({ places }: { places: readonly Place[] }) => (
  <ul className="rail grid gap-0.5"><Links places={places} /></ul>
);

/** The phone's bottom bar: four places under the thumb. */
export const Dock = ({ places }: { places: readonly Place[] }) => (
  <nav aria-label="底部导航" className={dock}>
    <ul className="grid auto-cols-fr grid-flow-col"><Links places={places} /></ul>
  </nav>
);

/** Marks the place one is in: the deepest of its list that leads to this page. */
function Links({ places }: { places: readonly Place[] }) {
  const path = usePathname();
  const leading = places.filter(({ href }) => path === href || (href !== "/" && path.startsWith(`${href}/`)));
  const current = leading.toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
  return places.map(({ href, label, icon }) => (
    <li key={href}>
      <a href={href} aria-current={href === current ? "page" : undefined}>
        <Icon name={icon} />
        {label}
      </a>
    </li>
  ));
}
