import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import type { Topic } from "@/lib/topics/reads";
import { papersOf, type PaperVersion, type TopicPaper } from "@/lib/topics/reads-papers";
import { megabytes } from "@/lib/topics/rules-papers";
import { deliverableKind, fileKind } from "@/lib/words/topic";
import { PaperButton } from "./paper-form";
import { writesIn } from "./writes-in";

type Props = { desk: Desk; topic: Pick<Topic, "id" | "stoppedOn"> };

/** 成果材料 in all their versions; while judges score, what they read stays as it is. */
export async function DeliverablesCard({ desk, topic }: Props) {
  const { papers, locked } = await papersOf(desk, topic.id);
  const writes = writesIn(desk, topic);
  const sends = writes && !locked;
  return (
    <Card title={<span id="papers">成果材料{papers.length > 0 && `（${papers.length}）`}</span>} flush aside={sends && <PaperButton topicId={topic.id} />}>
      {locked && <p className="border-b border-line bg-warn-bg px-3 py-2 text-warn">{lockWords(papers, locked.openedAt)}</p>}
      {papers.length === 0 && <p className="p-3 text-ink-2">{sends ? "还没有材料。开题方案、调研报告、答辩材料传到这里，每次改都留一个版本。" : "还没有材料。"}</p>}
      <ul className="divide-y divide-line">
        {papers.map((paper) => <PaperLine key={paper.id} topicId={topic.id} paper={paper} sends={sends} />)}
      </ul>
    </Card>
  );
}

function lockWords(papers: readonly TopicPaper[], openedAt: Date | null): string {
  const lock = papers.find(({ lockedBy }) => lockedBy);
  const at = lock?.lockedAt ?? openedAt;
  return `${[at && clockOf(at), lock?.lockedBy].filter(Boolean).join(" ")} 开始答辩评分，材料已锁定。结果公布后再传新版`;
}

type LineProps = { topicId: Id<"topic">; paper: TopicPaper; sends: boolean };

function PaperLine({ topicId, paper: { id, kind, title, versions }, sends }: LineProps) {
  const [latest, ...earlier] = versions;
  return (
    <li className="grid gap-1 px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-[12em] break-words"><b className="font-semibold">{title}</b> {deliverableKind.label(kind) !== title && <span className="text-sm text-ink-2">{deliverableKind.label(kind)}</span>}</p>
        {sends && <PaperButton topicId={topicId} paper={{ id, kind, title }} />}
      </div>
      {latest && <VersionLine topicId={topicId} version={latest} />}
      {earlier.length > 0 && (
        <details>
          <summary className="text-sm">以前的 {earlier.length} 版{earlier.some(({ judged }) => judged) && "，含答辩时的版本"}</summary>
          <ul>{earlier.map((version) => <li key={version.id}><VersionLine topicId={topicId} version={version} /></li>)}</ul>
        </details>
      )}
    </li>
  );
}

/** `download` keeps the page from taking the press for its own. */
function VersionLine({ topicId, version: { id, number, name, kind, bytes, by, at, judged } }: { topicId: Id<"topic">; version: PaperVersion }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
      <span className="whitespace-nowrap">第 {number} 版</span>
      <a href={`/api/v1/topics/${topicId}/files/${id}`} download className="link inline-flex min-h-row min-w-0 items-center break-all" aria-label={`下载 ${name}，第 ${number} 版`}>{name}</a>
      <span>{fileKind.label(kind)} {megabytes(bytes)}</span>
      <span>{by} {clockOf(at)}</span>
      {judged && <Badge tone="info" shape="disc">答辩时的版本</Badge>}
    </p>
  );
}
