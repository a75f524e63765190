import { Card } from "@/app/_ui/card";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { spokenPoints } from "@/lib/defences/rules";
import { clockOf } from "@/lib/kernel/calendar";

/** 改动经过: results that do not stand any more and sheets that were given back, as they had been. */
export function HistoryCard({ full: { undone, earlier, criteria } }: { full: DefenceInFull }) {
  if (undone.length === 0 && earlier.length === 0) return null;
  return (
    <Card title="改动经过" flush>
      <ul className="divide-y divide-line">
        {undone.map(({ id, round, total, counted, undoneAt, undoneWhy }) => (
          <li key={id} className="grid gap-0.5 px-3 py-2">
            <p>第 {round} 次的成绩 {total === null ? "没有分" : spokenPoints(total)}（{counted} 位评委），{undoneAt && clockOf(undoneAt)} 撤下，重新开放评分</p>
            <p className="measure break-words text-ink-2">原因：{undoneWhy}</p>
          </li>
        ))}
        {earlier.map(({ id, number, name, round, total, reopenedAt, why, points }) => (
          <li key={id} className="grid gap-0.5 px-3 py-2">
            <p>{number} 号 {name} 第 {round} 次交的评分表{total !== undefined && ` ${spokenPoints(total)}`}，{reopenedAt && clockOf(reopenedAt)} 退回</p>
            <p className="text-sm text-ink-2">{criteria.map((one) => `${one.name} ${points.get(one.id) ?? "没有评"}`).join("，")}</p>
            <p className="measure break-words text-ink-2">原因：{why}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
