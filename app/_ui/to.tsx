import type { AnchorHTMLAttributes } from "react";

export type ToProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  /** The new page opens where this one was scrolled to. */
  stay?: boolean;
};

/**
 * A link within the house. It is a plain one: `Opening` hears every press on a page and goes there without loading
 * everything anew, so that no link needs a script, a listener and a lifetime of its own. Nothing is fetched ahead.
 */
export function To({ href, stay, ...rest }: ToProps) {
  if (href === "") return <span className={rest.className}>{rest.children}</span>;
  return <a href={href} data-stay={stay || undefined} {...rest} />;
}
