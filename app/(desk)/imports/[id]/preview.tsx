import { Empty } from "@/app/_ui/empty";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import type { Desk } from "@/lib/gate/desk";
import { type ImportFile, rowsPage } from "@/lib/imports/reads";
import type { Head } from "@/lib/imports/told";
import { type RowFate, rowFate } from "@/lib/words/import";
import { FaultList } from "./fault-list";
import { RowList } from "./row-list";

type PreviewProps = { desk: Desk; file: ImportFile; head: Head; asked: Record<string, string | string[] | undefined> };

/** 预检: every row under what becomes of it, twenty at a time. What needs mending comes first. */
export async function Preview({ desk, file, head, asked }: PreviewProps) {
  const counts: Record<RowFate, number> = { add: file.added, update: file.updated, skip: file.skipped, error: file.errors };
  const first = (["error", "add", "update", "skip"] as const).find((fate) => counts[fate] > 0) ?? "add";
  const fate = rowFate.from([asked.fate].flat()[0]) ?? first;
  const after = Number([asked.after].flat()[0]);
  const { rows, next } = await rowsPage(desk, file.id, fate, Number.isSafeInteger(after) && after > 0 ? after : 0);
  const here = `/imports/${file.id}?fate=${fate}`;
  return (
    <section className="grid gap-2">
      <h2 className="sr-only">逐行看</h2>
      <Tabs label="这些行会怎样" tabs={rowFate.options.map(({ value, label }) => ({ href: `/imports/${file.id}?fate=${value}`, label, count: counts[value], current: value === fate }))} />
      {rows.length === 0 && <Empty title={`没有${rowFate.label(fate)}的行`} />}
      {rows.length > 0 && fate === "error" && <FaultList rows={rows} />}
      {rows.length > 0 && fate !== "error" && <RowList kind={file.kind} head={head} rows={rows} />}
      <Pager nextHref={next ? `${here}&after=${next}` : undefined} firstHref={after > 0 ? here : undefined}>
        {counts[fate] > 0 && `共 ${counts[fate].toLocaleString("zh-CN")} 行`}
      </Pager>
    </section>
  );
}
