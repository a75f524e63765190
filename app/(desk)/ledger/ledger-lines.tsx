import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import { deedName, fieldsTouched } from "@/lib/ledger/deeds";
import type { LedgerLine } from "@/lib/ledger/reads";

/** The year too: a ledger is read years later. */
const whenOf = ({ at }: LedgerLine) => `${dayOf(at).slice(0, 5)}${clockOf(at)}`;
const whoOf = ({ actor }: LedgerLine) => actor ?? "建镇命令";

/** Which fields a deed touched, never what they say. */
export function LedgerLines({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <>
      <CardList label="台账" className="lg:hidden">
        {lines.map((line) => (
          <CardRow key={line.seq} title={deedName(line.action)} aside={whenOf(line)}
            meta={[`第 ${line.seq} 行 · ${whoOf(line)}`, line.reason, fieldsTouched(line.changed).join("、")].filter(Boolean).join(" · ")} />
        ))}
      </CardList>
      <Table caption="台账" className="max-lg:hidden">
        <thead><tr><Th number>行</Th><Th>时间</Th><Th>谁</Th><Th>做了什么</Th><Th>原因</Th><Th>动了哪些项</Th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <Td number>{line.seq}</Td>
              <Td className="whitespace-nowrap">{whenOf(line)}</Td>
              <Td className="whitespace-nowrap">{whoOf(line)}</Td>
              <Td className="whitespace-nowrap">{deedName(line.action)}</Td>
              <Td>{line.reason}</Td>
              <Td className="text-sm text-ink-2">{fieldsTouched(line.changed).join("、")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
