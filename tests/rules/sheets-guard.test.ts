import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inTurn, parseInChild } from "@/lib/sheets/child";
import { checkZip } from "@/lib/sheets/guard";
import { readSheet } from "@/lib/sheets/read";
import { bomb, expected, header, messyXls, ole, plainTable, rowXml, sheetXml, workbook, written, zip } from "../support/workbooks";

const table = plainTable(3);
const refused = (bytes: Uint8Array, words: string, name = "台账.xlsx") =>
  expect(readSheet({ name, bytes }, expected)).rejects.toMatchObject({
    name: "Refusal",
    code: "invalid",
    field: "file",
    message: expect.stringContaining(words) as string,
  });

/** The most memory this process holds while `work` runs, over what it held before. */
async function growthWhile(work: () => Promise<unknown>): Promise<number> {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 2);
  await work();
  clearInterval(watch);
  return (Math.max(most, process.memoryUsage.rss()) - before) / 1024 / 1024;
}

describe("a zip bomb", () => {
  it("that says how big it is is refused before anything is inflated, in little memory", async () => {
    const bytes = await bomb();
    expect(bytes.length).toBeLessThan(300_000);
    expect(await growthWhile(() => refused(bytes, "展开后太大"))).toBeLessThan(50);
    await expect(checkZip(bytes)).rejects.toThrow("展开后太大");
  });

  it("that lies about its size is refused in the child, in little memory here", async () => {
    const bytes = await bomb(1000);
    await expect(checkZip(bytes)).resolves.toBeUndefined();
    expect(await growthWhile(() => refused(bytes, "不完整"))).toBeLessThan(50);
  });

  it("of many small parts is refused by their number", () =>
    refused(workbook(table, Array.from({ length: 200 }, (_, i) => ({ name: `xl/media/${i}.png`, data: "x" }))), "展开后太大"));

  it("of honest size and one word said a million times is stopped by the count of its characters", async () => {
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${"长".repeat(30_000)}</t></si></sst>`;
    const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`;
    const rows = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" t="s"><v>0</v></c></row>`).join("");
    const extra = [{ name: "xl/sharedStrings.xml", data: strings }, { name: "[Content_Types].xml", data: types }];
    await refused(workbook(sheetXml(rowXml(1, header) + rows), extra), "文字超过");
  });
});

describe("a workbook that holds more than a table", () => {
  it.each([
    ["a macro", { name: "xl/vbaProject.bin", data: "x" }, "宏"],
    ["a macro elsewhere", { name: "xl/other/VbaProject.BIN", data: "x" }, "宏"],
    ["an old macro sheet", { name: "xl/macrosheets/sheet1.xml", data: "x" }, "宏"],
    ["another workbook's cells", { name: "xl/externalLinks/externalLink1.xml", data: "x" }, "引用了别的表格"],
    ["a program", { name: "setup.exe", data: "x" }, "表格以外的东西"],
    ["a way out of the folder", { name: "../evil.xml", data: "x" }, "不完整"],
    ["a part twice", { name: "xl/Styles.xml", data: "x" }, "表格以外的东西"],
    ["a locked part", { name: "xl/drawings/a.xml", data: "x", locked: true }, "密码"],
    ["a document type", { name: "xl/workbook.xml", data: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>' }, "表格以外的东西"],
  ])("like %s is refused", (_, part, words) => refused(workbook(table, [part]), words));

  it("like an entity inside the sheet is refused", () =>
    refused(workbook(table.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaa">]>')), "表格以外的东西"));

  it("cannot hide a part under another name in its local headers", async () => {
    const evil = { name: "xl/media/a.png", localName: "xl/worksheets/sheet1.xml", data: sheetXml(rowXml(1, ["假表头"])) };
    const { rows } = await readSheet({ name: "a.xlsx", bytes: workbook(table, [evil]) }, expected);
    expect(rows).toHaveLength(3);
  });

  it("is refused as .xls too: macros, passwords, other documents", async () => {
    await refused(ole(messyXls(), "/_VBA_PROJECT_CUR/VBA/dir"), "宏", "a.xls");
    await refused(ole(undefined, "/EncryptedPackage", "/EncryptionInfo"), "密码");
    await refused(ole(undefined, "/WordDocument"), "不是表格文件", "a.xls");
    const locked = Buffer.from(written([header, ["赵测试"]]));
    locked.set(Buffer.from("2f00080000001234abcd0000", "hex"), locked.indexOf(Buffer.from("e1000200", "hex"))); // FILEPASS
    await refused(locked, "密码", "a.xls");
  });
});

describe("a file that is no table", () => {
  it.each([
    ["nothing", "", "空的"],
    ["a picture called .xlsx", Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb0043", "hex"), "不是表格文件"],
    ["a web page called .xls", "\n<html><table><tr><td>姓名</td><td>村社</td></tr></table></html>", "其实是网页"],
    ["a .pdf", "%PDF-1.7\n", "不是表格文件"],
    ["a letter", "今天下午开会，请准时。", "没找到表头"],
    ["bytes of no encoding", Buffer.from("ffffffff81", "hex"), "文字编码"],
    ["a zip of something else", zip([{ name: "docProps/core.xml", data: "x" }]), "不是表格文件"],
    ["an empty zip", zip([]), "不是表格文件"],
    ["a head without rows", written([header], "xlsx"), "只有表头"],
    ["other columns", written([["甲", "乙"], ["1", "2"]], "xlsx"), "「姓名」「村社」「手机号」"],
    ["sixty-one columns", workbook(plainTable(2, 61)), "超过 60 列"],
    ["a hundred columns of text", `${header.join(",")}${",x".repeat(97)}\n赵测试`, "超过 60 列"],
    ["twenty thousand lines of text", `${header.join(",")}\n${"赵测试,溪口村,1\n".repeat(20_000)}`, "20,000 行"],
    ["too many bytes", new Uint8Array(5 * 1024 * 1024 + 1), "5.0 MB，超过 5 MB"],
  ])("like %s is refused in words that help", (_, content, words) => refused(Buffer.from(content), words));

  it("because half of it is missing is refused, wherever it was cut", async () => {
    const bytes = workbook(plainTable(200));
    for (const part of [0.3, 0.9, 0.999]) await refused(bytes.subarray(0, Math.floor(bytes.length * part)), "不完整");
    await refused(workbook(table.slice(0, -20)), "不完整");
    await refused(Buffer.from(messyXls()).subarray(0, 700), "不完整", "a.xls");
    await refused(workbook({ name: "xl/worksheets/sheet1.xml", data: table, packed: deflateRawSync(table).subarray(0, 60) }), "不完整");
  });
});

describe("the child", () => {
  it("dies at its time limit, and a slow workbook is refused", async () => {
    await expect(parseInChild("xlsx", workbook(plainTable(5000)), 60)).rejects.toThrow("10 秒内没能读完");
  });

  it("works on one workbook at a time, for a line of twenty", async () => {
    let running = 0;
    const work = async () => {
      running++;
      await new Promise((done) => setTimeout(done, 1));
      return running--;
    };
    const line = Array.from({ length: 21 }, () => inTurn(work));
    await expect(inTurn(work)).rejects.toMatchObject({ code: "conflict", message: "正在处理别的表格，过一会儿再试" });
    expect(await Promise.all(line)).toEqual(Array.from({ length: 21 }, () => 1));
  });

  it("goes on after one that broke", async () => {
    await expect(inTurn(() => Promise.reject(new Error("x")))).rejects.toThrow("x");
    await expect(inTurn(() => Promise.resolve(1))).resolves.toBe(1);
  });
});
