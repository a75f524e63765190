import { DialogButton } from "@/app/_ui/dialog";
import type { Desk } from "@/lib/gate/desk";
import { type AbsenceNow, mentorOptions, standInOptions } from "@/lib/visits/reads-absences";
import { AbsenceFormLater } from "./absence-form-later";
import { EndAbsence } from "./end-absence";

/** 请人代批阅: who is away and who answers for them; and the form for one's own, or as the office anybody's. */
export async function Absences({ desk, absences }: { desk: Desk; absences: readonly AbsenceNow[] }) {
  const { me } = desk;
  const mine = absences.filter(({ personId }) => personId === me.id);
  const [standIns, mentors] = await Promise.all([standInOptions(desk), me.is("office") ? mentorOptions(desk) : []]);
  const own = me.is("mentor") ? [{ value: me.id, label: "我自己" }] : [];
  return (
    <DialogButton variant="secondary" size="row" label={labelOf(absences, mine)} title="请人代批阅">
      <div className="grid gap-4">
        {absences.length > 0 && (
          <ul className="grid gap-2">
            {absences.map((absence) => (
              <li key={absence.id} className="flex flex-wrap items-center justify-between gap-2 rounded-1 border border-line px-3 py-1">
                <span>{wordsOf(desk, absence)}</span>
                {desk.may("absence.end", { ...absence, reason: absence.reason }) && <EndAbsence absenceId={absence.id} />}
              </li>
            ))}
          </ul>
        )}
        <AbsenceFormLater who={[...own, ...mentors.filter(({ value }) => value !== me.id)]} standIns={standIns} today={me.today} />
      </div>
    </DialogButton>
  );
}

function labelOf(absences: readonly AbsenceNow[], mine: readonly AbsenceNow[]): string {
  if (mine[0]) return `${mine[0].startedOn.slice(5)} 起${mine[0].standIn ? `由 ${mine[0].standIn} ` : "请人"}代批阅`;
  return absences.length > 0 ? `代批阅（${absences.length}）` : "请人代批阅";
}

const wordsOf = (desk: Desk, { personId, person, standInId, standIn, startedOn, endedOn, reason }: AbsenceNow): string => {
  const who = personId === desk.me.id ? "我" : person;
  const by = standInId === desk.me.id ? "由我代批阅" : standIn ? `由 ${standIn} 代批阅` : "没有请人，3 个工作日后由党建办批阅";
  return `${who} ${startedOn.slice(5)} 至 ${endedOn.slice(5)} 不在，${by}（${reason}）`;
};
