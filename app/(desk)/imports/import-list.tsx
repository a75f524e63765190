import { Badge, type Said, type Tone } from "@/app/_ui/badge";
import { type Column, List } from "@/app/_ui/list";
import { isRunning } from "@/lib/imports/progress";
import type { ImportLine } from "@/lib/imports/reads";
import { countWords } from "@/lib/imports/rules";
import { clockOf } from "@/lib/kernel/calendar";
import { importKind, type ImportState, importState } from "@/lib/words/import";

const tones: Record<ImportState, Tone> = { checked: "info", running: "info", done: "ok", undone: "neutral", stopped: "neutral" };
type Stated = Pick<ImportLine, "id" | "state">;

function stateOf({ id, state }: Stated): Said {
  const now = isRunning(id) ? "running" : state;
  return { tone: tones[now], word: now === "stopped" ? "预检已过期" : importState.label(now) };
}

export const StateBadge = (one: Stated) => <Badge {...stateOf(one)} />;

const columns: Column[] = [
  { head: "时间", card: "aside" }, { head: "种类" }, { head: "文件", card: "title", room: "rest", opens: true }, { head: "谁导入" },
  { head: "结果", card: "line" }, { head: "状态", card: "mark" },
];

/** Everything that was ever let in, the newest first. */
export function ImportList({ rows }: { rows: readonly ImportLine[] }) {
  const lines = rows.map((row) => ({
    href: `/imports/${row.id}`,
    cells: [clockOf(row.at), importKind.label(row.kind), row.fileName, row.by, countWords(row), stateOf(row)],
  }));
  return (
    <section className="grid gap-2">
      <h2 className="text-base">导入过的</h2>
      <List caption="导入过的" columns={columns} rows={lines} />
    </section>
  );
}
