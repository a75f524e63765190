import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { Sprout } from "@/app/_ui/sprout";

const bar = "frame-bar sticky top-(--line-top) z-20 flex h-[calc(var(--bar)-var(--line-top))] items-center gap-2 border-b border-line bg-bg px-3";

/** The bar of every page, with the one word that matters here. The way back waits longer for a slow network than a page does. */
export function OfflineFrame({ reached, children }: { reached: boolean; children: ReactNode }) {
  return (
    <div className="frame">
      <header className={bar}>
        <p className="inline-flex min-h-tap items-center gap-2 text-lg font-semibold whitespace-nowrap"><Sprout />青蓝</p>
        <Badge tone={reached ? "info" : "warn"}>{reached ? "有网了" : "离线"}</Badge>
        {reached && <LinkButton variant="quiet" size="row" className="ml-auto" href="/?wait=1">回到青蓝</LinkButton>}
      </header>
      <div className="frame-main min-w-0">
        <main id="main" tabIndex={-1} className="mx-auto grid max-w-2xl gap-3 p-3">{children}</main>
      </div>
    </div>
  );
}
