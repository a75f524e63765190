import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { To } from "@/app/_ui/to";

type FilterBarProps = {
  label: string;
  action: string;
  submit?: string;
  /** Given when a filter is on. */
  clearHref?: string | undefined;
  children: ReactNode;
};

/** A plain GET form: the filter is the address, it can be sent to a colleague and works without scripts. */
export function FilterBar({ label, action, submit = "筛选列表", clearHref, children }: FilterBarProps) {
  return (
    <form method="get" action={action} role="search" aria-label={label}
      className="grid grid-cols-2 items-end gap-2 lg:flex lg:flex-wrap lg:items-center lg:gap-x-3">
      {children}
      <div className="flex items-center gap-3 max-lg:col-span-2">
        <Button type="submit" className="max-lg:flex-1">{submit}</Button>
        {clearHref && <To href={clearHref} className="link inline-flex min-h-tap items-center">清除筛选</To>}
      </div>
    </form>
  );
}

/** One filter with its word beside it (above it on the phone). `wide` takes both phone columns. */
export function FilterField({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <label className={`grid min-w-0 gap-0.5 lg:flex lg:items-center lg:gap-1.5 ${wide ? "max-lg:col-span-2" : ""}`}>
      <span className="text-sm whitespace-nowrap text-ink-2">{label}</span>
      <span className="min-w-0 lg:[&>*]:w-auto lg:[&>*]:max-w-44">{children}</span>
    </label>
  );
}
