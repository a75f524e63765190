import type { Route } from "next";
import Link from "next/link";
import type { AnchorHTMLAttributes, ReactNode } from "react";

export type ToProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { href: string; children: ReactNode };

/**
 * A link whose address is put together at run time (filters, keys, ids).
 * A page that knows its route by heart may write next/link itself and have it checked.
 */
export function To({ href, ...rest }: ToProps) {
  return isOurs(href) ? <Link href={href} prefetch={false} {...rest} /> : <a href={href} {...rest} />;
}

const isOurs = (href: string): href is Route => href.startsWith("/") || href.startsWith("?");
