import { describe, expect, it } from "vitest";
import { headerKey } from "@/lib/sheets/header";
import { readSheet } from "@/lib/sheets/read";
import { expected, gbk, header } from "../support/workbooks";

const read = (bytes: Uint8Array | string, expect = expected) => readSheet({ name: "台账.csv", bytes: Buffer.from(bytes) }, expect);
const rows = [{ line: 2, cells: ["赵测试", "溪口村", "13800000001"] }];
const lines = (mark: string, end = "\r\n") => [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(mark)).join(end);

describe("the text of a .csv", () => {
  it("is understood from whichever program saved it", async () => {
    const utf16 = Buffer.from(`\ufeff${lines("\t")}`, "utf16le");
    for (const bytes of [lines(","), `\ufeff${lines(",")}`, gbk(lines(",")), utf16, Buffer.from(utf16).swap16()])
      expect(await read(bytes)).toEqual({ header, rows });
  });

  it("is GBK also where a few bytes of it would pass for UTF-8", async () => {
    const name = "\u5a3b\u5a04"; // in GBK these are two-byte pairs that UTF-8 allows
    const bytes = Buffer.concat([Buffer.from("a,b\n"), gbk("目"), Buffer.from(",1")]);
    expect(gbk(name).length).toBe(4);
    expect((await readSheet({ name: "a.csv", bytes })).rows[0]?.cells).toEqual(["目", "1"]);
  });

  it("has every character GBK has", async () => {
    const names = ["赵", "镕", "喆", "堃", "㐂", "●", "①", "〇"].filter((c) => gbk(c).length === 2);
    expect(names.length).toBeGreaterThan(5);
    const sheet = await read(gbk(`姓名,村社\n${names.map((name) => `${name},村`).join("\n")}`));
    expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(names);
  });

  it("may be parted by comma, tab or semicolon, and end its lines any way", async () => {
    for (const mark of [",", "\t", ";"]) for (const end of ["\n", "\r\n", "\r"]) expect((await read(lines(mark, end))).rows).toEqual(rows);
    expect((await read(`sep=;\r\n${lines(";")}`)).rows).toEqual([{ ...rows[0], line: 3 }]);
    expect((await read("姓名;村社\n赵测试;甲,乙,丙")).rows[0]?.cells).toEqual(["赵测试", "甲,乙,丙"]);
  });

  it("keeps what stands in quotes: marks, line ends, quotes", async () => {
    const sheet = await read('姓名,村社\r\n"赵,""测""\r\n试",溪口村\n钱"测,桥头\n孙测试,');
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['赵,"测"\n试', "溪口村"] },
      { line: 3, cells: ['钱"测', "桥头"] },
      { line: 4, cells: ["孙测试", ""] },
    ]);
    await expect(read('姓名,村社\n赵测试,"溪口村\n钱测试,桥头')).rejects.toThrow("第 2 行有一个英文双引号没有成对");
  });

  it("keeps zeros and long numbers, and takes off what exports put around them", async () => {
    const { rows } = await read('姓名,村社,手机号\n007,"=""00123""",330000199001010011\n1.38E+10,-,+86 138');
    expect(rows.map(({ cells }) => cells)).toEqual([["007", "00123", "330000199001010011"], ["1.38E+10", "-", "+86 138"]]);
  });

  it("may have titles above, empty lines between, and more cells than its head", async () => {
    const { header: head, rows } = await read("溪口村台账,,\n\n,,\n姓名,村社,手机号\n\n赵测试,溪口村,1,多出来的\n,,,\n\n");
    expect(head).toEqual(["姓名", "村社", "手机号", ""]);
    expect(rows).toEqual([{ line: 6, cells: ["赵测试", "溪口村", "1", "多出来的"] }]);
  });

  it("is cleaned: full-width digits and letters, spaces of all kinds, what cannot be seen", async () => {
    const { rows } = await read("户主（必填）,所在村社*,联系 电话：\n\u3000赵\u200b测试\u00a0,Ａ区\u202e１２号,\u0007\u061c\u0085１３８０００００００１\u2069");
    expect(rows[0]?.cells).toEqual(["赵测试", "A区12号", "13800000001"]);
    expect(["户主 姓名*（必填）：", "【必填】户主\n姓名", "户主姓名(选填)"].map(headerKey)).toEqual(["户主姓名", "户主姓名", "户主姓名"]);
  });
});
