"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { To } from "@/app/_ui/to";

type NavLinkProps = { href: string; rivals: readonly string[]; className: string; children: ReactNode };

/** Marks itself as the place one is in: the deepest link of its list that leads to this page. */
export function NavLink({ href, rivals, className, children }: NavLinkProps) {
  const path = usePathname();
  const current = leadsTo(href, path) && !rivals.some((rival) => rival.length > href.length && leadsTo(rival, path));
  return (
    <To href={href} aria-current={current ? "page" : undefined} className={className}>
      {children}
    </To>
  );
}

const leadsTo = (href: string, path: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));
