import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { To } from "@/app/_ui/to";
import type { Serving } from "@/lib/villages/reads";
import { role } from "@/lib/words/person";
import { EndAssignmentCard } from "../assignment-forms";

type Props = { title: string; serving: readonly Serving[]; office: boolean; today: string };

const deedOf = ({ grid, householdId, code, maskedName }: Serving) =>
  householdId ? `包户${code ? ` ${code} ${maskedName}` : ""}` : grid ?? "联村";

/** Who serves the village, each with the day it began. */
export function ServingCard({ title, serving, office, today }: Props) {
  if (serving.length === 0 && title !== "现在") return null;
  return (
    <Card title={`${title}由谁联系（${serving.length}）`} flush>
      {serving.length === 0 && <p className="p-3 text-ink-2">还没有人联系这里。党建办点“安排人员”</p>}
      <ul className="divide-y divide-line">
        {serving.map((one) => (
          <li key={one.id} className="flex min-h-row flex-wrap items-center gap-x-3 px-3">
            <To href={`/people/${one.personId}`} className="link inline-flex min-h-row items-center">{one.name}</To>
            <span>{deedOf(one)}</span>
            <span className="text-sm text-ink-2">{one.roles.map(role.label).join("、")}</span>
            <span className="ml-auto text-sm text-ink-2">{one.startedOn} 起{one.endedOn && `，到 ${one.endedOn}`}</span>
            {office && (
              <DialogButton label="结束安排" title={`结束 ${one.name} 的安排`} size="row" variant="quiet">
                <EndAssignmentCard assignmentId={one.id} name={one.name} startedOn={one.startedOn} today={today} />
              </DialogButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
