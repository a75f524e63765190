import type ExcelJS from "@protobi/exceljs";
import { guarded } from "./formula";

declare module "@protobi/exceljs" {
  interface Worksheet {
    /** Left out of the package's own types: one rule for a whole range instead of one per cell. */
    dataValidations: { add(range: string, rule: DataValidation): void };
  }
}

/** One column of a sheet: `width` in Chinese characters, `options` a dropdown, `note` a hint while it is filled in. */
export type Column = { title: string; width?: number; options?: readonly string[]; note?: string };
export type SheetToWrite = { name: string; columns: Column[]; rows: string[][]; guide?: string[] };

/**
 * A workbook for Excel and WPS that prints on one page's width. Every cell is text, so phone numbers stay whole and
 * nothing is calculated. `source` says where the figures came from (filters, time, who) on a sheet 「数据来源」.
 */
export async function writeWorkbook(sheets: SheetToWrite[], source: string[][] = []): Promise<Uint8Array> {
  const { default: Excel } = await import("@protobi/exceljs"); // 20 MB that a server which exports nothing never loads
  const book = new Excel.Workbook();
  book.creator = "青蓝";
  const lists = listsFor(sheets);
  for (const sheet of sheets) addTable(book, sheet, lists);
  const guides = sheets.filter(({ guide }) => guide);
  if (guides.length > 0) addAside(book, "填写说明", guides.flatMap(guideRows), [16, 60]);
  if (source.length > 0) addAside(book, "数据来源", source, [16, 60]);
  if (lists.size > 0) addLists(book, lists);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const a4 = 9;
const onePageWide = { paperSize: a4, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };

/** Excel counts half-width characters, and wants some air. */
const inCharacters = (width: number) => width * 2 + 2;

const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, " ").replace(/^'|'$/g, " ").trim().slice(0, 31) || "表";

/** What a cell holds. `_x0041_` is the file format's own escape for A, so the one a person typed is escaped in turn. */
const cellText = (text: string) => guarded(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

function addTable(book: ExcelJS.Workbook, { name, columns, rows }: SheetToWrite, lists: Lists): void {
  const sheet = book.addWorksheet(sheetName(name), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { ...onePageWide, orientation: "landscape", printTitlesRow: "1:1" },
  });
  sheet.columns = columns.map(({ title, width }) => ({
    width: inCharacters(width ?? Math.max(4, title.length)),
    style: { numFmt: "@", alignment: { vertical: "top", wrapText: true } },
  }));
  sheet.addRow(columns.map(({ title }) => cellText(title))).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((_, i) => cellText(row[i] ?? "")));
  columns.forEach((column, i) => addHelp(sheet, column, i + 1, Math.max(rows.length, 1000) + 1, lists));
}

/** The dropdown and the hint that stand beside a cell while it is filled in, for every row down to `last`. */
function addHelp(sheet: ExcelJS.Worksheet, column: Column, at: number, last: number, lists: Lists): void {
  const options = column.options && lists.get(column.options);
  if (!options && !column.note) return;
  const { letter } = sheet.getColumn(at);
  const title = column.title.slice(0, 32);
  sheet.dataValidations.add(`${letter}2:${letter}${last}`, {
    ...(options ? { type: "list", formulae: [options] } : { type: "custom", formulae: ["TRUE"] }),
    allowBlank: true,
    ...(options && { showErrorMessage: true, errorTitle: title, error: "从下拉列表里选一项" }),
    ...(column.note && { showInputMessage: true, promptTitle: title, prompt: column.note.slice(0, 255) }),
  });
}

/** Where each dropdown finds its options. */
type Lists = Map<readonly string[], string>;

/** Options stand on a hidden sheet: written into the rule itself they may have no comma and 255 characters in all. */
function listsFor(sheets: SheetToWrite[]): Lists {
  const lists: Lists = new Map();
  let row = 1;
  for (const { options } of sheets.flatMap(({ columns }) => columns)) {
    if (!options?.length || lists.has(options)) continue;
    lists.set(options, `'选项'!$A$${row}:$A$${row + options.length - 1}`);
    row += options.length;
  }
  return lists;
}

function addLists(book: ExcelJS.Workbook, lists: Lists): void {
  const sheet = book.addWorksheet("选项", { state: "hidden" });
  for (const option of [...lists.keys()].flat()) sheet.addRow([cellText(option)]);
}

/** What to write in each column, then the guide's own lines. */
const guideRows = ({ name, columns, guide = [] }: SheetToWrite): string[][] => [
  [name, ""],
  ...guide.map((line) => ["", line]),
  ...columns.map(({ title, note, options }) => {
    const choice = options && `可选：${options.join("、")}`;
    return [title, [note, choice].filter(Boolean).join("。")];
  }),
];

function addAside(book: ExcelJS.Workbook, name: string, rows: string[][], widths: number[]): void {
  const sheet = book.addWorksheet(name, { pageSetup: onePageWide });
  sheet.columns = widths.map((width) => ({
    width: inCharacters(width),
    style: { numFmt: "@", alignment: { vertical: "top", wrapText: true } },
  }));
  for (const row of rows) sheet.addRow(row.map(cellText));
}

/** A .csv that Excel and WPS open as UTF-8: with byte order mark, RFC 4180, and nothing they would calculate. */
export function writeCsv(columns: string[], rows: string[][]): Uint8Array {
  const quoted = (text: string) => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: string[]) => columns.map((_, i) => quoted(guarded(cells[i] ?? ""))).join(",");
  return new TextEncoder().encode(`\ufeff${[columns, ...rows].map((cells) => `${line(cells)}\r\n`).join("")}`);
}
