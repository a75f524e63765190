import type { ReactNode } from "react";
import { To } from "@/app/_ui/to";

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode };

/** Nothing yet: what this will be, and the one thing to do now. */
export function Empty({ title, children, action, icon }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-2 rounded-2 border border-line bg-bg px-4 py-8 text-center">
      {icon && <span className="text-ink-2 [&>svg]:size-8">{icon}</span>}
      <p className="font-semibold">{title}</p>
      {children && <div className="measure text-ink-2">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** Filtered away: names the filter and clears it in one tap. */
export function EmptyFilter({ text, clearHref }: { text: string; clearHref: string }) {
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-3 rounded-2 border border-line bg-bg p-4">
      <p>{text}</p>
      <To href={clearHref} className="link inline-flex min-h-tap items-center">清除筛选</To>
    </div>
  );
}
