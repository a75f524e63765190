import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { To } from "@/app/_ui/to";
import type { MentorChoice } from "@/lib/pairings/reads";
import { PairingForm } from "./pairing-forms";

type Cadre = { id: string; name: string; department: string };
type Props = { cadres: readonly Cadre[]; mentors: readonly MentorChoice[]; office: boolean; today: string };

/** The office's first errand: who has no mentor. Each line has the one deed that mends it. */
export function Unpaired({ cadres, mentors, office, today }: Props) {
  if (cadres.length === 0) return null;
  return (
    <Card title={`未结对的青年干部（${cadres.length}）`} flush aside={office && <To href="/pairings/match" className="link inline-flex min-h-row items-center">看结对建议</To>}>
      <ul className="divide-y divide-line">
        {cadres.map((cadre) => (
          <li key={cadre.id} className="flex min-h-row flex-wrap items-center gap-x-3 px-3">
            <To href={`/people/${cadre.id}`} className="link inline-flex min-h-row items-center">{cadre.name}</To>
            <span className="text-sm text-ink-2">{cadre.department}</span>
            {office && (
              <span className="ml-auto">
                <DialogButton label="选择导师" title={`给 ${cadre.name} 选择导师`} size="row">
                  <PairingForm mentees={[cadre]} mentors={mentors} today={today} />
                </DialogButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
