import type { CriterionRow } from "@/lib/defences/reads";
import { spokenPoints } from "@/lib/defences/rules";
import type { JudgeSteps } from "@/lib/defences/rules-steps";

/** One judge's total: a line a criterion, the sum, the division, and what is kept of it. */
export function JudgeWay({ name, steps: { parts, skipped, sum, weights, total } }: { name: string; steps: JudgeSteps<CriterionRow> }) {
  const plain = total.exact === spokenPoints(total.kept);
  return (
    <section className="min-w-0 rounded-1 border border-line px-2.5 py-1.5 break-inside-avoid print:px-2 print:py-1">
      <table className="w-full [&_td]:text-right [&_td]:whitespace-nowrap [&_th]:text-left [&_th]:font-normal">
        <caption className="text-left font-semibold">{name}</caption>
        <tbody>
          {parts.map(({ criterion, points, product }) => <tr key={criterion.id}><th scope="row">{criterion.name}</th><td>{points} × {criterion.weight} = {product}</td></tr>)}
          {skipped.map(({ id, name: left }) => <tr key={id} className="text-ink-2"><th scope="row">{left}</th><td>没有评，不算</td></tr>)}
          <tr className="border-t border-line"><th scope="row">合计</th><td>{sum}</td></tr>
          <tr><th scope="row">÷ {weights}</th><td>{total.exact}{!plain && <> → <b>{spokenPoints(total.kept)}</b></>}</td></tr>
        </tbody>
      </table>
    </section>
  );
}
