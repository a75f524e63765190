import { createDeflateRaw, crc32, deflateRawSync } from "node:zlib";
import * as XLSX from "@e965/xlsx";

/** The package leaves its container tools untyped; these are the ones used here. */
type Container = { FullPaths: string[] };
type Containers = {
  read: (bytes: Buffer, options: { type: "buffer" }) => Container;
  write: (container: Container, options: { type: "buffer" }) => Uint8Array;
  utils: { cfb_new: (options?: { root: string }) => Container; cfb_add: (container: Container, name: string, bytes: Buffer) => void };
};
const CFB = XLSX.CFB as Containers;

/** Tables as offices send them, and files made to hurt. Nobody in them is real. */

type Part = { name: string; data: string | Uint8Array; packed?: Uint8Array; claims?: number; localName?: string; locked?: boolean };

/** A zip by hand, so that it can lie: about sizes (`claims`), and in its local headers (`localName`). */
export function zip(parts: Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = Buffer.from(part.packed ?? deflateRawSync(data));
    const head = (name: Buffer) => headOf(name, part, data, packed.length);
    const name = Buffer.from(part.name);
    const localName = Buffer.from(part.localName ?? part.name);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), head(localName), localName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("504b01021400", "hex"), head(name), tail, name]));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...directory, endOf(parts.length, Buffer.concat(directory).length, offset)]);
}

function headOf(name: Buffer, { claims, locked }: Part, data: Buffer, packed: number): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(locked ? 0x801 : 0x800, 2);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(crc32(data), 10);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(claims ?? data.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const type = (part: string, kind: string) =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

/** The smallest workbook there is, around the XML of one sheet. Parts of the same name replace its own. */
export function workbook(sheet: string | Part, extra: Part[] = [], date1904 = false): Uint8Array {
  const parts: Part[] = [
    {
      name: "[Content_Types].xml",
      data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("/xl/workbook.xml", "sheet.main")}${type("/xl/worksheets/sheet1.xml", "worksheet")}${type("/xl/styles.xml", "styles")}</Types>`,
    },
    { name: "_rels/.rels", data: relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`) },
    {
      name: "xl/workbook.xml",
      data: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relations(`<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/>`),
    },
    { name: "xl/styles.xml", data: styles },
    typeof sheet === "string" ? { name: "xl/worksheets/sheet1.xml", data: sheet } : sheet,
  ];
  const replaced = new Set(extra.map(({ name }) => name));
  return zip([...parts.filter(({ name }) => !replaced.has(name)), ...extra]);
}

/** Cell styles: 0 general, 1 a date by its built-in number, 2 a Chinese built-in date, 3 a Chinese format, 4 a code of five. */
const styles = `<?xml version="1.0"?><styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="00000"/></numFmts><cellXfs count="5">${[0, 14, 31, 176, 177].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join("")}</cellXfs></styleSheet>`;

