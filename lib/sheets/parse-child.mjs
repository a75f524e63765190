/**
 * Reads one workbook from stdin and writes its cells as JSON to stdout. Runs alone in a process with little memory,
 * so that a workbook made to hurt hurts nothing else. `child.ts` starts it; the limits come in with the arguments.
 */
import * as XLSX from "@e965/xlsx";
import yauzl from "yauzl";

const [kind, limitsJson] = process.argv.slice(2);
const limits = JSON.parse(limitsJson);
const options = { dense: true, cellNF: true, cellFormula: false, cellHTML: false };

class Reason extends Error {}

async function main() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const book = kind === "xls" ? await openXls(bytes) : XLSX.parse_zip(await unpack(bytes), options);
  return { sheets: visibleSheets(book) };
}

/** OLE files also hold Word documents, macros and encrypted workbooks: the names of their streams tell. */
async function openXls(bytes) {
  const container = XLSX.CFB.read(bytes, { type: "buffer" });
  const paths = container.FullPaths.join("\n").toLowerCase();
  if (/encryptedpackage|encryptioninfo/.test(paths)) throw new Reason("locked");
  if (/_vba_project|\/vba\//.test(paths)) throw new Reason("macros");
  if (!/\/(workbook|book)$/m.test(paths)) throw new Reason("notTable");
  XLSX.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs")); // before 1997 text was GBK
  try {
    return XLSX.parse_xlscfb(container, { ...options, codepage: 936 });
  } catch (error) {
    throw /password/i.test(error.message) ? new Reason("locked") : error;
  }
}

/** The only parts that hold what we want. Pictures, drawings and the rest are never inflated. */
const wanted = [
  /^\[content_types\]\.xml$|^_rels\/\.rels$|^xl\/_rels\/workbook\w*\.xml\.rels$/i,
  /^xl\/(workbook|sharedstrings|styles|metadata)\w*\.xml$|^xl\/(worksheets|chartsheets|persons)\/[^/]+\.xml$/i,
];

/**
 * The parser believes the zip's local headers; the guard read its central directory. So that both see the same, the
 * wanted parts are inflated here, no further than the directory said, and the parser is given those and no zip.
 */
async function unpack(bytes) {
  const container = XLSX.CFB.utils.cfb_new();
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (!wanted.some((name) => name.test(entry.fileName))) continue;
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    const part = checked(entry.fileName, Buffer.concat(chunks));
    XLSX.CFB.utils.cfb_add(container, `/${entry.fileName}`, part, { unsafe: true });
  }
  return container;
}

/** Number formats 27–36 and 50–58 are dates in Chinese Excel without anybody defining them; 22 is a date everywhere. */
const localDates = /(<(?:\w+:)?xf\b[^>]*?\bnumFmtId=")(2[7-9]|3[0-6]|5[0-8])"/g;

function checked(name, part) {
  if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY") || part.includes(0)) throw new Reason("strange");
  const isSheet = /^xl\/worksheets\//i.test(name);
  if (isSheet && !/worksheet\s*>\s*$/.test(part.subarray(-200).toString("latin1"))) throw new Reason("broken");
  if (!/^xl\/styles/i.test(name)) return part;
  return Buffer.from(part.toString("latin1").replace(localDates, '$122"'), "latin1");
}

function visibleSheets(book) {
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904);
  const budget = { characters: limits.characters };
  return book.SheetNames.flatMap((name, at) => {
    if (book.Workbook?.Sheets?.[at]?.Hidden) return [];
    const sheet = book.Sheets[name];
    if (!sheet) throw new Reason("broken"); // the parser keeps quiet about a sheet it could not read
    if (!sheet["!data"] || (sheet["!type"] && sheet["!type"] !== "sheet")) return [];
    return [{ name, ...cellsOf(sheet, date1904, budget) }];
  });
}

/** Walks the cells that are there; the sheet's own word on its size may be A1:XFD1048576. */
function cellsOf(sheet, date1904, budget) {
  const rows = [];
  let over = null;
  sheet["!data"].forEach((data, at) => {
    if (over) return;
    const cells = [];
    data.forEach((cell, column) => {
      const text = textOf(cell, date1904);
      if (text.trim() === "") return;
      if (column >= limits.columns) over = "columns";
      else cells[column] = text;
      budget.characters -= text.length;
    });
    if ((budget.characters -= cells.length) < 0) over = "text";
    if (cells.length > 0) rows.push({ line: at + 1, cells: Array.from(cells, (text) => text ?? "") });
    if (rows.length > limits.rows) over = "rows";
  });
  fillDown(sheet["!merges"] ?? [], rows);
  return { over, rows: over ? rows.slice(0, 50) : rows };
}

/** A cell merged over several rows says the same for each of them: a two-line head, a household over its members. */
function fillDown(merges, rows) {
  const byLine = new Map(rows.map((row) => [row.line, row.cells]));
  const last = rows.at(-1)?.line ?? 0;
  for (const { s, e } of merges) {
    const text = byLine.get(s.r + 1)?.[s.c];
    for (let line = s.r + 2; text && line <= Math.min(e.r + 1, last); line++) {
      const cells = byLine.get(line);
      while (cells && cells.length <= s.c) cells.push("");
      if (cells && cells[s.c] === "") cells[s.c] = text;
    }
  }
}

function textOf(cell, date1904) {
  if (cell.v === undefined || cell.v === null) return cell.t === "e" ? (cell.w ?? "") : "";
  if (cell.t === "e") return cell.w ?? "#N/A";
  if (cell.t === "b") return cell.v ? "TRUE" : "FALSE";
  if (cell.t !== "n") return String(cell.v);
  return isDate(cell) ? dateText(cell.v, date1904) : numberText(cell.v, cell.z);
}

const isDate = ({ z, XF }) => {
  const id = XF?.numFmtId ?? 0;
  return z === undefined ? (id >= 27 && id <= 36) || (id >= 50 && id <= 58) : XLSX.SSF.is_date(z);
};

const two = (n) => String(n).padStart(2, "0");

function dateText(serial, date1904) {
  const at = XLSX.SSF.parse_date_code(serial, { date1904 });
  if (!at) return numberText(serial);
  const time = at.H || at.M || at.S ? `${two(at.H)}:${two(at.M)}` : "";
  if (serial < 1 && time) return time;
  return `${String(at.y).padStart(4, "0")}-${two(at.m)}-${two(at.d)}${time && ` ${time}`}`;
}

/** Plain digits, as many as Excel keeps (15), never 1.2E+10; codes shown as 00123 keep their zeros. */
function numberText(value, format) {
  if (!Number.isFinite(value)) return "";
  const rounded = Number(value.toPrecision(15));
  if (!Number.isInteger(rounded)) return rounded.toFixed(12).replace(/\.?0+$/, "");
  const digits = BigInt(rounded).toString();
  return /^0+$/.test(format ?? "") ? digits.padStart(format.length, "0") : digits;
}

// A reason is told; anything else is a file this program cannot read, and says no more than that.
try {
  process.stdout.write(JSON.stringify(await main()));
} catch (error) {
  process.stdout.write(JSON.stringify({ refused: error instanceof Reason ? error.message : "broken" }));
}
