import { asc, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { RowFate } from "@/lib/words/import";
import { countsOf, judgeFile } from "./acts";
import { addHomes } from "./acts-home-deeds";
import type { NewHome } from "./home";
import type { Done, Judged } from "./judged";
import { breathe, isRunning, type Progress, runOnce, step } from "./progress";
import { goodRows, UNDO_DAYS } from "./rules";
import { cellsFrom, headFrom, type Told } from "./told";

const { imports, importRows } = tables;
type Kept = Pick<Row<"importRows">, "id" | "line" | "fate" | "before" | "reason">;

/** What may be carried out, asked before anything is started. */
export async function importToApply(desk: Desk, importId: Id<"import">): Promise<Row<"imports">> {
  const { imports: seen } = desk.see;
  const [batch] = await desk.select().from(seen).where(eq(seen.id, importId));
  if (!batch) throw Refusal.notFound("这次导入");
  refuseState(batch);
  if (isRunning(importId)) throw Refusal.conflict("这一批正在导入，等它做完");
  if (goodRows(batch) === 0) throw Refusal.conflict("没有可以导入的行");
  return batch;
}

function refuseState({ state }: Pick<Row<"imports">, "state">): void {
  if (state === "done" || state === "undone") throw Refusal.conflict("这一批已经导入过了，刷新看看结果");
  if (state !== "checked") throw Refusal.conflict("这次预检已经过期，重新上传文件");
}

/**
 * 导入: every good row of a checked file, in one transaction. Each is weighed again under the town as it is now; where
 * somebody has been at its subject since the check, it becomes an error and nothing is written over.
 */
export async function applyImport(desk: Desk, importId: Id<"import">): Promise<void> {
  const batch = await importToApply(desk, importId);
  await runOnce(importId, "apply", goodRows(batch), (progress) =>
    desk.together((d) =>
      d.change("import.apply", importId, async (tx, row) => {
        refuseState(row);
        const fates = await applyRows(d, tx, row, progress);
        const undoUntil = addDays(d.me.today, UNDO_DAYS);
        await tx.update(imports).set({ state: "done", undoUntil, ...countsOf(fates) }).where(eq(imports.id, importId));
      }),
    ),
  );
}

const AT_ONCE = 50;

async function applyRows(desk: Desk, tx: Writer, batch: Row<"imports">, progress: Progress): Promise<RowFate[]> {
  const { kept, judged } = await weighAgain(desk, tx, batch);
  await breathe(progress);
  const fates: RowFate[] = [];
  const homes: { row: Kept; home: NewHome }[] = [];
  const flush = async () => {
    const done = await addHomes(desk, tx, homes.map(({ home }) => home));
    for (const [at, { row }] of homes.entries()) await keepDone(tx, row, done[at]!, progress);
    homes.length = 0;
  };
  for (const row of kept) {
    const now = judged.get(row.line)!;
    const stands = row.fate === "skip" || row.fate === "error" || isAsChecked(row, now);
    fates.push(stands ? row.fate : "error");
    if (!stands) await turnDown(tx, row, now, progress);
    else if (now.newHome && row.fate === "add") homes.push({ row, home: now.newHome });
    else if (row.fate === "add" || row.fate === "update") await keepDone(tx, row, await now.deed!(desk, tx), progress);
    if (homes.length === AT_ONCE) await flush();
  }
  if (homes.length > 0) await flush();
  return fates;
}

async function weighAgain(desk: Desk, tx: Writer, { id, kind }: Row<"imports">): Promise<{ kept: Kept[]; judged: ReadonlyMap<number, Judged> }> {
  const [head, ...rows] = await tx.select().from(importRows).where(eq(importRows.importId, id)).orderBy(asc(importRows.line));
  if (!head) throw Refusal.conflict("这次预检已经过期，重新上传文件");
  const lines = rows.map(({ line, cells }) => ({ line, cells: cellsFrom(cells) }));
  return { kept: rows, judged: await judgeFile(tx, desk, { kind, ...headFrom(head.cells), lines }) };
}

const isAsChecked = (row: Kept, now: Judged): boolean => now.fate === row.fate && now.seen === (row.before ?? "");

async function keepDone(tx: Writer, { id }: Kept, done: Done, progress: Progress): Promise<void> {
  await tx.update(importRows).set(done).where(eq(importRows.id, id));
  await step(progress);
}

async function turnDown(tx: Writer, { id }: Kept, now: Judged, progress: Progress): Promise<void> {
  const changed = { at: -1, column: "整行", reason: "预检之后有人改过", mend: "下载错误行，看看现在的资料，再导入一次" };
  const told: Told = { faults: now.told.faults.length > 0 ? now.told.faults : [changed], changes: [], notes: [] };
  const { column } = told.faults[0]!;
  await tx.update(importRows).set({ fate: "error", column, reason: JSON.stringify(told), before: null, subjectId: null }).where(eq(importRows.id, id));
  await step(progress);
}
