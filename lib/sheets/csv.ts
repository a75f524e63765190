import type { RawSheet } from "./child";
import { limits } from "./limits";
import { refuse } from "./refusals";

/** RFC 4180 and what people make of it: comma, semicolon or tab, any line end, a quote in the middle of a word. */
export function sheetFromText(text: string): RawSheet {
  const named = /^sep=([,;\t])\r?\n/i.exec(text);
  const separator = named?.[1] ?? separatorOf(text.slice(0, 65_536));
  const rows: RawSheet["rows"] = [];
  let over: RawSheet["over"] = null;
  let record = 0;
  for (const cells of recordsOf(text, separator)) {
    record++;
    if ((named && record === 1) || cells.every((cell) => cell.trim() === "")) continue;
    if (widthOf(cells) > limits.columns) over = "columns";
    if (rows.push({ line: record, cells: cells.map(unwrapped) }) > limits.rows) over = "rows";
    if (over) break;
  }
  return { name: "csv", over, rows };
}

/** Whichever of the three stands, outside quotes, in the most lines; between equals, whichever stands most often. */
function separatorOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, "").split(/[\r\n]+/);
  const weight = (mark: string) =>
    lines.reduce((sum, line) => (line.includes(mark) ? sum + 1 + (line.split(mark).length - 1) / 1e6 : sum), 0);
  return [",", "\t", ";"].reduce((best, mark) => (weight(mark) > weight(best) ? mark : best));
}

function* recordsOf(text: string, separator: string): Generator<string[]> {
  const end = new RegExp(`[${separator}\\r\\n]`, "g");
  let cells: string[] = [];
  let record = 1;
  for (let at = 0; at < text.length; ) {
    const cell = text[at] === '"' ? quotedAt(text, at, record) : { text: "", next: at };
    end.lastIndex = cell.next;
    const stop = end.exec(text)?.index ?? text.length;
    cells.push(cell.text + text.slice(cell.next, stop));
    at = stop + (text.startsWith("\r\n", stop) ? 2 : 1);
    if (text[stop] === separator) {
      if (at >= text.length) cells.push("");
      continue;
    }
    yield cells;
    cells = [];
    record++;
  }
  if (cells.length > 0) yield cells;
}

/** The cell that opens with a quote at `at`, and where it closes. Two quotes inside are one. */
function quotedAt(text: string, at: number, record: number): { text: string; next: number } {
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) throw refuse.quote(record);
  return { text: text.slice(at + 1, close).replaceAll('""', '"'), next: close + 1 };
}

const widthOf = (cells: string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1;

/** ="00123" is how exports keep Excel from eating the zeros. */
const unwrapped = (cell: string) => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
