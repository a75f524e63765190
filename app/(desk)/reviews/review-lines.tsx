"use client";
import { To } from "@/app/_ui/to";

type Line = { id: string; beside: string; author: string; door: string; on: string; account: string; late: boolean; by: string };

const whole = "after:absolute after:inset-0 -outline-offset-3!";

/**
 * What waits, drawn from its words (see app/_ui/list). Each name is two links over the whole row: the phone goes to the
 * visit, the desk opens it beside the list.
 */
export function ReviewLines({ lines, open }: { lines: readonly Line[]; open: string | undefined }) {
  return (
    <ul aria-label="待批阅的走访日志" className="divide-y divide-line rounded-2 border border-line bg-bg">
      {lines.map(({ id, beside, author, door, on, account, late, by }) => (
        <li key={id} className={`relative px-3 py-2 hover:bg-bg-2 lg:py-1.5 ${id === open ? "lg:bg-primary-bg" : ""}`}>
          <div className="flex items-baseline justify-between gap-2">
            <p className="truncate">
              <b>
                <To href={`/visits/${id}`} className={`lg:hidden ${whole}`}>{author}</To>
                <To href={beside} stay aria-current={id === open || undefined} className={`max-lg:hidden ${whole}`}>{author}</To>
              </b>
              {door}
            </p>
            <span className="flex-none text-sm text-ink-2">{on}</span>
          </div>
          <p className="line-clamp-1 text-sm">{account}</p>
          <p className={`text-sm ${late ? "text-danger" : "text-ink-2"}`}>{late ? "▲ 超 48 小时" : by}</p>
        </li>
      ))}
    </ul>
  );
}
