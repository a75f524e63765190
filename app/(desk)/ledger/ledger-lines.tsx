import { type Column, List } from "@/app/_ui/list";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import { deedName, fieldsTouched } from "@/lib/ledger/deeds";
import type { LedgerLine } from "@/lib/ledger/reads";

/** The year too: a ledger is read years later. */
const whenOf = ({ at }: LedgerLine) => `${dayOf(at).slice(0, 5)}${clockOf(at)}`;
const whoOf = ({ actor }: LedgerLine) => actor ?? "建镇命令";

const columns: Column[] = [
  { head: "行", number: true, named: true }, { head: "时间", card: "aside" }, { head: "谁" }, { head: "做了什么", card: "title" },
  { head: "原因", card: "line", room: "lines" }, { head: "动了哪些项", card: "line", room: "lines" },
];

/** Which fields a deed touched, never what they say. */
export function LedgerLines({ lines }: { lines: readonly LedgerLine[] }) {
  const rows = lines.map((line) => ({
    key: String(line.seq),
    cells: [line.seq, whenOf(line), whoOf(line), deedName(line.action), line.reason, fieldsTouched(line.changed).join("、")],
  }));
  return <List caption="台账" columns={columns} rows={rows} />;
}
