import { Card } from "@/app/_ui/card";
import { Pager } from "@/app/_ui/pager";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import type { Topic } from "@/lib/topics/reads";
import { countNotes, notesPage } from "@/lib/topics/reads-work";
import { NoteButton } from "./note-form";
import { writesIn } from "./writes-in";

type Props = { desk: Desk; topic: Pick<Topic, "id" | "stoppedOn" | "within">; after: Id<"topicNote"> | undefined };

/** 进展: what the group says of its own work, latest first. */
export async function NotesCard({ desk, topic, after }: Props) {
  if (!topic.within) return null;
  const [{ notes, next }, total] = await Promise.all([notesPage(desk, topic.id, after), countNotes(desk, topic.id)]);
  const writes = writesIn(desk, topic);
  const here = `/topics/${topic.id}`;
  return (
    <Card title={<span id="notes">进展{total > 0 && `（${total}）`}</span>} flush aside={writes && <NoteButton topicId={topic.id} />}>
      {total === 0 && <p className="p-3 text-ink-2">{writes ? "还没有进展。做了一步就写一句，组里和党建办都看得到。" : "还没有进展。"}</p>}
      <ol className="divide-y divide-line">
        {notes.map(({ id, at, author, words }) => (
          <li key={id} className="grid gap-0.5 px-3 py-2">
            <p className="text-sm text-ink-2">{clockOf(at)} {author}</p>
            <p className="measure break-words whitespace-pre-line">{words}</p>
          </li>
        ))}
      </ol>
      <div className="px-3 empty:hidden">
        <Pager nextHref={next && `${here}?note=${next}#notes`} firstHref={after ? `${here}#notes` : undefined} />
      </div>
    </Card>
  );
}
