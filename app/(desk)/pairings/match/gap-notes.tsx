import { CAPACITY } from "@/lib/pairings/rules";
import { LEFT_OVER, SMALL, SOME, WEIGHTS } from "@/lib/pairings/rules-match";

const lines: readonly (readonly [what: string, size: string, why: string])[] = [
  ["想学的，导师不擅长", `最多 ${WEIGHTS.learn}，按没对上的比例`, "结对首先是为了学"],
  [`导师已经有学员`, `每多一名 ${WEIGHTS.load}`, `先用上还没有带学员的导师；一名导师最多带 ${CAPACITY} 名`],
  ["没有联过同一个村社", `${WEIGHTS.village}`, "联过同一个村，能一起下村、认门"],
  ["导师想学的，学员教不了", `${WEIGHTS.teachBack}`, "以新促老，互相学"],
  ["在同一个部门", `${WEIGHTS.department}`, "同部门平时就带得到，结对是多一位老师"],
  ["没有配上导师", `${LEFT_OVER}`, "有名额就不留人"],
];

/** Every constant that the plan goes by, and why it is as it is. */
export function GapNotes() {
  return (
    <details className="rounded-2 border border-line bg-bg px-3">
      <summary className="min-h-tap content-center font-semibold">差距怎么算</summary>
      <div className="grid gap-2 border-t border-line py-2">
        <p className="text-ink-2">差距说的是这一对，不是这个人：离想要的样子差多少，越小越好。合计最小的配法就是系统的建议。</p>
        <ul className="divide-y divide-line">
          {lines.map(([what, size, why]) => (
            <li key={what} className="grid gap-x-4 py-1 sm:grid-cols-[12em_14em_1fr]">
              <span>{what}</span><span className="tabular-nums">{size}</span><span className="text-ink-2">{why}</span>
            </li>
          ))}
        </ul>
        <p className="text-ink-2">
          一对的差距 {SMALL} 以内是“差距小”，{SOME} 以内是“有些差距”。导师没有接受过的、结束时双方都觉得不合适的，不再配到一起。
        </p>
      </div>
    </details>
  );
}
