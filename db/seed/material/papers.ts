import { crc32, deflateSync } from "node:zlib";
import { type DeliverableKind, type FileKind, type Gate, gate } from "@/lib/words/topic";

/** A paper in its versions: each sent so many days before a gate was passed, or is due. */
export interface PaperMaterial { kind: DeliverableKind; title: string; file: FileKind; gate: Gate; sentBefore: readonly number[] }

const papers: readonly PaperMaterial[] = [
  { kind: "plan", title: "开题方案", file: "docx", gate: "kickoff", sentBefore: [12, 3] },
  { kind: "report", title: "调研报告", file: "pdf", gate: "defence", sentBefore: [22, 9] },
  { kind: "data", title: "对比图", file: "png", gate: "defence", sentBefore: [9] },
];

/** By how many gates the topic has passed: what the next one asks for is there already. */
export const papersAt = (passed: number): readonly PaperMaterial[] => papers.filter(({ gate: at }) => gate.values.indexOf(at) <= passed);

/** A small file that is what it says it is, with one page of words in it; the same bytes every time. */
export const bytesOf = (file: FileKind, lines: readonly string[]): Buffer => (file === "docx" ? docxOf(lines) : file === "png" ? pngOf() : pdfOf(lines));

function docxOf(lines: readonly string[]): Buffer {
  const office = "http://schemas.openxmlformats.org";
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  return zipOf([
    ["[Content_Types].xml", `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
    ["_rels/.rels", `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
    ["word/document.xml", `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`],
  ].map(([name, xml]) => [name!, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml!}`)]));
}

/** Stored, not packed: a local header and the bytes for each, then the directory, then its end. */
function zipOf(entries: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of entries) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2); // names are UTF-8
    head.writeUInt16LE(0x0021, 8); // 1 January 1980
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\x03\x04"), head, Buffer.from(name), content);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, offset, Buffer.from(name));
    at += 30 + name.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end]);
}

/** Set in a face that every reader brings along for Chinese, so that none has to be put in. */
function pdfOf(lines: readonly string[]): Buffer {
  const hex = (words: string) => `<${Buffer.from(words, "utf16le").swap16().toString("hex")}>`;
  const page = `BT /F 16 Tf 72 760 Td 28 TL ${lines.map((line) => `${hex(line)} Tj T*`).join(" ")} ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${page.length}>>stream\n${page}\nendstream`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  return Buffer.from(`${text}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`, "latin1");
}

/** Two bars on white, before and after: 320 by 200, one byte a point. */
function pngOf(): Buffer {
  const [width, height] = [320, 200];
  const bars = [[60, 40, 0x55], [200, 110, 0x99]] as const;
  const rows = Buffer.alloc((width + 1) * height, 0xff);
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0; // no filter
    for (const [left, top, grey] of bars) if (y >= top && y < 180) rows.fill(grey, y * (width + 1) + 1 + left, y * (width + 1) + 1 + left + 60);
  }
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.from([0, 0, 1, 0x40, 0, 0, 0, 200, 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}
