import ExcelJS from "@protobi/exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "@/lib/kernel/text";
import { guarded } from "@/lib/sheets/formula";
import { readSheet } from "@/lib/sheets/read";
import { writeCsv, writeWorkbook } from "@/lib/sheets/write";

const villages = ["溪口村", "桥头社区", "甲,乙"];
const columns = [{ title: "姓名", width: 8, note: "和身份证上一样" }, { title: "村社", options: villages }, { title: "备注" }];
const sheet = { name: "农户/导入", columns, rows: [["赵测试", "溪口村", "=HYPERLINK(\"http://a\")"]] };

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer.slice(0));
  return book;
}

describe("a workbook of ours", () => {
  it("is ready to print and to fill in", async () => {
    const book = await opened(await writeWorkbook([{ ...sheet, guide: ["一行一户"] }], [["时间", "2026-11-23 09:00"]]));
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ["农户 导入", "visible"],
      ["填写说明", "visible"],
      ["数据来源", "visible"],
      ["选项", "hidden"],
    ]);
    const table = book.worksheets[0]!;
    expect(table.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(table.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" });
    expect(table.getRow(1).font).toMatchObject({ bold: true });
    expect(table.getColumn(1).width).toBe(18);
    expect(table.getCell("A2").numFmt).toBe("@");
    expect(table.getCell("B1001").dataValidation).toMatchObject({ type: "list", formulae: ["'选项'!$A$1:$A$3"], showErrorMessage: true });
    expect(table.getCell("A2").dataValidation).toMatchObject({ prompt: "和身份证上一样" });
    expect([1, 2, 3].map((row) => book.getWorksheet("选项")!.getCell(row, 1).value)).toEqual(villages);
    expect(book.getWorksheet("填写说明")!.getColumn(2).values).toContain("和身份证上一样");
    expect(book.getWorksheet("数据来源")!.getCell("B1").value).toBe("2026-11-23 09:00");
  });

  it("holds text alone: nothing to calculate, no links", async () => {
    const table = (await opened(await writeWorkbook([sheet]))).worksheets[0]!;
    table.eachRow((row) => row.eachCell((cell) => expect(cell.type).toBe(ExcelJS.ValueType.String)));
    expect(table.getCell("C2").value).toBe("'=HYPERLINK(\"http://a\")");
  });

  it("is read back from its table, not from its guide", async () => {
    const bytes = await writeWorkbook([{ ...sheet, guide: ["姓名", "村社"] }], [["村社", "姓名"]]);
    expect(await readSheet({ name: "a.xlsx", bytes })).toEqual({ header: ["姓名", "村社", "备注"], rows: [{ line: 2, cells: sheet.rows[0] }] });
  });
});

describe("text that a spreadsheet would calculate", () => {
  it.each(["=1", "+1", "-1", "@a", "\t=1", "\r1", "\n1", "\0=1", "＝1", "＋1", "－1", "＠a", "  =1", "\u3000=1", "\u00a0@a", "'=1", "\u200b=1"])(
    "like %j is guarded, wherever it is written",
    (text) => expect(guarded(text)).toMatch(/^'/),
  );

  it.each(["赵测试", "1+1", "a=b", "'a", "13800000001", "", " "])("is not what %j is", (text) => expect(guarded(text)).toBe(text));
});

const nasty = fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\t", "\n", "\r\n", "＝", "赵", "溪口", "\u200b", "\0", "_x0041_", "<", "&", "😀", "\ud800", "１", " ", "a", "]]>");
const cell = fc.oneof({ weight: 4, arbitrary: fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join("")) }, fc.string({ unit: "binary", maxLength: 12 }));
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 });
/** What cleaning leaves of a cell. The guard leaves no trace: reading takes off what writing put on. */
const kept = (text: string) => plain(text.toWellFormed()).replace(/[\ufffe\uffff]/g, "").replace(/\r\n?/g, "\n").trim();
const titles = ["姓名", "村社", "备注"];
const expectedOf = (rows: string[][]) => rows.map((row) => row.map(kept)).filter((row) => row.some((text) => text !== ""));

describe("any table", () => {
  it("survives a workbook", () =>
    fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = await writeWorkbook([{ name: "表", columns: titles.map((title) => ({ title })), rows: [...rows, ["末", "末", "末"]] }]);
        const back = await readSheet({ name: "a.xlsx", bytes }, titles.map((title) => [title]));
        expect(back.rows.map(({ cells }) => cells)).toEqual(expectedOf([...rows, ["末", "末", "末"]]));
      }),
      { numRuns: 8 },
    ));

  it("survives a .csv", () =>
    fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = writeCsv(titles, [...rows, ["末", "末", "末"]]);
        const back = await readSheet({ name: "a.csv", bytes }, titles.map((title) => [title]));
        expect(back.rows.map(({ cells }) => cells)).toEqual(expectedOf([...rows, ["末", "末", "末"]]));
      }),
      { numRuns: 200 },
    ));

  it("is the same twice: what was read, written and read again", async () => {
    const rows = [["'=1", "=1", "''+1"], ["-", "+86", "'"]];
    const once = await readSheet({ name: "a.csv", bytes: writeCsv(titles, rows) });
    const twice = await readSheet({ name: "a.csv", bytes: writeCsv(once.header, once.rows.map(({ cells }) => cells)) });
    expect(once.rows.map(({ cells }) => cells)).toEqual(rows);
    expect(twice).toEqual(once);
  });

  it("as .csv starts with a byte order mark and ends its lines as RFC 4180 says", () =>
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeCsv(["a", "b"], [["1,2", 'x"y'], ["=1"]]))).toBe(
      '\ufeffa,b\r\n"1,2","x""y"\r\n\'=1,\r\n',
    ));
});
