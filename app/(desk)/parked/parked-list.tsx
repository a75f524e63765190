import type { Said } from "@/app/_ui/badge";
import { type Column, List } from "@/app/_ui/list";
import { clockOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { ParkedLine } from "@/lib/visits/reads-parked";
import { doorName } from "@/lib/visits/rules";
import { parkedState, type ParkedState, visitKind } from "@/lib/words/visit";

const tones: Record<ParkedState, Said["tone"]> = { parked: "warn", handed: "info", admitted: "ok", declined: "danger", withdrawn: "neutral" };
export const standing = ({ state }: Pick<ParkedLine, "state">): Said => ({ tone: tones[state], word: parkedState.label(state) });

const columns: Column[] = [
  { head: "状态", card: "mark" }, { head: "走访日期", card: "aside" }, { head: "户或企业", card: "title", room: "some" }, { head: "村社" }, { head: "方式" },
  { head: "作者", named: true }, { head: "写了什么", card: "line", room: "rest", opens: true }, { head: "转交给", card: "none" }, { head: "存下时间", card: "none" },
];

export function ParkedList({ rows }: { rows: readonly ParkedLine[] }) {
  const lines = rows.map((line) => {
    const door = [doorName(line), line.village, visitKind.label(line.kind), line.author];
    return { href: `/parked/${line.id}`, cells: [standing(line), shortDay(line.visitedOn), ...door, line.account || "没走成", line.keeper || "--", clockOf(line.parkedAt)] };
  });
  return <List caption="等待处理的走访" columns={columns} rows={lines} />;
}
