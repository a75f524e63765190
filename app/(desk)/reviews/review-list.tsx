import { clockOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { VisitAwaitingReview } from "@/lib/visits/reads-reviews";
import { doorName } from "../visits/visit-list";
import { ReviewLines } from "./review-lines";

type Props = { rows: readonly VisitAwaitingReview[]; open: string | undefined; now: Date; hrefOf: (visit: string) => string };

/** Who, whose door, one line of it, and by when. */
export function ReviewList({ rows, open, now, hrefOf }: Props) {
  if (rows.length === 0) return null;
  const lines = rows.map((visit) => ({
    id: visit.id,
    beside: hrefOf(visit.id),
    author: visit.author,
    door: ` · ${doorName(visit)} · ${visit.village}`,
    on: shortDay(visit.visitedOn),
    account: visit.account || "没走成",
    late: Boolean(visit.dueAt && visit.dueAt < now),
    by: visit.dueAt ? `${clockOf(visit.dueAt)} 前` : "",
  }));
  return <ReviewLines lines={lines} open={open} />;
}
