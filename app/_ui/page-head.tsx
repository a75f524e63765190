import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { To } from "@/app/_ui/to";

type Back = { href: string; label: string };
type PageHeadProps = { title: string; back?: Back | undefined; meta?: ReactNode; actions?: ReactNode };

const row = "flex flex-wrap items-center gap-x-3 gap-y-1 lg:min-h-tap";
const arrow =
  "page-back inline-flex size-tap flex-none items-center justify-center rounded-1 text-ink-2 hover:bg-bg-3 " +
  "lg:-ml-2 lg:size-8";

/** The page's h1. At the desk one line with meta and actions; on the phone the title stands in the header bar. */
export function PageHead({ title, back, meta, actions }: PageHeadProps) {
  const isLong = title.length > 8;
  return (
    <div className={classes(row, !meta && !actions && "max-lg:contents")}>
      <div className="page-title flex min-w-0 items-center lg:gap-1">
        {back && (
          <To href={back.href} aria-label={back.label} title={back.label} className={arrow}>
            <Icon name="chevron-left" className="size-5" />
          </To>
        )}
        <h1 className={classes("max-lg:line-clamp-2", isLong && "max-lg:text-sm max-lg:leading-tight")}>{title}</h1>
      </div>
      {meta && <div className="min-w-0 text-sm text-ink-2">{meta}</div>}
      {actions && <div className="flex flex-wrap items-center gap-2 lg:ml-auto">{actions}</div>}
    </div>
  );
}
