import { classes } from "@/app/_ui/classes";
import { spokenPoints } from "@/lib/defences/rules";
import type { ResultSteps } from "@/lib/defences/rules-steps";
import { type ScoringRule, scoringRule } from "@/lib/words/defence";

type Props = { steps: ResultSteps; chosen: ScoringRule; nameOf: ReadonlyMap<string, string> };

/** From the judges' totals to the one number. */
export function ResultWay({ steps, chosen, nameOf }: Props) {
  const { order, left, kept, total, fellBack, used, spread } = steps;
  const seated = [...nameOf.keys()].flatMap((id) => order.find((one) => one.id === id) ?? []); // by their seats: judges are people, and people are not ranked
  return (
    <>
      <section className="grid gap-1">
        <h3>二、放在一起看</h3>
        {fellBack && <p className="font-semibold">{scoringRule.label(chosen)}至少要 5 位有效评委，现在 {order.length} 位，不足 5 位，改用平均分。</p>}
        <ol className="flex flex-wrap gap-x-4 gap-y-1">
          {seated.map((one) => {
            const out = left.includes(one);
            return <li key={one.id} className={classes(out && "text-ink-2")}>{nameOf.get(one.id)} <span className={out ? "line-through" : ""}>{spokenPoints(one.total)}</span>{out && `（去掉最${one === left[0] ? "高" : "低"}）`}{used === "median" && kept.includes(one) && "（居中）"}</li>;
          })}
        </ol>
        <p>最高和最低相差 {spokenPoints(spread)} 分。</p>
      </section>
      <section className="grid gap-1">
        <h3>三、{scoringRule.label(used)}</h3>
        {total ? (
          <p className="break-words">
            {kept.length === 1 ? <>{used === "median" ? "正中间一位" : "只有一位"}：{total.exact}</> : <>（{kept.map((one) => spokenPoints(one.total)).join(" + ")}）÷ {total.under} = {spokenPoints(total.over)} ÷ {total.under} = {total.exact}</>}
            {total.exact !== spokenPoints(total.kept) && <> → 保留两位小数 {spokenPoints(total.kept)}</>}
          </p>
        ) : <p>没有可以计入的评分。</p>}
        {total && <p className="text-lg">成绩 <b className="text-xl">{spokenPoints(total.kept)}</b></p>}
      </section>
    </>
  );
}
