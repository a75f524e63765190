import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import { dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { standingSaid } from "../standing";

/** The same person's others around it, also those that came to nothing: none of them is thrown away unseen. */
export function OthersCard({ full: { others } }: { full: QuizInFull }) {
  if (others.length === 0) return null;
  return (
    <Card title={`三个月里另外的 ${others.length} 次`} flush>
      <ul className="divide-y divide-line">
        {others.map(({ id, plannedAt, drawnAt, standing }) => (
          <li key={id} className="flex min-h-tap flex-wrap items-center gap-x-3 px-3 py-1">
            <To href={`/quizzes/${id}`} className="link inline-flex min-h-tap flex-1 items-center">{spokenDay(dayOf(drawnAt ?? plannedAt))}{drawnAt ? "抽户" : "安排"}</To>
            <Badge {...standingSaid(standing)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
