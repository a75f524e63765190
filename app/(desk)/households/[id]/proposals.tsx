import { Badge } from "@/app/_ui/badge";
import { To } from "@/app/_ui/to";
import type { HouseholdFile } from "@/lib/households/reads-file";
import type { KindProposals, ProposalBox, ProposalLine, SettledLine } from "@/lib/households/reads-proposals";
import type { FileKind } from "@/lib/words/practice";
import { AdoptButton, DeclineButton } from "../decide-buttons";

type Props = { file: HouseholdFile; kind: FileKind };

/** 新说法 of one part of the file: what waits to be decided on, and what was decided before. */
export function Proposals({ file, kind }: Props) {
  const { boxes, hidden, settled, standing } = file.proposals[kind];
  return (
    <div className="grid gap-2 pt-1 empty:hidden">
      {boxes.map((box) => <Box key={box.sides[0]!.id} box={box} standing={standing} opens={file.opens} />)}
      {hidden > 0 && <p className="text-sm"><Badge tone="info">{hidden} 条新说法</Badge> {file.opens ? "打开内容后可以核对" : "由维护这户的人核对"}</p>}
      {settled.length > 0 && <Settled lines={settled} />}
    </div>
  );
}

type BoxProps = { box: ProposalBox; opens: boolean } & Pick<KindProposals, "standing">;

function Box({ box, standing, opens }: BoxProps) {
  const { conflict, current, kind, topic } = box;
  return (
    <section className={`grid gap-1.5 rounded-2 border border-l-4 border-line bg-bg-2 px-3 py-2 ${conflict ? "border-l-warn" : "border-l-primary"}`}>
      <p className="flex flex-wrap items-center gap-x-2">
        {kind !== "members" && <b className="font-semibold">{topic || kind === "door" ? box.words : `${box.words}（没说哪一项）`}</b>}
        <Badge tone={conflict ? "warn" : "info"}>{conflict ? "说法不一样，请选一个" : "有新说法，等核对"}</Badge>
      </p>
      {conflict && current && !box.blind && <p className="text-sm text-ink-2">现在登记的：{current.says}（{current.asOf}）</p>}
      <ul className="grid divide-y divide-line">
        {box.sides.map((side) => <Side key={side.id} side={side} box={box} standing={standing} opens={opens} />)}
      </ul>
    </section>
  );
}

function Side({ side, box, standing, opens }: BoxProps & { side: ProposalLine }) {
  const seenIds = box.sides.map(({ id }) => id);
  const decides = side.may && !side.isBarred && !box.blind;
  const deed = { proposalId: side.id, openedOn: standing, seenIds };
  return (
    <li className="py-1.5 first:pt-0 last:pb-0">
      <p>{side.says}</p>
      <p className="flex flex-wrap items-center gap-x-1 text-sm text-ink-2">
        {side.asOf} · {side.source} · {side.by}
        {side.visitId && <To href={`/visits/${side.visitId}`} className="link inline-flex min-h-tap items-center">看走访</To>}
      </p>
      {side.isTyped && side.moved && <p className="text-sm text-ink-2">写的时候这一项刚被改过，没有盖掉，先放在这里</p>}
      {decides && (
        <div className="flex flex-wrap gap-2 pt-1">
          <AdoptButton {...deed} kind={box.kind} topic={box.topic} says={side.says} stands={box.current?.says} others={seenIds.length - 1} />
          <DeclineButton {...deed} says={side.says} />
        </div>
      )}
      {side.may && !decides && <p className="text-sm text-ink-2">{side.isBarred ? "考核带来的说法，考官和考核对象都不决定" : opens ? "先打开内容看一看，再决定" : "现在登记的内容不对你开放，由包户干部或村干部核对"}</p>}
    </li>
  );
}

/** What was not adopted, and why; of the family also what was. */
function Settled({ lines }: { lines: readonly SettledLine[] }) {
  return (
    <details className="text-sm text-ink-2">
      <summary className="inline-flex min-h-tap cursor-pointer items-center">核对过的说法 {lines.length} 条</summary>
      <ul className="grid gap-1.5 pb-1">
        {lines.map((line) => (
          <li key={line.id}>
            {line.kind !== "members" && `${line.words}：`}{line.says}（{line.asOf} · {line.source} · {line.by}）
            <span className="block">{line.decidedBy}{line.stateWords}{line.why && `：${line.why}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
