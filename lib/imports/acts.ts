import { createHash } from "node:crypto";
import { and, asc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { type NewRow, type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { readSheet } from "@/lib/sheets/read";
import type { ImportKind, RowFate } from "@/lib/words/import";
import { judgeHomes } from "./acts-homes";
import { judgeSeats } from "./acts-seats";
import { directoryOf } from "./acts-town";
import { expected, importColumns, isIdColumn, type Mapping, matchColumns } from "./columns";
import type { MappingForm, UploadForm } from "./forms";
import type { Judged } from "./judged";
import { breathe, isRunning } from "./progress";
import { RowReader } from "./row";
import { CHECK_HOURS } from "./rules";
import { BLOT, blotted, cellsFrom, headFrom } from "./told";

const { imports, importRows } = tables;

export type FileLine = { line: number; cells: string[] };
type File = { kind: ImportKind; fileName: string; fileHash: string; header: string[]; mapping: Mapping; lines: FileLine[] };

/** Asked first, so that nobody else makes the server read a file or weigh ten thousand rows. */
function refuseOthers(desk: Desk): void {
  if (!desk.me.is("office")) throw Refusal.forbidden("导入由党建办来做，需要的话联系党建办");
}

/** 预检: reads a file, says of each row what would become of it, and writes nothing of it into the town. */
export async function checkImport(desk: Desk, { kind, fileName }: UploadForm, bytes: Uint8Array): Promise<Id<"import">> {
  refuseOthers(desk);
  const { header, rows } = await readSheet({ name: fileName, bytes }, expected(kind));
  const heads = header.map((head) => blotted(head).slice(0, 100));
  const isId = heads.map(isIdColumn);
  const cleaned = (cells: string[]) => cells.map((cell, at) => (isId[at] && cell !== "" ? BLOT : blotted(cell)));
  const lines = rows.map(({ line, cells }) => ({ line, cells: cleaned(cells) }));
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  return keep(desk, { kind, fileName, fileHash, header: heads, mapping: matchColumns(kind, heads), lines });
}

/** The same file, its columns matched by hand. It takes the place of the check before it. */
export async function remapImport(desk: Desk, { importId, columns }: MappingForm): Promise<Id<"import">> {
  refuseOthers(desk);
  const { imports: seen, importRows: rows } = desk.see;
  const [old] = await desk.select().from(seen).where(eq(seen.id, importId));
  if (!old) throw Refusal.notFound("这次导入");
  if (old.state !== "checked" || isRunning(importId)) throw Refusal.conflict("这一批已经导入，列不能再改");
  const [head, ...kept] = await desk.select({ line: rows.line, cells: rows.cells }).from(rows).where(eq(rows.importId, importId)).orderBy(asc(rows.line));
  if (!head) throw Refusal.conflict("这次预检已经过期，重新上传文件");
  const { header } = headFrom(head.cells);
  if (columns.length !== header.length) throw Refusal.conflict("页面太旧了，刷新后再试");
  const known = new Set(["", ...importColumns(old.kind).map(({ key }) => key)]);
  if (columns.some((key) => !known.has(key))) throw Refusal.invalid("columns", "从列表里选一项");
  const lines = kept.map(({ line, cells }) => ({ line, cells: cellsFrom(cells) }));
  const { kind, fileName, fileHash } = old;
  return keep(desk, { kind, fileName, fileHash, header, mapping: columns, lines }, importId);
}

async function keep(desk: Desk, file: File, replaces?: Id<"import">): Promise<Id<"import">> {
  const made = await desk.begin("import.check", async (tx) => {
    await forgetOld(tx, desk.now);
    if (replaces) await forget(tx, replaces);
    const judged = await judgeFile(tx, desk, file);
    const { kind, fileName, fileHash } = file;
    const count = countsOf([...judged.values()].map(({ fate }) => fate));
    const [row] = await tx.insert(imports).values({ id: newId<"import">(), kind, fileName, fileHash, state: "checked", byId: desk.me.id, at: desk.now, ...count }).returning();
    await keepRows(tx, row!.id, file, judged);
    return row;
  });
  return made!.id;
}

/** Everything a file says under the town as it is at this moment, by line. */
export async function judgeFile(tx: Writer, desk: Desk, { kind, header, mapping, lines }: Pick<File, "kind" | "header" | "mapping" | "lines">): Promise<Map<number, Judged>> {
  const town = await directoryOf(tx);
  const bench = { town, today: desk.me.today, lines: lines.map(({ line, cells }) => ({ line, row: new RowReader(kind, header, mapping, cells) })) };
  return kind === "people" ? judgeSeats(tx, bench) : judgeHomes(tx, bench);
}

export const countsOf = (fates: readonly RowFate[]): Pick<Row<"imports">, "added" | "updated" | "skipped" | "errors"> => {
  const of = (fate: RowFate) => fates.filter((one) => one === fate).length;
  return { added: of("add"), updated: of("update"), skipped: of("skip"), errors: of("error") };
};

/** Line 0 holds the head and how its columns were matched. */
async function keepRows(tx: Writer, importId: Id<"import">, { header, mapping, lines }: File, judged: ReadonlyMap<number, Judged>): Promise<void> {
  await tx.insert(importRows).values({ importId, line: 0, cells: JSON.stringify({ header, mapping }), fate: "skip" });
  for (let at = 0; at < lines.length; at += 100) {
    await tx.insert(importRows).values(lines.slice(at, at + 100).map(({ line, cells }) => rowOf(importId, line, cells, judged.get(line)!)));
    await breathe();
  }
}

const rowOf = (importId: Id<"import">, line: number, cells: string[], { fate, told, subjectId, seen }: Judged): NewRow<"importRows"> => ({
  importId, line, fate, cells: JSON.stringify(cells), column: told.faults[0]?.column ?? "", reason: JSON.stringify(told), subjectId: subjectId ?? null, before: seen || null,
});

/** What a file said is kept no longer than it is needed: a day unused, or until the undoing is over. */
async function forgetOld(tx: Writer, now: Date): Promise<void> {
  const unused = and(eq(imports.state, "checked"), lt(imports.at, new Date(now.getTime() - CHECK_HOURS * 3_600_000)));
  const stale = await tx.select({ id: imports.id }).from(imports).where(unused);
  for (const { id } of stale.filter((old) => !isRunning(old.id))) {
    await tx.delete(importRows).where(eq(importRows.importId, id));
    await tx.update(imports).set({ state: "stopped" }).where(eq(imports.id, id));
  }
  const over = tx.select({ id: imports.id }).from(imports).where(and(isNotNull(imports.undoUntil), lt(imports.at, new Date(now.getTime() - 9 * 86_400_000))));
  await tx.delete(importRows).where(inArray(importRows.importId, over));
}

async function forget(tx: Writer, id: Id<"import">): Promise<void> {
  const [old] = await tx.select({ state: imports.state }).from(imports).where(eq(imports.id, id));
  if (old?.state !== "checked") throw Refusal.conflict("这一批刚在别处导入或重新预检过，刷新看看");
  await tx.delete(importRows).where(eq(importRows.importId, id));
  await tx.delete(imports).where(eq(imports.id, id));
}
