import { Badge, type Said } from "@/app/_ui/badge";
import { type Column, List } from "@/app/_ui/list";
import type { HouseholdLine } from "@/lib/households/reads";

const columns: Column[] = [
  { head: "户号" }, { head: "户主", card: "title", opens: true }, { head: "村组" }, { head: "上次走访", named: true },
  { head: "状态", card: "aside" },
];

/** Longest unvisited first. */
export function HouseholdList({ rows }: { rows: readonly HouseholdLine[] }) {
  const lines = rows.map((row) => ({
    href: `/households/${row.id}`,
    cells: [row.code, row.name, placeOf(row), row.visited, stateOf(row) ?? (row.mine ? "我包的户" : "")],
  }));
  return <List caption="农户，最久没走访的在前" columns={columns} rows={lines} />;
}

const placeOf = ({ village, groupName }: HouseholdLine) => [village, groupName].filter(Boolean).join(" ");

type Stated = Pick<HouseholdLine, "leftOn" | "lastVisitedOn" | "overdue" | "everyDays" | "mine">;

/** Colour only for what wants doing. */
function stateOf({ leftOn, lastVisitedOn, overdue, everyDays }: Stated): Said | undefined {
  if (leftOn) return { tone: "neutral", shape: "dash", word: "已离开" };
  if (!lastVisitedOn) return { tone: "neutral", word: "还没访过" };
  return overdue ? { tone: "warn", shape: "triangle", word: `超 ${everyDays} 天` } : undefined;
}

export function StateOf({ row }: { row: Stated }) {
  const state = stateOf(row);
  if (state) return <Badge {...state} />;
  return row.mine ? <span className="text-ink-2">我包的户</span> : null;
}