export const sheetXml = (rows: string, before = "", after = "") =>
  `<?xml version="1.0"?><worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const rowXml = (line: number, cells: string[]) =>
  `<row r="${line}">${cells.map((text, i) => `<c r="${XLSX.utils.encode_col(i)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;

export const header = ["姓名", "村社", "手机号"];
/** What every importer of these fixtures looks for, each column by all its names. */
export const expected = [["姓名", "户主", "户主姓名"], ["村社", "村", "所在村社"], ["手机号", "电话", "联系电话"]];
const person = (i: number) => [`赵测试${i}`, "溪口村", `1380000${String(i).padStart(4, "0")}`];

export const plainTable = (rows: number, columns = 3) =>
  sheetXml(
    Array.from({ length: rows + 1 }, (_, i) => {
      const cells = i === 0 ? header : person(i % 10_000);
      return rowXml(i + 1, [...cells, ...Array.from({ length: columns - 3 }, (_, c) => `其他${c}`)]);
    }).join(""),
  );

/** `megabytes` of zeros, deflated a little at a time so that building it costs nothing that the test would measure. */
async function zeros(megabytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  const block = Buffer.alloc(1024 * 1024);
  for (let i = 0; i < megabytes; i++) await new Promise((done) => deflate.write(block, done));
  await new Promise<void>((done) => deflate.on("end", done).end());
  return Buffer.concat(chunks);
}

/** A workbook whose sheet inflates to 200 MB; `claims` is what its headers say instead. */
export async function bomb(claims = 200 * 1024 * 1024): Promise<Uint8Array> {
  return workbook({ name: "xl/worksheets/sheet1.xml", data: "", packed: await zeros(200), claims });
}

type Cell = string | number | { v: number; z: string };

/** A workbook written by another program, as .xls of 1997 or .xlsx. */
export function written(rows: Cell[][], bookType: "biff8" | "xlsx" = "biff8", merges: string[] = []): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (typeof cell === "object" ? { t: "n", ...cell } : cell))));
  sheet["!merges"] = merges.map((range) => XLSX.utils.decode_range(range));
  const book = XLSX.utils.book_new(sheet, "农户");
  return XLSX.write(book, { bookType, type: "buffer" }) as Uint8Array;
}

/** The ledger of a village as it comes: a title over everything, a date line, a two-line head, blanks, a total nobody asked for. */
export const messyXls = (bookType: "biff8" | "xlsx" = "biff8") =>
  written(
    [
      [],
      ["溪口村农户台账（示例）"],
      ["填表日期：2026年3月"],
      ["户主姓名 *", "所在村社", "联系方式", "", "登记日期", "编号"],
      ["", "", "联系电话", "备注", "", ""],
      ["  赵测试\u00a0", "溪口村", 13800000001, "=SUM(1)", { v: 46083, z: "yyyy/m/d" }, { v: 7, z: "00000" }],
      ["钱测试\u200b", "", "１３８００００００２２", "A\nB", { v: 46084.5, z: "yyyy/m/d" }, 12000000000],
      [],
      ["孙测试", "桥头社区", "330000199001010011", "\u202e反", { v: 46085, z: 'yyyy"年"m"月"d"日"' }, 0.1 + 0.2],
      ["", "", "", " ", "", ""],
    ],
    bookType,
    ["A2:F2", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5", "B6:B7"],
  );

/** An .xls of 1995, record by record, its words in GBK; with `codepage` false it does not even say so. */
export function xls95(rows: string[][], codepage = true): Uint8Array {
  const record = (id: number, ...numbers: number[]) => Buffer.from(Uint16Array.of(id, numbers.length * 2, ...numbers).buffer);
  const label = (text: string, row: number, column: number) => {
    const bytes = gbk(text);
    const head = record(0x204, row, column, 0, bytes.length);
    head.writeUInt16LE(8 + bytes.length, 2);
    return Buffer.concat([head, bytes]);
  };
  const start = Buffer.concat([record(0x809, 0x500, 5, 0, 0), ...(codepage ? [record(0x42, 936)] : [])]);
  const name = record(0x85, start.length + 12 + 4, 0, 0, 0x4101);
  const cells = rows.flatMap((row, r) => row.map((text, c) => label(text, r, c)));
  const stream = [start, name, record(0x0a), record(0x809, 0x500, 16, 0, 0), ...cells, record(0x0a)];
  const container = CFB.utils.cfb_new({ root: "R" });
  CFB.utils.cfb_add(container, "/Book", Buffer.concat([...stream, Buffer.alloc(4096)]));
  return CFB.write(container, { type: "buffer" });
}

/** An OLE file with the streams named, for what is not a plain .xls. */
export function ole(base: Uint8Array | undefined, ...streams: string[]): Uint8Array {
  const container = base ? CFB.read(Buffer.from(base), { type: "buffer" }) : CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(container, name, Buffer.alloc(5000, 1));
  return CFB.write(container, { type: "buffer" });
}

/** GBK, of which Node only knows the way back: the table is made by decoding every pair of bytes once. */
export function gbk(text: string): Uint8Array {
  return Buffer.concat(Array.from(text, (c) => (c.charCodeAt(0) < 128 ? Buffer.from(c) : Buffer.from(pairs().get(c) ?? [63]))));
}

let table: Map<string, [number, number]> | undefined;
function pairs(): Map<string, [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder("gbk");
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd") table.set(text, [lead, trail]);
    }
  return table;
}
