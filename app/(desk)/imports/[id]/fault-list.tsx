import { type Column, List } from "@/app/_ui/list";
import type { ImportRow } from "@/lib/imports/reads";
import { quoted } from "@/lib/imports/told";

const columns: Column[] = [
  { head: "行", number: true, card: "aside", named: true }, { head: "列", card: "title", room: "some" }, { head: "原值", room: "some", named: true },
  { head: "原因", card: "line", room: "lines" }, { head: "怎么改", card: "line", room: "lines" },
];

/** What is wrong in which cell, and how to mend it. A row with three faults takes three lines. */
export function FaultList({ rows }: { rows: readonly ImportRow[] }) {
  const lines = rows.flatMap(({ line, cells, told }) => told.faults.map((fault, place) => ({
    key: `${line}-${place}`,
    cells: [line, fault.column, quoted(cells[fault.at] ?? "") || "--", fault.reason, fault.mend],
  })));
  return <List caption="有问题的行" columns={columns} rows={lines} />;
}
