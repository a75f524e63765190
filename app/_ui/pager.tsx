import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/button";

type PagerProps = { nextHref?: string | undefined; firstHref?: string | undefined; children?: ReactNode };

/** Pages by key: one goes on, or back to the start. `children` says how many there are. */
export function Pager({ nextHref, firstHref, children }: PagerProps) {
  if (!nextHref && !firstHref && !children) return null;
  return (
    <nav aria-label="翻页" className="flex flex-wrap items-center justify-between gap-2 py-1">
      <span className="text-sm text-ink-2">{children}</span>
      <span className="flex gap-2">
        {firstHref && <LinkButton variant="quiet" href={firstHref}>回到第一页</LinkButton>}
        {nextHref && <LinkButton href={nextHref} rel="next">下一页</LinkButton>}
      </span>
    </nav>
  );
}
