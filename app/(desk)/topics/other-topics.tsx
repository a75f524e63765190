import { Card } from "@/app/_ui/card";
import { Pager } from "@/app/_ui/pager";
import { To } from "@/app/_ui/to";
import type { finishedTopics, TopicCard } from "@/lib/topics/reads";
import { standingWords } from "@/lib/topics/rules";
import { addressOf } from "../people/people-address";
import { MoveButton } from "./move-button";

const row = "flex min-h-row flex-wrap items-center gap-x-3";

/** 中止: apart from those that go on. */
export function StoppedTopics({ topics }: { topics: readonly TopicCard[] }) {
  if (topics.length === 0) return null;
  return (
    <Card title={`中止的课题（${topics.length}）`} flush>
      <ul className="divide-y divide-line">
        {topics.map(({ id, title, leader, gate, stoppedOn }) => (
          <li key={id} className={`${row} px-3`}>
            <To href={`/topics/${id}`} className="link inline-flex min-h-row items-center underline">{title}</To>
            <span className="text-sm text-ink-2">{stoppedOn} 中止，在“{standingWords(gate)}” · 组长 {leader ?? "还没定"}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type FinishedProps = { finished: Awaited<ReturnType<typeof finishedTopics>>; paged: boolean; office: boolean };

/** Past their last gate; folded away until somebody asks. */
export function FinishedTopics({ finished: { topics, next }, paged, office }: FinishedProps) {
  if (topics.length === 0) return null;
  return (
    <details open={paged} className="rounded-2 border border-line bg-bg px-3">
      <summary className="font-semibold">全部完成的课题</summary>
      <ul className="divide-y divide-line border-t border-line">
        {topics.map(({ id, title, leader, startedOn, version }) => (
          <li key={id} className={row}>
            <To href={`/topics/${id}`} className="link inline-flex min-h-row items-center underline">{title}</To>
            <span className="text-sm text-ink-2">{startedOn} 立的 · 组长 {leader ?? "还没定"}</span>
            {office && <span className="ml-auto"><MoveButton topic={{ id, title, gate: null, version }} missing={{}} size="row" /></span>}
          </li>
        ))}
      </ul>
      <Pager nextHref={next && addressOf("/topics", { after: next })} firstHref={paged ? "/topics" : undefined} />
    </details>
  );
}
