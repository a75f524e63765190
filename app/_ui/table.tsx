import { type InputHTMLAttributes, type ReactNode, type TdHTMLAttributes, type ThHTMLAttributes, useId } from "react";
import { classes } from "@/app/_ui/classes";

type TableProps = { caption: string; captionShown?: boolean; className?: string; children: ReactNode };

const box = "table-box relative rounded-2 border border-line bg-bg max-lg:overflow-x-auto";
const rows =
  "w-full border-separate border-spacing-0 text-left [&_tbody_tr:hover>*]:bg-bg-2 " +
  "[&_tbody_tr:last-child>*]:border-b-0 [&_tbody:last-child_tr:last-child>:first-child]:rounded-bl-2 " +
  "[&_tbody:last-child_tr:last-child>:last-child]:rounded-br-2 [&_thead_th:first-child]:rounded-tl-2 " +
  "[&_thead_th:last-child]:rounded-tr-2 [&_thead_th]:sticky [&_thead_th]:top-bar [&_thead_th]:z-10 [&_thead_th]:bg-bg";

/** Dense rows for the desk. On the phone the page shows cards instead: `className="max-lg:hidden"`. */
export function Table({ caption, captionShown = false, className, children }: TableProps) {
  const id = useId();
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className={classes(box, className)}>
      <table className={rows}>
        <caption id={id} className={captionShown ? "px-3 py-2 text-left font-semibold" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

const cell = "cell";

type ThProps = ThHTMLAttributes<HTMLTableCellElement> & { number?: boolean; actions?: boolean };

/** `number` sets figures to the right, under each other; `actions` heads the row buttons, which paper leaves out. */
export function Th({ number, actions, className, scope = "col", ...rest }: ThProps) {
  const look = scope === "row" ? "font-normal" : "cell-head";
  const more = classes(number && "text-right", actions && "no-print", className);
  return <th scope={scope} className={classes(cell, look, more)} {...rest} />;
}

const buttons = "no-print whitespace-nowrap [&>:first-child]:-ml-2";

type TdProps = TdHTMLAttributes<HTMLTableCellElement> & { number?: boolean; actions?: boolean };

/** `actions` for the cell of row buttons: they begin where the column's word begins. */
export function Td({ number, actions, className, ...rest }: TdProps) {
  const look = classes(number && "text-right whitespace-nowrap", actions && buttons);
  return <td className={classes(cell, look, className)} {...rest} />;
}

/** A row's checkbox with the whole row height to hit; `label` names the row. */
export function Tick({ label, ...input }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  return (
    <label className="inline-flex min-h-[calc(var(--row)-4px)] min-w-6 items-center justify-center align-middle">
      <input type="checkbox" className="lg:size-4" {...input} />
      <span className="sr-only">{label}</span>
    </label>
  );
}
