import { type Column, List } from "@/app/_ui/list";
import { importColumns } from "@/lib/imports/columns";
import type { ImportRow } from "@/lib/imports/reads";
import { type Head, quoted } from "@/lib/imports/told";
import type { ImportKind } from "@/lib/words/import";

type RowListProps = { kind: ImportKind; head: Head; rows: readonly ImportRow[] };

/** Left out of the overview: one looks at it in the household's own file, for a reason. */
const unshown = new Set(["phone", "account"]);

/** Rows that will be let in, or have been: enough of each to know it again, and what changes. */
export function RowList({ kind, head, rows }: RowListProps) {
  const taken = importColumns(kind).map(({ key, title }) => ({ key, title, at: head.mapping.indexOf(key) })).filter(({ key, at }) => at >= 0 && !unshown.has(key)).slice(0, 7);
  const columns: Column[] = [
    { head: "行", number: true, card: "aside", named: true },
    ...taken.map(({ title }, place): Column => ({ head: title, room: "some", card: place === 0 ? "title" : place < 3 ? "mark" : "none" })),
    { head: "说明", card: "line", room: "lines" },
  ];
  const lines = rows.map((row) => ({
    key: String(row.line),
    cells: [row.line, ...taken.map(({ at }) => quoted(row.cells[at] ?? "") || "--"), remarkOn(row) || "--"],
  }));
  return <List caption="逐行看" columns={columns} rows={lines} />;
}

const remarkOn = ({ told }: ImportRow): string =>
  [told.changes.length > 0 && `改：${told.changes.join("、")}`, ...told.notes].filter(Boolean).join("；");
