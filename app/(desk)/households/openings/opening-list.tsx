import { type Column, List } from "@/app/_ui/list";
import type { OpeningLine } from "@/lib/households/reads-openings";

const columns: Column[] = [
  { head: "时间", card: "aside" }, { head: "谁看的", card: "title" }, { head: "看了什么" }, { head: "哪一户", opens: true }, { head: "为什么", room: "rest", named: true },
];

/** A household as everybody may read it, masked; by its number alone where its reader sees no households. */
export function OpeningList({ lines, leads }: { lines: readonly OpeningLine[]; leads: boolean }) {
  const rows = lines.map((line) => ({
    key: line.id, href: leads ? `/households/${line.householdId}` : `/households/openings?household=${line.householdId}`,
    cells: [line.at, line.who, line.field, homeOf(line), line.reason],
  }));
  return <List caption="查看记录，最近的在前" columns={columns} rows={rows} />;
}

const homeOf = ({ maskedName, village, groupName, code, householdId }: OpeningLine): string =>
  maskedName ? [village, groupName, code, maskedName].filter(Boolean).join(" ") : `编号 ${householdId.slice(-8)}`;
