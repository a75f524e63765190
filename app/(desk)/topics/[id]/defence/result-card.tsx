import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { type Fact, FactsList } from "@/app/_ui/facts-list";
import { Notice } from "@/app/_ui/notice";
import { To } from "@/app/_ui/to";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { spokenPoints, WIDE } from "@/lib/defences/rules";
import { recusalLine } from "@/lib/defences/rules-words";
import { clockOf } from "@/lib/kernel/calendar";
import { scoringRule } from "@/lib/words/defence";
import { HistoryCard } from "./history-card";
import { JudgesTable } from "./judges-table";
import { SpreadNotice } from "./spread-notice";

type Props = { full: DefenceInFull };

/** 成绩: one number, how it came about, who is in it and who is not. */
export function ResultCard({ full }: Props) {
  const { result, defence, topic } = full;
  if (!result) return null;
  const way = <To href={`/topics/${topic.id}/defence/method?held=${defence.id}`} className="link inline-flex min-h-tap items-center">计分说明</To>;
  return (
    <>
      {defence.state === "closed" && <Notice tone="warn" title="暂定成绩，还没有公布">课题组现在看不到。</Notice>}
      {result.spread >= WIDE && <SpreadNotice spread={result.spread} published={defence.state === "published"} />}
      <Card title="成绩" aside={way}>
        <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
          <b className="text-3xl">{result.total === null ? "--" : spokenPoints(result.total)}</b>
          <span className="text-ink-2">{scoringRule.label(result.rule)}，计入 {result.counted} 位评委</span>
          {defence.state === "closed" && <Badge tone="warn" word="暂定" />}
        </p>
        <FactsList facts={factsOf(full)} />
      </Card>
      <JudgesTable title="每位评委的评分" full={full} />
      <HistoryCard full={full} />
    </>
  );
}

function factsOf({ defence, judges, result, closedBy, publishedBy }: DefenceInFull): Fact[] {
  const fellBack = result && result.rule !== defence.rule;
  const able = judges.filter(({ recusals }) => recusals.length === 0);
  const missing = able.filter(({ sheet }) => !sheet?.submittedAt).map(({ number, name }) => `${number} 号 ${name}`);
  const back = judges.filter(({ recusals }) => recusals.length > 0);
  return [
    ...(fellBack ? [{ label: "计分方法", value: `定的是“${scoringRule.label(defence.rule)}”，不足 5 位，改用平均分` }] : []),
    { label: "评委", value: `${judges.length} 位，计入 ${result?.counted ?? 0} 位，法定人数 ${defence.quorum}` },
    { label: "没有评的", value: missing.length > 0 ? missing.join("、") : "没有" },
    { label: "回避", value: back.length > 0 ? <ul>{back.map(({ seatId, number, name, recusals, department }) => <li key={seatId}>{number} 号 {name}：{recusalLine(recusals, department)}</li>)}</ul> : "没有" },
    ...(defence.belowQuorum ? [{ label: "不到人数", value: `仍然公布，因为：${defence.belowQuorum}` }] : []),
    { label: "停止评分", value: defence.closedAt && `${closedBy} ${clockOf(defence.closedAt)}` },
    ...(defence.publishedAt ? [{ label: "公布", value: `${publishedBy} ${clockOf(defence.publishedAt)}` }] : []),
  ];
}
