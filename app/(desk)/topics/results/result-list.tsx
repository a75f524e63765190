import { Badge } from "@/app/_ui/badge";
import { type Column, List, type Row } from "@/app/_ui/list";
import type { ResultLine } from "@/lib/defences/reads-results";
import { spokenPoints, WIDE } from "@/lib/defences/rules";
import { scoringRule } from "@/lib/words/defence";
import { stateOf } from "../[id]/defence/defence-card";

const columns: Column[] = [
  { head: "课题", card: "title", room: "rest", opens: true },
  { head: "答辩", card: "mark" },
  { head: "状态", card: "mark" },
  { head: "成绩", card: "aside", number: true },
  { head: "评委之间", card: "mark" },
  { head: "计入评委", named: true, number: true },
  { head: "计分方法", card: "line" },
];

/** By title, whatever came out; what is equal says so. */
export function ResultList({ lines, equal }: { lines: readonly ResultLine[]; equal: ReadonlySet<number> }) {
  const rows = lines.map((line): Row => ({
    key: line.defenceId,
    href: `/topics/${line.topicId}/defence?held=${line.defenceId}`,
    cells: [line.title, line.heldOn, stateOf(line.state), <Total key="total" line={line} same={line.total !== null && equal.has(line.total)} />, line.spread !== null && line.spread >= WIDE ? { tone: "warn", word: `相差 ${spokenPoints(line.spread)}` } : "", line.counted ?? "", ruleWords(line)],
  }));
  return <List caption="答辩成绩" columns={columns} rows={rows} />;
}

function Total({ line: { total, used }, same }: { line: ResultLine; same: boolean }) {
  if (total === null) return <span className="text-sm text-ink-2">{used ? "没有分" : "公布后看得到"}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {same && <Badge tone="info" shape="ring" word="同分" />}
      <b>{spokenPoints(total)}</b>
    </span>
  );
}

const ruleWords = ({ rule, used, belowQuorum }: ResultLine): string =>
  [used && used !== rule ? "不足 5 位，改用平均分" : scoringRule.label(rule), belowQuorum && "不到法定人数，写明了原因"].filter(Boolean).join("；");
