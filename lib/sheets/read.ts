import { plain } from "@/lib/kernel/text";
import { inTurn, parseInChild, type RawSheet } from "./child";
import { sheetFromText } from "./csv";
import { decoded } from "./decode";
import { unguarded } from "./formula";
import { checkZip, kindOf } from "./guard";
import { findTable } from "./header";
import { refuse } from "./refusals";

/** A table from outside. `line` is the row's number as a spreadsheet program shows it; rows are as wide as the head. */
export type Sheet = { header: string[]; rows: { line: number; cells: string[] }[] };

/**
 * Reads .xlsx, .xls or .csv from a stranger; which it is, its content decides. Dates come as 2026-03-02, numbers as
 * plain digits, text cleaned. `expect` names the columns looked for, each by all its names. Refuses on field "file".
 */
export async function readSheet(file: { name: string; bytes: Uint8Array }, expect: string[][] = []): Promise<Sheet> {
  const { sheet, header } = findTable(await sheetsIn(file.bytes), expect);
  if (sheet.over) throw refuse[sheet.over]();
  return tidy(sheet.rows, header);
}

async function sheetsIn(bytes: Uint8Array): Promise<RawSheet[]> {
  const kind = kindOf(bytes);
  if (kind === "text") return [sheetFromText(decoded(bytes))];
  if (kind === "xlsx") await checkZip(bytes);
  return inTurn(() => parseInChild(kind, bytes));
}

const cleaned = (text: string) => unguarded(plain(text).replace(/\r\n?/g, "\n")).trim();

/** Head and rows of one width, without empty rows and without the head repeated on each printed page. */
function tidy(raw: RawSheet["rows"], at: number): Sheet {
  const rows = raw
    .slice(at)
    .map(({ line, cells }) => ({ line, cells: cells.map(cleaned) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== "") + 1));
  const even = (cells: string[]) => Array.from({ length: width }, (_, i) => cells[i] ?? "");
  const [head, ...body] = rows.map(({ line, cells }) => ({ line, cells: even(cells) }));
  if (!head) throw refuse.empty();
  const kept = body.filter(({ cells }) => cells.some((cell, i) => cell !== head.cells[i]));
  if (kept.length === 0) throw refuse.noRows();
  return { header: head.cells.map((name) => name.replace(/\s+/g, " ")), rows: kept };
}
