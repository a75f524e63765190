import type { Board as BoardRows } from "@/lib/dashboard/reads-board";
import { weekOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { BoardTable } from "./board-table";

/** Every village by twelve weeks. A page is sent its numbers; the table is drawn from them. */
export function Board({ board: { weeks, rows, called }, today }: { board: BoardRows; today: Day }) {
  const heads = weeks.map(({ week, meetingOn }) => ({ week, meetingOn, now: week === weekOf(today) }));
  const villages = rows.map(({ id, name, cells }) => ({ id, name, calls: cells.map(({ dayVisits, nightTalks }) => [dayVisits, nightTalks] as const) }));
  return <BoardTable weeks={heads} villages={villages} called={called} />;
}
