import { CardList, CardRow } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import type { MentorChoice, PairingRow } from "@/lib/pairings/reads";
import { EndPairingCard } from "./pairing-forms";

type Props = { pairings: readonly PairingRow[]; mentors: readonly MentorChoice[]; office: boolean; today: string };

export function PairingList({ pairings, mentors, office, today }: Props) {
  const end = (pairing: PairingRow) => office && (
    <DialogButton label="结束或换导师" title={`${pairing.mentee} 和 ${pairing.mentor} 的结对`} size="row" variant="quiet">
      <EndPairingCard pairing={pairing} mentors={mentors} today={today} />
    </DialogButton>
  );
  return (
    <>
      <CardList label="在带的结对" className="lg:hidden">
        {pairings.map((pairing) => (
          <CardRow key={pairing.id} href={`/people/${pairing.menteeId}`} title={pairing.mentee} aside={`导师 ${pairing.mentor}`}
            meta={`${since(pairing, today)}${pairing.department && ` · ${pairing.department}`}`} actions={end(pairing)} />
        ))}
      </CardList>
      <Table caption="在带的结对" className="max-lg:hidden">
        <thead><tr><Th>学员</Th><Th>部门</Th><Th>导师</Th><Th>从哪天起</Th>{office && <Th actions>操作</Th>}</tr></thead>
        <tbody>
          {pairings.map((pairing) => (
            <tr key={pairing.id}>
              <Th scope="row"><To href={`/people/${pairing.menteeId}`} className="link">{pairing.mentee}</To></Th>
              <Td>{pairing.department}</Td>
              <Td><To href={`/people/${pairing.mentorId}`} className="link">{pairing.mentor}</To></Td>
              <Td>{since(pairing, today)}</Td>
              {office && <Td actions>{end(pairing)}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

const since = ({ startedOn }: PairingRow, today: string) => (startedOn > today ? `${startedOn} 开始` : `${startedOn} 起`);
