import { Notice } from "@/app/_ui/notice";
import type { Judge } from "@/lib/defences/reads";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { spokenPoints } from "@/lib/defences/rules";
import { judgeSteps, type Placed, resultSteps, type ResultSteps } from "@/lib/defences/rules-steps";
import { recusalLine, ruleMeans } from "@/lib/defences/rules-words";
import { scoringRule } from "@/lib/words/defence";
import { JudgeWay } from "./judge-way";
import { ResultWay } from "./result-way";

/** 计分说明: every number once more from the marks, in the order one reckons it with a pencil. */
export function Way({ full }: { full: DefenceInFull }) {
  const { topic, defence, criteria, judges } = full;
  const counted = judges.filter(({ sheet, recusals }) => sheet?.submittedAt && recusals.length === 0).flatMap((judge) => {
    const steps = judgeSteps(criteria, judge.points);
    return steps ? [{ judge, steps }] : [];
  });
  const steps = resultSteps(defence.rule, counted.map(({ judge, steps: { total } }): Placed => ({ id: judge.personId, total: total.kept })));
  const nameOf = new Map(judges.map(({ personId, number, name }) => [personId, `${number} 号 ${name}`]));
  return (
    <article className="grid gap-3 rounded-2 border border-line bg-bg p-3 lg:p-6 print:gap-2 print:border-0 print:p-0">
      <h2 className="text-lg">{topic.title}</h2>
      <p>{defence.heldOn} 答辩。{scoringRule.label(defence.rule)}：{ruleMeans[defence.rule]}。每一步只保留两位小数，第三位满 5 进 1，下一步用进位以后的数。</p>
      <Verdict full={full} steps={steps} />
      <section className="grid gap-2">
        <h3>一、每位评委的总分</h3>
        <p className="text-sm text-ink-2">每项的分乘以权重，加起来，除以权重合计。</p>
        <div className="grid gap-2 md:grid-cols-2 xl:grid-cols-3 print:grid-cols-3">
          {counted.map(({ judge, steps: own }) => <JudgeWay key={judge.seatId} name={`${judge.number} 号 ${judge.name}`} steps={own} />)}
        </div>
        <NotCounted judges={judges} />
      </section>
      <ResultWay steps={steps} chosen={defence.rule} nameOf={nameOf} />
    </article>
  );
}

/** Held against what is stored: it says so loudly when the two are not the same. */
function Verdict({ full: { result, defence }, steps }: { full: DefenceInFull; steps: ResultSteps }) {
  const again = steps.total?.kept ?? null;
  const same = result && again === result.total && steps.used === result.rule && steps.order.length === result.counted && steps.spread === result.spread;
  const name = defence.state === "published" ? "公布的成绩" : "暂定成绩";
  if (same) return <Notice tone="ok" title={`重算 ${spoken(again)}，和${name}一样`} />;
  return (
    <Notice tone="danger" title={`重算的和${name}不一样`}>
      重算：{spoken(again)}，{scoringRule.label(steps.used)}，{steps.order.length} 位，相差 {spokenPoints(steps.spread)}。存下的：{spoken(result?.total ?? null)}
      {result && `，${scoringRule.label(result.rule)}，${result.counted} 位，相差 ${spokenPoints(result.spread)}`}。先不要用这个成绩，马上告诉党建办。
    </Notice>
  );
}

const spoken = (total: number | null): string => (total === null ? "没有分" : spokenPoints(total));

function NotCounted({ judges }: { judges: readonly Judge[] }) {
  const out = judges.flatMap(({ number, name, sheet, recusals, department }) => {
    if (recusals.length > 0) return [`${number} 号 ${name} 回避（${recusalLine(recusals, department)}）`];
    return sheet?.submittedAt ? [] : [`${number} 号 ${name} 没有交评分`];
  });
  return out.length > 0 ? <p>不计入：{out.join("；")}。</p> : null;
}
