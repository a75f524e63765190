import { type ReactNode, type TdHTMLAttributes, type ThHTMLAttributes, useId } from "react";
import { classes } from "@/app/_ui/classes";

type TableProps = { caption: string; captionShown?: boolean; className?: string; children: ReactNode };

/** Dense rows for the desk. On the phone the page shows cards instead: `className="max-lg:hidden"`. */
export function Table({ caption, captionShown = false, className, children }: TableProps) {
  const id = useId();
  return (
    <div role="region" aria-labelledby={id} tabIndex={0}
      className={classes("table-box relative rounded-2 border border-line bg-bg max-lg:overflow-x-auto", className)}>
      <table className="w-full border-collapse text-left [&_tbody_tr:last-child>*]:border-b-0 [&_tbody_tr:hover]:bg-bg-2">
        <caption id={id} className={captionShown ? "px-3 py-2 text-left font-semibold" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

type Cell = { number?: boolean };
const cell = "h-row border-b border-line px-2.5 py-0.5 align-middle first:pl-3 last:pr-3";

/** `number` sets figures to the right, under each other. */
export function Th({ number, className, scope = "col", ...rest }: ThHTMLAttributes<HTMLTableCellElement> & Cell) {
  const look = scope === "row" ? "font-normal" : "text-sm font-normal whitespace-nowrap text-ink-2";
  return <th scope={scope} className={classes(cell, look, number && "text-right", className)} {...rest} />;
}

export function Td({ number, className, ...rest }: TdHTMLAttributes<HTMLTableCellElement> & Cell) {
  return <td className={classes(cell, number && "text-right whitespace-nowrap", className)} {...rest} />;
}
