import { Card } from "@/app/_ui/card";
import { Pager } from "@/app/_ui/pager";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { shortDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Topic } from "@/lib/topics/reads";
import { countEvidence, type Evidence, evidencePage, milestonesOf } from "@/lib/topics/reads-work";
import { visitKind } from "@/lib/words/visit";
import { Press } from "../../pairings/press";
import { EvidenceButton } from "./evidence-form";
import { unlinkEvidence } from "./work-actions";
import { writesIn } from "./writes-in";

type Props = { desk: Desk; topic: Pick<Topic, "id" | "stoppedOn" | "within">; after: Id<"topicEvidence"> | undefined };

/** 佐证: the visits and problems a topic rests on. Whoever may not see the household reads where and what, and no more. */
export async function EvidenceCard({ desk, topic, after }: Props) {
  if (!topic.within) return null;
  const [{ evidence, next }, total, milestones] = await Promise.all([evidencePage(desk, topic.id, after), countEvidence(desk, topic.id), milestonesOf(desk, topic.id)]);
  const writes = writesIn(desk, topic);
  const here = `/topics/${topic.id}`;
  const choices = milestones.filter(({ droppedOn }) => !droppedOn).map(({ id, title }) => ({ value: id, label: title }));
  const titles = new Map(milestones.map(({ id, title }) => [id, title]));
  return (
    <Card title={<span id="evidence">佐证{total > 0 && `（${total}）`}</span>} flush aside={writes && <EvidenceButton topicId={topic.id} milestones={choices} />}>
      {total === 0 && <p className="p-3 text-ink-2">{writes ? "还没有佐证。从走访和问题里选，不用再写一遍。" : "还没有佐证。"}</p>}
      <ul className="divide-y divide-line">
        {evidence.map((one) => <Line key={one.id} one={one} milestone={one.milestoneId ? titles.get(one.milestoneId) : undefined} writes={writes} />)}
      </ul>
      <div className="px-3 empty:hidden">
        <Pager nextHref={next && `${here}?evidence=${next}#evidence`} firstHref={after ? `${here}#evidence` : undefined} />
      </div>
    </Card>
  );
}

function Line({ one: { id, seen, on, village, words, addedBy, ...one }, milestone, writes }: { one: Evidence; milestone: string | undefined; writes: boolean }) {
  const kind = one.visitKind ? visitKind.label(one.visitKind) : "问题";
  const what = `${shortDay(on)} ${village} ${kind}`;
  return (
    <li className="flex flex-wrap items-start gap-x-3 px-3 py-2">
      <div className="min-w-0 flex-1 basis-[14em]">
        {seen
          ? <p className="break-words"><To href={seen.href} className="link inline-flex min-h-row items-center">{[what, seen.title].filter(Boolean).join(" · ")}</To></p>
          : <p className="break-words">{what}<span className="block text-sm text-ink-2">{one.visitKind === "enterprise" ? "这家企业" : "这户"}不归你联系，只显示到村</span></p>}
        {words && <p className="measure break-words">{words}</p>}
        <p className="text-sm text-ink-2">{[`${addedBy} 加`, milestone && `用于 ${milestone}`].filter(Boolean).join(" · ")}</p>
      </div>
      {writes && (
        <span className="no-print ml-auto flex flex-wrap justify-end">
          <Press send={unlinkEvidence} input={{ evidenceId: id }} size="row" variant="quiet" label={`去掉佐证：${what}`}>去掉佐证</Press>
        </span>
      )}
    </li>
  );
}
