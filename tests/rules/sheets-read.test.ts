import { describe, expect, it } from "vitest";
import { readSheet } from "@/lib/sheets/read";
import { expected, header, messyXls, plainTable, rowXml, sheetXml, workbook, written, xls95 } from "../support/workbooks";

const read = (bytes: Uint8Array, name = "台账.xls") => readSheet({ name, bytes }, expected);

describe("a ledger as a village sends it", () => {
  it.each(["biff8", "xlsx"] as const)("is read from %s: title, two-line head, dates, codes, dirt and all", async (kind) => {
    expect(await read(messyXls(kind))).toEqual({
      header: ["户主姓名 *", "所在村社", "联系电话", "备注", "登记日期", "编号"],
      rows: [
        { line: 6, cells: ["赵测试", "溪口村", "13800000001", "=SUM(1)", "2026-03-02", "00007"] },
        { line: 7, cells: ["钱测试", "溪口村", "13800000022", "A\nB", "2026-03-03 12:00", "12000000000"] },
        { line: 9, cells: ["孙测试", "桥头社区", "330000199001010011", "反", "2026-03-04", "0.3"] },
      ],
    });
  });

  it.each([true, false])("is read from an .xls of 1995 in GBK (its code page told: %s)", async (told) => {
    const { rows } = await read(xls95([["姓名", "村社"], ["钱测试é", "溪口村"]], told));
    expect(rows).toEqual([{ line: 2, cells: ["钱测试é", "溪口村"] }]);
  });

  it("is what its content says, whatever its name", async () => {
    const rows = [{ line: 2, cells: ["赵测试", "溪口村", "13800000001"] }];
    expect((await read(written([header, ["赵测试", "溪口村", "13800000001"], ["é"]], "biff8"), "a.xlsx")).rows).toEqual([...rows, { line: 3, cells: ["é", "", ""] }]);
    expect((await read(written([header, ["赵测试", "溪口村", "13800000001"]], "xlsx"), "a.csv")).rows).toEqual(rows);
    expect((await read(Buffer.from("姓名,村社,手机号\n赵测试,溪口村,13800000001"), "a.xls")).rows).toEqual(rows);
  });

  it("keeps the numbers of the lines a person sees, past empty lines and repeated heads", async () => {
    const sheet = await read(written([[], [], header, ["赵测试"], [], header, ["", "", "1"], []], "xlsx"));
    expect(sheet.rows.map(({ line }) => line)).toEqual([4, 7]);
  });

  it("is read without knowing any column, from the first row of two cells", async () => {
    const { header: head } = await readSheet({ name: "a.xlsx", bytes: written([["标题"], ["甲", "乙"], ["1", "2"]], "xlsx") });
    expect(head).toEqual(["甲", "乙"]);
  });
});

describe("dates and numbers in a workbook", () => {
  const cells = (xml: string, date1904 = false) =>
    read(workbook(sheetXml(`${rowXml(1, header)}<row r="2">${xml}</row>`), [], date1904)).then(({ rows }) => rows[0]?.cells);

  it("come as days under every format Chinese Excel has", async () => {
    const dates = '<c r="A2" s="1"><v>46083</v></c><c r="B2" s="2"><v>46083</v></c><c r="C2" s="3"><v>46083</v></c>';
    expect(await cells(dates)).toEqual(["2026-03-02", "2026-03-02", "2026-03-02"]);
    expect(await cells('<c r="A2" s="1"><v>44621</v></c>', true)).toEqual(["2026-03-02", "", ""]);
    expect(await cells('<c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><v>61</v></c>')).toEqual(["1900-01-01", "1900-03-01", ""]);
  });

  it("come as plain digits, never in powers of ten", async () => {
    const numbers = '<c r="A2"><v>1.2E+10</v></c><c r="B2"><v>-0.00000125</v></c><c r="C2" s="4"><v>42</v></c>';
    expect(await cells(numbers)).toEqual(["12000000000", "-0.00000125", "00042"]);
    expect(await cells('<c r="A2"><v>1E+21</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c>')).toEqual([
      "1000000000000000000000",
      "TRUE",
      "#N/A",
    ]);
  });

  it("are those that were last calculated, never calculated here", async () => {
    expect(await cells('<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>HYPERLINK("http://a")</f><v>溪口村</v></c>')).toEqual(["2", "溪口村", ""]);
  });
});

describe("a workbook of several sheets", () => {
  it("is read where the expected columns stand, and not from hidden sheets", async () => {
    const { default: ExcelJS } = await import("@protobi/exceljs");
    const book = new ExcelJS.Workbook();
    book.addWorksheet("封面").addRow(["说明", "只是封面"]);
    const hidden = book.addWorksheet("旧", { state: "hidden" });
    hidden.addRows([header, ["旧人", "旧村", "1"]]);
    book.addWorksheet("新").addRows([header, ["赵测试", "溪口村", "2"]]);
    const { rows } = await read(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(rows).toEqual([{ line: 2, cells: ["赵测试", "溪口村", "2"] }]);
  });

  it("may have a sheet that is only a chart", async () => {
    const at = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const parts = {
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${at}"><sheets><sheet name="图" sheetId="2" r:id="rId2"/><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${at}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${at}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
      "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${main}" xmlns:r="${at}"><drawing r:id="rId1"/></chartsheet>`,
      "xl/chartsheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${at}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      "xl/drawings/drawing1.xml": "<xdr:wsDr/>",
    };
    const bytes = workbook(plainTable(2), Object.entries(parts).map(([name, data]) => ({ name, data })));
    expect((await read(bytes)).rows).toHaveLength(2);
  });

  it("may say it is A1:XFD1048576", async () => {
    const bytes = workbook(sheetXml(rowXml(1, header) + rowXml(2, ["赵测试"]), '<dimension ref="A1:XFD1048576"/>'));
    expect((await read(bytes)).rows).toEqual([{ line: 2, cells: ["赵测试", "", ""] }]);
  });

  it("holds 20 000 rows with its head, and not one more", async () => {
    const first = await read(workbook(plainTable(19_999)));
    expect(first.rows).toHaveLength(19_999);
    await expect(read(workbook(plainTable(20_000)))).rejects.toMatchObject({ code: "invalid", field: "file", message: expect.stringContaining("20,000 行") as string });
  });
});
