import { DialogButton } from "@/app/_ui/dialog";
import { type Column, List } from "@/app/_ui/list";
import { To } from "@/app/_ui/to";
import type { MentorChoice, PairingRow } from "@/lib/pairings/reads";
import { EndPairingCard } from "./pairing-forms";

type Props = { pairings: readonly PairingRow[]; mentors: readonly MentorChoice[]; office: boolean; today: string };

const columns: Column[] = [
  { head: "学员", card: "title", opens: true }, { head: "部门" }, { head: "导师", card: "aside", named: true }, { head: "从哪天起" },
];
const deeds: Column = { head: "操作", deeds: true };

export function PairingList({ pairings, mentors, office, today }: Props) {
  const end = (pairing: PairingRow) => (
    <DialogButton label="结束或换导师" title={`${pairing.mentee} 和 ${pairing.mentor} 的结对`} size="row" variant="quiet">
      <EndPairingCard pairing={pairing} mentors={mentors} today={today} />
    </DialogButton>
  );
  const rows = pairings.map((pairing) => ({
    key: pairing.id,
    href: `/people/${pairing.menteeId}`,
    cells: [
      pairing.mentee, pairing.department, <To key="mentor" href={`/people/${pairing.mentorId}`} className="link">{pairing.mentor}</To>,
      since(pairing, today), ...(office ? [end(pairing)] : []),
    ],
  }));
  return <List caption="在带的结对" columns={office ? [...columns, deeds] : columns} rows={rows} />;
}

const since = ({ startedOn }: PairingRow, today: string) => (startedOn > today ? `${startedOn} 开始` : `${startedOn} 起`);
