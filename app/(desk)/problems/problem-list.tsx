import { Badge, type Tone } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card";
import type { Shape } from "@/app/_ui/glyph";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import { dayOf, daysBetween } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import type { ProblemLine } from "@/lib/problems/reads";
import { problemState, type ProblemState } from "@/lib/words/problem";
import { topicChip } from "@/lib/words/visit";

const looks: Partial<Record<ProblemState, { tone: Tone; shape: Shape }>> = {
  collected: { tone: "warn", shape: "ring" },
  closed: { tone: "ok", shape: "disc" },
  closed_unresolved: { tone: "neutral", shape: "dash" },
  refused: { tone: "danger", shape: "triangle" },
  redo: { tone: "danger", shape: "triangle" },
};

/** Icon, word and colour; whatever is under way looks under way. */
export function ProblemBadge({ state }: { state: ProblemState }) {
  return <Badge {...(looks[state] ?? { tone: "info", shape: "half" })}>{problemState.label(state)}</Badge>;
}

type ProblemListProps = { rows: readonly ProblemLine[]; today: Day };

export function ProblemList({ rows, today }: ProblemListProps) {
  return (
    <>
      <Table caption="问题" className="max-lg:hidden">
        <thead>
          <tr><Th>状态</Th><Th>问题</Th><Th>类别</Th><Th>村社</Th><Th>农户</Th><Th>登记人</Th><Th>从哪来</Th><Th>登记日</Th><Th number>天数</Th></tr>
        </thead>
        <tbody>
          {rows.map((problem) => (
            <tr key={problem.id}>
              <Td><ProblemBadge state={problem.state} /></Td>
              <Th scope="row" className="w-full max-w-0">
                <To href={`/problems/${problem.id}`} className="link block truncate" title={problem.title}>{problem.title}</To>
              </Th>
              <Td className="whitespace-nowrap">{topicChip.label(problem.topic)}</Td>
              <Td className="whitespace-nowrap">{problem.village}</Td>
              <Td className="whitespace-nowrap">{problem.maskedName ? `${problem.maskedName} 户` : "–"}</Td>
              <Td className="whitespace-nowrap">{problem.raisedBy}</Td>
              <Td className="whitespace-nowrap">{problem.visitId ? "走访" : "登记"}</Td>
              <Td className="whitespace-nowrap">{shortDay(dayOf(problem.raisedAt))}</Td>
              <Td number>{daysBetween(dayOf(problem.raisedAt), today)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CardList label="问题" className="lg:hidden">
        {rows.map((problem) => (
          <CardRow key={problem.id} href={`/problems/${problem.id}`} aside={shortDay(dayOf(problem.raisedAt))}
            title={<span className="line-clamp-2">{problem.title}</span>}
            meta={(
              <>
                <span className="block">{whereOf(problem)}</span>
                <span className="mt-1 flex items-center gap-2"><ProblemBadge state={problem.state} />{problem.raisedBy}登记</span>
              </>
            )} />
        ))}
      </CardList>
    </>
  );
}

const whereOf = ({ village, maskedName, topic }: ProblemLine): string =>
  [village, maskedName && `${maskedName} 户`, topicChip.label(topic)].filter(Boolean).join(" · ");
