import { Badge, type Said } from "@/app/_ui/badge";
import { type Column, List } from "@/app/_ui/list";
import { dayOf, daysBetween } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import type { ProblemLine } from "@/lib/problems/reads";
import { problemState, type ProblemState } from "@/lib/words/problem";
import { topicChip } from "@/lib/words/visit";

const looks: Partial<Record<ProblemState, Pick<Said, "tone" | "shape">>> = {
  collected: { tone: "warn", shape: "ring" },
  closed: { tone: "ok", shape: "disc" },
  closed_unresolved: { tone: "neutral", shape: "dash" },
  refused: { tone: "danger", shape: "triangle" },
  redo: { tone: "danger", shape: "triangle" },
};

/** Icon, word and colour; whatever is under way looks under way. */
const stateOf = (state: ProblemState): Said => ({ ...(looks[state] ?? { tone: "info", shape: "half" }), word: problemState.label(state) });
export const ProblemBadge = ({ state }: { state: ProblemState }) => <Badge {...stateOf(state)} />;

const columns: Column[] = [
  { head: "状态", card: "mark" }, { head: "问题", card: "title", room: "rest", opens: true }, { head: "类别" }, { head: "村社" }, { head: "农户" },
  { head: "登记人" }, { head: "从哪来", card: "none" }, { head: "登记日", card: "aside" }, { head: "天数", number: true, card: "none" },
];

export function ProblemList({ rows, today }: { rows: readonly ProblemLine[]; today: Day }) {
  const lines = rows.map((problem) => {
    const on = dayOf(problem.raisedAt);
    const where = [topicChip.label(problem.topic), problem.village, problem.maskedName ? `${problem.maskedName} 户` : "–"];
    const since = [problem.raisedBy, problem.visitId ? "走访" : "登记", shortDay(on), daysBetween(on, today)];
    return { href: `/problems/${problem.id}`, cells: [stateOf(problem.state), problem.title, ...where, ...since] };
  });
  return <List caption="问题" columns={columns} rows={lines} />;
}
