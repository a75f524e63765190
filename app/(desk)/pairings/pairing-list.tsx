import { type Column, List } from "@/app/_ui/list";
import type { TalkDue } from "@/lib/dashboard/reads-pairs";
import type { PairingRow } from "@/lib/pairings/reads";
import { standingOf } from "./standing";

type Props = { pairings: readonly PairingRow[]; silent: readonly TalkDue[]; today: string };

const columns: Column[] = [
  { head: "状态", card: "mark" }, { head: "学员", card: "title", opens: true }, { head: "部门" }, { head: "导师", named: true }, { head: "从哪天起", card: "aside" },
  { head: "帮带", card: "line", room: "some" },
];

/** What goes on, is to begin, or waits for an answer; each row opens the pairing's own page. */
export function PairingList({ pairings, silent, today }: Props) {
  const rows = pairings.map((pairing) => ({
    href: `/pairings/${pairing.id}`,
    cells: [standingOf(pairing, today), pairing.mentee, pairing.department, pairing.mentor, `${pairing.startedOn} 起`, talkWords(silent, pairing)],
  }));
  return <List caption="结对" columns={columns} rows={rows} />;
}

function talkWords(silent: readonly TalkDue[], { id }: PairingRow) {
  const due = silent.find(({ pairingId }) => pairingId === id);
  return due && <span className="text-warn">▲ {due.says}</span>;
}
