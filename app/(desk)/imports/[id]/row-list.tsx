import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { importColumns } from "@/lib/imports/columns";
import type { ImportRow } from "@/lib/imports/reads";
import { type Head, quoted } from "@/lib/imports/told";
import type { ImportKind } from "@/lib/words/import";

type RowListProps = { kind: ImportKind; head: Head; rows: readonly ImportRow[] };

/** Left out of the overview: one looks at it in the household's own file, for a reason. */
const unshown = new Set(["phone", "account"]);

/** Rows that will be let in, or have been: enough of each to know it again, and what changes. */
export function RowList({ kind, head, rows }: RowListProps) {
  const columns = importColumns(kind).map(({ key, title }) => ({ key, title, at: head.mapping.indexOf(key) })).filter(({ key, at }) => at >= 0 && !unshown.has(key)).slice(0, 7);
  const remark = ({ told }: ImportRow) => [told.changes.length > 0 && `改：${told.changes.join("、")}`, ...told.notes].filter(Boolean).join("；");
  return (
    <>
      <Table caption="逐行看" className="max-lg:hidden">
        <thead><tr><Th number>行</Th>{columns.map(({ key, title }) => <Th key={key}>{title}</Th>)}<Th>说明</Th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <Td number>{row.line}</Td>
              {columns.map(({ key, at }) => <Td key={key} className="max-w-44 truncate">{quoted(row.cells[at] ?? "") || "--"}</Td>)}
              <Td className="py-1 text-ink-2">{remark(row) || "--"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CardList label="逐行看" className="lg:hidden">
        {rows.map((row) => (
          <CardRow key={row.line} title={columns.slice(0, 3).map(({ at }) => quoted(row.cells[at] ?? "")).filter(Boolean).join(" · ")} aside={`第 ${row.line} 行`} meta={remark(row)} />
        ))}
      </CardList>
    </>
  );
}
