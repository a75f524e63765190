import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import type { ImportRow } from "@/lib/imports/reads";
import { faultWords, quoted } from "@/lib/imports/told";

/** What is wrong in which cell, and how to mend it. A row with three faults takes three lines. */
export function FaultList({ rows }: { rows: readonly ImportRow[] }) {
  return (
    <>
      <Table caption="有问题的行" className="max-lg:hidden">
        <thead><tr><Th number>行</Th><Th>列</Th><Th>原值</Th><Th>原因</Th><Th>怎么改</Th></tr></thead>
        <tbody>
          {rows.flatMap(({ line, cells, told }) => told.faults.map((fault, place) => (
            <tr key={`${line}-${place}`}>
              <Td number>{place === 0 ? line : <span className="sr-only">{line}</span>}</Td>
              <Td className="max-w-40 truncate whitespace-nowrap">{fault.column}</Td>
              <Td className="max-w-52 truncate">{quoted(cells[fault.at] ?? "") || "--"}</Td>
              <Td className="py-1">{fault.reason}</Td>
              <Td className="py-1 text-ink-2">{fault.mend}</Td>
            </tr>
          )))}
        </tbody>
      </Table>
      <CardList label="有问题的行" className="lg:hidden">
        {rows.flatMap(({ line, cells, told }) => told.faults.map((fault, place) => (
          <CardRow key={`${line}-${place}`} title={<span className="font-normal break-all">{faultWords(line, fault, cells)}</span>} meta={fault.mend} />
        )))}
      </CardList>
    </>
  );
}
