import { Badge, type Tone } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import { isRunning } from "@/lib/imports/progress";
import type { ImportLine } from "@/lib/imports/reads";
import { countWords } from "@/lib/imports/rules";
import { clockOf } from "@/lib/kernel/calendar";
import { importKind, type ImportState, importState } from "@/lib/words/import";

const tones: Record<ImportState, Tone> = { checked: "info", running: "info", done: "ok", undone: "neutral", stopped: "neutral" };

export function StateBadge({ id, state }: Pick<ImportLine, "id" | "state">) {
  const now = isRunning(id) ? "running" : state;
  return <Badge tone={tones[now]}>{now === "stopped" ? "预检已过期" : importState.label(now)}</Badge>;
}

/** Everything that was ever let in, the newest first. */
export function ImportList({ rows }: { rows: readonly ImportLine[] }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-base">导入过的</h2>
      <Table caption="导入过的" className="max-lg:hidden">
        <thead><tr><Th>时间</Th><Th>种类</Th><Th>文件</Th><Th>谁导入</Th><Th>结果</Th><Th>状态</Th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td className="whitespace-nowrap">{clockOf(row.at)}</Td>
              <Td className="whitespace-nowrap">{importKind.label(row.kind)}</Td>
              <Td className="w-full max-w-0"><To href={`/imports/${row.id}`} className="link block truncate">{row.fileName}</To></Td>
              <Td className="whitespace-nowrap">{row.by}</Td>
              <Td className="whitespace-nowrap">{countWords(row)}</Td>
              <Td className="whitespace-nowrap"><StateBadge {...row} /></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CardList label="导入过的" className="lg:hidden">
        {rows.map((row) => (
          <CardRow key={row.id} href={`/imports/${row.id}`} title={<span className="break-all">{row.fileName}</span>} aside={clockOf(row.at)}
            meta={<><span className="block">{countWords(row)}</span><span className="mt-1 flex items-center gap-2"><StateBadge {...row} />{importKind.label(row.kind)} · {row.by}</span></>} />
        ))}
      </CardList>
    </section>
  );
}
