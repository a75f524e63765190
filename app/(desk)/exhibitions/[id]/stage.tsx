import { DialogButton } from "@/app/_ui/dialog";
import { To } from "@/app/_ui/to";
import type { ExhibitRow } from "@/lib/exhibitions/reads";
import { exhibitForm } from "@/lib/words/topic";
import { Press } from "../../pairings/press";
import { moveExhibit, withdrawExhibit } from "../actions";
import { ReviseExhibit } from "../exhibition-forms";

/** The stage in its order; while it is prepared, with what the office may change about each. */
export function Stage({ stage, editable }: { stage: readonly ExhibitRow[]; editable: boolean }) {
  if (stage.length === 0) return <p className="p-3 text-ink-2">还没有节目。</p>;
  return (
    <ol className="divide-y divide-line">
      {stage.map((exhibit, at) => (
        <li key={exhibit.id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-2 px-3 py-2.5">
          <span className="font-semibold text-ink-2">{at + 1}</span>
          <Words {...exhibit} />
          {editable && <div className="col-start-2 mt-1 flex flex-wrap gap-2"><Deeds exhibit={exhibit} first={at === 0} last={at === stage.length - 1} /></div>}
        </li>
      ))}
    </ol>
  );
}

function Words({ title, form, summary, materials, topic, topicId }: ExhibitRow) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b>{title}</b>
        <span className="text-sm text-ink-2">{exhibitForm.label(form)}</span>
        {topic && <To href={`/topics/${topicId}`} className="link inline-flex min-h-6 items-center text-sm max-lg:min-h-tap no-print">看课题</To>}
      </p>
      {summary && <p className="measure">{summary}</p>}
      {materials && <p className="text-sm text-ink-2">材料：{materials}</p>}
    </div>
  );
}

function Deeds({ exhibit, first, last }: { exhibit: ExhibitRow; first: boolean; last: boolean }) {
  const { id: exhibitId, title } = exhibit;
  return (
    <>
      {!first && <Press send={moveExhibit} input={{ exhibitId, way: "up" }} size="row" label={`上移“${title}”`}>上移</Press>}
      {!last && <Press send={moveExhibit} input={{ exhibitId, way: "down" }} size="row" label={`下移“${title}”`}>下移</Press>}
      <DialogButton label="修改节目" title={`修改“${title}”`} size="row"><ReviseExhibit exhibit={exhibit} /></DialogButton>
      <DialogButton label="撤下节目" title={`撤下“${title}”`} size="row">
        <p className="mb-3">撤下以后，节目名、介绍和材料不再保留。课题不受影响，可以再加回来。</p>
        <Press send={withdrawExhibit} input={{ exhibitId }} variant="danger">撤下这个节目</Press>
      </DialogButton>
    </>
  );
}
