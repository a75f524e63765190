import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { memberChoices, type Topic, type TopicMember } from "@/lib/topics/reads";
import { topicPart } from "@/lib/words/topic";
import { Press } from "../../pairings/press";
import { leaveTopic } from "../actions";
import { JoinFields } from "./join-fields";

type Props = { desk: Desk; topic: Topic };

/** 课题组: who is of it, as what, since when; and who was. */
export async function MembersCard({ desk, topic }: Props) {
  const keeps = desk.me.is("office") && !topic.stoppedOn;
  const [now, before] = [topic.members.filter(({ endedOn }) => !endedOn), topic.members.filter(({ endedOn }) => endedOn)];
  return (
    <Card title={`课题组（${now.length}）`} flush aside={keeps && (
      <DialogButton label="加人或换分工" title="课题组" size="row">
        <JoinFields topicId={topic.id} people={await memberChoices(desk)} leader={now.find(({ part }) => part === "leader")?.name} />
      </DialogButton>
    )}>
      <ul className="divide-y divide-line">
        {now.map((member) => <Member key={member.id} member={member} keeps={keeps} />)}
      </ul>
      {before.length > 0 && (
        <details className="border-t border-line px-3">
          <summary>以前在组里的（{before.length}）</summary>
          <ul className="pb-2 text-sm text-ink-2">
            {before.map(({ id, name, part, startedOn, endedOn }) => <li key={id}>{name} · {topicPart.label(part)} · {startedOn} 至 {endedOn}</li>)}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Member({ member: { id, personId, name, department, part, startedOn }, keeps }: { member: TopicMember; keeps: boolean }) {
  return (
    <li className="flex min-h-row flex-wrap items-center justify-end gap-x-3 px-3 py-1">
      <span className="grid min-w-0 flex-1">
        <span className="flex items-center gap-x-3">
          <To href={`/people/${personId}`} className="link inline-flex min-h-row items-center">{name}</To>
          <span className="text-sm text-ink-2">{topicPart.label(part)}</span>
        </span>
        <span className="text-sm text-ink-2">{department && `${department} · `}{startedOn} 起</span>
      </span>
      {keeps && part !== "leader" && <Press send={leaveTopic} input={{ memberId: id }} size="row" variant="quiet" label={`移出课题组：${name}`}>移出课题组</Press>}
    </li>
  );
}
