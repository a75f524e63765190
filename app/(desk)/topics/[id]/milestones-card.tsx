import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import type { Desk } from "@/lib/gate/desk";
import type { Topic } from "@/lib/topics/reads";
import { evidenceByMilestone, groupNow, type Milestone, milestonesOf } from "@/lib/topics/reads-work";
import { daysFrom, lateness, SOON_DAYS } from "@/lib/topics/rules-late";
import { Press } from "../../pairings/press";
import { AddMilestone, ReviseMilestone } from "./milestone-form";
import { dropMilestone, finishMilestone } from "./work-actions";
import { writesIn } from "./writes-in";

type Props = { desk: Desk; topic: Pick<Topic, "id" | "stoppedOn" | "within"> };
type People = Awaited<ReturnType<typeof groupNow>>;
type LineProps = { desk: Desk; milestone: Milestone; people: People; rests: number; writes: boolean };

/** 里程碑: what is to be done by whom until when; a day late is yellow, a week red. */
export async function MilestonesCard({ desk, topic }: Props) {
  if (!topic.within) return null;
  const [all, people, rests] = await Promise.all([milestonesOf(desk, topic.id), groupNow(desk, topic.id), evidenceByMilestone(desk, topic.id)]);
  const [kept, dropped] = [all.filter(({ droppedOn }) => !droppedOn), all.filter(({ droppedOn }) => droppedOn)];
  const writes = writesIn(desk, topic);
  const done = kept.filter(({ doneOn }) => doneOn).length;
  return (
    <Card title={<span id="milestones">里程碑{kept.length > 0 && `（完成 ${done}/${kept.length}）`}</span>} flush aside={writes && <AddMilestone topicId={topic.id} people={people} />}>
      {kept.length === 0 && <p className="p-3 text-ink-2">{writes ? "还没有里程碑。把课题拆成几步，每步一个人、一个日子。" : "还没有里程碑。"}</p>}
      <ul className="divide-y divide-line">
        {kept.map((milestone) => <Line key={milestone.id} desk={desk} milestone={milestone} people={people} rests={rests.get(milestone.id) ?? 0} writes={writes} />)}
      </ul>
      {dropped.length > 0 && <Dropped milestones={dropped} writes={writes} />}
    </Card>
  );
}

function Line({ desk, milestone: { id, title, ownerId, owner, dueOn, doneOn }, people, rests, writes }: LineProps) {
  const { today } = desk.me;
  const stands = lateness({ dueOn, doneOn }, today);
  const gone = !doneOn && !people.some(({ value }) => value === ownerId);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-[14em]">
        <p className="break-words">{title}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
          <span>{owner}</span><span className="whitespace-nowrap">{dueOn} 前</span>
          {rests > 0 && <span className="whitespace-nowrap">佐证 {rests} 条</span>}
          {(doneOn || daysFrom(today, dueOn) <= SOON_DAYS) && <Badge tone={stands.tone}>{stands.words}</Badge>}
          {gone && <span className="text-warn">▲ 负责人已离组，换一个人</span>}
        </p>
      </div>
      {writes && (
        <span className="no-print ml-auto flex flex-wrap justify-end gap-1.5">
          {doneOn
            ? <Press send={finishMilestone} input={{ milestoneId: id, doneOn: null }} size="row" variant="quiet" label={`收回完成：${title}`}>收回完成</Press>
            : <><ReviseMilestone milestone={{ id, title, ownerId, dueOn }} people={people} today={today} /><Press send={finishMilestone} input={{ milestoneId: id, doneOn: today }} size="row" label={`记为完成：${title}`}>记为完成</Press></>}
        </span>
      )}
    </li>
  );
}

function Dropped({ milestones, writes }: { milestones: readonly Milestone[]; writes: boolean }) {
  return (
    <details className="border-t border-line px-3">
      <summary>去掉的 {milestones.length} 个</summary>
      <ul className="pb-2 text-sm text-ink-2">
        {milestones.map(({ id, title, owner, droppedOn }) => (
          <li key={id} className="flex min-h-row flex-wrap items-center gap-x-3">
            <span className="min-w-0 flex-1 basis-[12em] break-words">{title} · {owner} · {droppedOn} 去掉</span>
            {writes && <Press send={dropMilestone} input={{ milestoneId: id, dropped: false }} size="row" variant="quiet" label={`放回：${title}`}>放回</Press>}
          </li>
        ))}
      </ul>
    </details>
  );
}
