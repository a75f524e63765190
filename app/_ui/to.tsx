import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

export type ToProps = Omit<ComponentProps<typeof Link>, "href" | "as"> & { href: string };

/**
 * A link whose address is put together at run time (filters, keys, ids). Nothing is fetched ahead: signal is dear.
 * A page that knows its route by heart may write next/link itself and have it checked.
 */
export function To({ href, ...rest }: ToProps) {
  if (!isAddress(href)) return <span className={rest.className}>{rest.children}</span>;
  return <Link prefetch={false} {...rest} href={href} />;
}

const isAddress = (href: string): href is Route => href !== "";
