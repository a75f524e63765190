import { and, asc, desc, eq, gt, lt, ne } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import type { RowFate } from "@/lib/words/import";
import { PAGE } from "./rules";
import { cellsFrom, type Head, headFrom, toldFrom } from "./told";

/** Past imports, the newest first. */
export async function importsPage(desk: Desk, before?: Id<"import">) {
  const { imports, people } = desk.see;
  const rows = await desk
    .select({
      id: imports.id, kind: imports.kind, fileName: imports.fileName, state: imports.state, at: imports.at, by: people.name,
      added: imports.added, updated: imports.updated, skipped: imports.skipped, errors: imports.errors,
    })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.byId))
    .where(before && lt(imports.id, before))
    .orderBy(desc(imports.id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined };
}
export type ImportLine = Awaited<ReturnType<typeof importsPage>>["rows"][number];

/** One import with who did it and the head of its file; no head once what the file said has been forgotten. */
export async function importOf(desk: Desk, id: Id<"import">) {
  const { imports, people, importRows } = desk.see;
  const [batch] = await desk.select().from(imports).where(eq(imports.id, id));
  if (!batch) return undefined;
  const [who] = await desk.select({ name: people.name }).from(people).where(eq(people.id, batch.byId));
  const [line, sample] = await desk.select({ cells: importRows.cells }).from(importRows).where(eq(importRows.importId, id)).orderBy(asc(importRows.line)).limit(2);
  const head: Head | undefined = line && headFrom(line.cells);
  return { ...batch, by: who?.name ?? "", head, sample: sample ? cellsFrom(sample.cells) : [] };
}
export type ImportFile = NonNullable<Awaited<ReturnType<typeof importOf>>>;

/** When the same file was let in before. */
export async function earlierImport(desk: Desk, { id, fileHash, kind }: Pick<ImportFile, "id" | "fileHash" | "kind">) {
  const { imports, people } = desk.see;
  const [earlier] = await desk.select({ at: imports.at, by: people.name }).from(imports).innerJoin(people, eq(people.id, imports.byId))
    .where(and(eq(imports.fileHash, fileHash), eq(imports.kind, kind), eq(imports.state, "done"), ne(imports.id, id))).orderBy(desc(imports.id)).limit(1);
  return earlier;
}

/** Rows of one fate, in the file's order. Line 0 is the head. */
export async function rowsPage(desk: Desk, importId: Id<"import">, fate: RowFate, after = 0) {
  const { importRows: r } = desk.see;
  const rows = await desk.select({ line: r.line, cells: r.cells, reason: r.reason }).from(r)
    .where(and(eq(r.importId, importId), eq(r.fate, fate), gt(r.line, after))).orderBy(asc(r.line)).limit(PAGE + 1);
  const page = rows.slice(0, PAGE).map(({ line, cells, reason }) => ({ line, cells: cellsFrom(cells), told: toldFrom(reason) }));
  return { rows: page, next: rows.length > PAGE ? page.at(-1)!.line : undefined };
}
export type ImportRow = Awaited<ReturnType<typeof rowsPage>>["rows"][number];

/** Every row that was not let in, for the workbook that is mended and sent again. */
export async function errorRows(desk: Desk, importId: Id<"import">): Promise<ImportRow[]> {
  const { importRows: r } = desk.see;
  const rows = await desk.select({ line: r.line, cells: r.cells, reason: r.reason }).from(r)
    .where(and(eq(r.importId, importId), eq(r.fate, "error"), gt(r.line, 0))).orderBy(asc(r.line));
  return rows.map(({ line, cells, reason }) => ({ line, cells: cellsFrom(cells), told: toldFrom(reason) }));
}

/** The names a template offers to choose from. */
export async function villagesForTemplate(desk: Desk) {
  const { villages } = desk.see;
  return desk.select({ name: villages.name }).from(villages).orderBy(asc(villages.sortKey), asc(villages.id));
}
