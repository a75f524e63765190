import { plain } from "@/lib/kernel/text";
import type { RawSheet } from "./child";
import { refuse } from "./refusals";

/** How a column's name compares: without spaces, line breaks, stars, colons or what stands in brackets. */
export const headerKey = (text: string): string =>
  plain(text)
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, "")
    .replace(/[\s*＊:：]/g, "")
    .toLowerCase();

/** Sheets of ours that hold no rows. */
const asides = new Set(["填写说明", "数据来源"]);

/**
 * Finds the table: the sheet and the row that name most of the expected columns. Titles above are passed over.
 * Each of `expect` is one column's names; with none expected, the first row of two cells or more will do.
 */
export function findTable(sheets: RawSheet[], expect: string[][]): { sheet: RawSheet; header: number } {
  const filled = sheets.filter(({ name, rows, over }) => (rows.length > 0 || over) && !asides.has(name));
  const [first] = filled;
  if (!first) throw refuse.empty();
  if (expect.length === 0) return { sheet: first, header: Math.max(0, first.rows.findIndex(hasTwo)) };
  const keys = expect.map((names) => names.map(headerKey));
  const spots = filled.flatMap((sheet) =>
    sheet.rows.slice(0, 30).map((row, header) => ({ sheet, header, score: scoreOf(row.cells, keys) })),
  );
  const best = spots.reduce((a, b) => (b.score > a.score ? b : a), { sheet: first, header: 0, score: 0 });
  const names = expect.flatMap(([name]) => name ?? []);
  if (best.score < Math.min(2, expect.length)) throw refuse.noHeader(names.slice(0, 3));
  return best;
}

const hasTwo = (row: { cells: string[] }) => row.cells.filter((cell) => cell.trim() !== "").length >= 2;

function scoreOf(cells: string[], keys: string[][]): number {
  const here = new Set(cells.map(headerKey));
  return keys.filter((names) => names.some((name) => here.has(name))).length;
}
