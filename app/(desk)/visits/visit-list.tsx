import { Badge, type Said, type Tone } from "@/app/_ui/badge";
import { type Column, List } from "@/app/_ui/list";
import { shortDay } from "@/lib/kernel/day";
import type { VisitLine } from "@/lib/visits/reads";
import { doorName } from "@/lib/visits/rules";
import { notDone, topicChip, visitKind, visitState } from "@/lib/words/visit";

const tones: Record<VisitLine["state"], Tone> = { draft: "neutral", submitted: "info", returned: "warn", approved: "ok" };
type Stated = Pick<VisitLine, "state" | "dueAt">;

const stateOf = ({ state, dueAt }: Stated, now: Date): Said =>
  state === "submitted" && dueAt && dueAt < now ? { tone: "danger", word: "待批阅 超 48 小时" } : { tone: tones[state], word: visitState.label(state) };

export const StateBadge = ({ visit, now }: { visit: Stated; now: Date }) => <Badge {...stateOf(visit, now)} />;

const author: Column = { head: "作者" };
const columns = (authors: boolean): Column[] => [
  { head: "日期", card: "aside" }, { head: "方式" }, { head: "村社" }, { head: "户或企业", card: "title", room: "some" },
  ...(authors ? [author] : []), { head: "谈了什么", card: "line", room: "rest", opens: true }, { head: "状态", card: "mark" },
];

export function VisitList({ rows, now, showAuthor }: { rows: readonly VisitLine[]; now: Date; showAuthor: boolean }) {
  const lines = rows.map((visit) => {
    const where = [shortDay(visit.visitedOn), visitKind.label(visit.kind), visit.village, doorName(visit)];
    return { href: `/visits/${visit.id}`, cells: [...where, ...(showAuthor ? [visit.author] : []), lineOf(visit), stateOf(visit, now)] };
  });
  return <List caption="走访日志" columns={columns(showAuthor)} rows={lines} />;
}

const lineOf = (visit: VisitLine): string =>
  (visit.notDone ? `没走成：${notDone.label(visit.notDone)}　` : "") + (visit.account || visit.topics.map(topicChip.label).join("、") || "还没有写");
