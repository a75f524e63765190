import { To } from "@/app/_ui/to";
import { clockOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { VisitAwaitingReview } from "@/lib/visits/reads-reviews";
import { doorName } from "../visits/visit-list";

type Props = { rows: readonly VisitAwaitingReview[]; open: string | undefined; now: Date; hrefOf: (visit: string) => string };

/** Who, whose door, one line of it, and by when. Two links a row: the phone goes to the visit, the desk opens it beside. */
export function ReviewList({ rows, open, now, hrefOf }: Props) {
  if (rows.length === 0) return null;
  return (
    <ul aria-label="待批阅的走访日志" className="divide-y divide-line rounded-2 border border-line bg-bg">
      {rows.map((visit) => (
        <li key={visit.id} className={visit.id === open ? "lg:bg-primary-bg" : ""}>
          <To href={`/visits/${visit.id}`} className="block px-3 py-2 lg:hidden"><Line visit={visit} now={now} /></To>
          <To href={hrefOf(visit.id)} scroll={false} aria-current={visit.id === open ? "true" : undefined} className="block px-3 py-1.5 hover:bg-bg-2 max-lg:hidden"><Line visit={visit} now={now} /></To>
        </li>
      ))}
    </ul>
  );
}

function Line({ visit, now }: { visit: VisitAwaitingReview; now: Date }) {
  const late = visit.dueAt && visit.dueAt < now;
  return (
    <>
      <span className="flex items-baseline justify-between gap-2">
        <span className="truncate"><b className="font-semibold">{visit.author}</b> · {doorName(visit)} · {visit.village}</span>
        <span className="flex-none text-sm text-ink-2">{shortDay(visit.visitedOn)}</span>
      </span>
      <span className="line-clamp-1 text-sm">{visit.account || "没走成"}</span>
      <span className={`text-sm ${late ? "text-danger" : "text-ink-2"}`}>{late ? "▲ 超 48 小时" : visit.dueAt ? `${clockOf(visit.dueAt)} 前` : ""}</span>
    </>
  );
}
