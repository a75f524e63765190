import { Refusal } from "@/lib/kernel/refusal";
import { drawn } from "./picture";
import { contentsOf, partsOf, type ZipRule } from "./zip";

export type PaperKind = "docx" | "pptx" | "xlsx" | "pdf" | "jpg" | "png" | "webp";
/** What a file from outside is, and the bytes of it that may be kept. */
export type Paper = { kind: PaperKind; bytes: Buffer };

const kb = 1024;
const most = { entries: 4000, unpackedBytes: 300 * kb * kb, ratio: 100 };
/** Of what says how the parts hang together; that of a hundred slides is a tenth of it. */
const MOST_RELATIONS = 4 * kb * kb;

const say = (message: string) => () => Refusal.invalid("file", message);
const refuse = {
  strange: say("这个文件里夹着文档以外的东西。把内容复制到新文档，另存后再传"),
  broken: say("这个文件不完整，可能没有下载完或没有存好。打开看看，另存后再传"),
  bomb: say("这个文件展开后太大。压缩里面的图片，或分成几个文件再传"),
  locked: say("这个文件设了密码。去掉密码再传，评委才打得开"),
  macros: say("这个文件带有宏。另存为不带宏的 .docx、.pptx 或 .xlsx 再传"),
  links: say("这个文件引用了别处的文件，换台电脑就打不开。把图片和表格嵌进去，断开链接后再传"),
  old: say("这是旧版格式或设了密码的文档。用 Word 或 WPS 打开，另存为 .docx、.pptx 或 .xlsx 再传"),
  other: say("只收 Word（.docx）、演示（.pptx）、表格（.xlsx）、PDF 和 JPG、PNG、WebP 图片"),
  empty: say("这个文件是空的，换一个有内容的文件"),
  picture: say("这张图片打不开，可能坏了或太大。换一张，或存成 PDF 再传"),
};

const begins = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
const text = (bytes: Uint8Array, at: number, words: string) => Buffer.from(bytes.subarray(at, at + words.length)).toString("latin1") === words;

/** Says what a file is by what stands in it, its name is only what somebody called it; and refuses what does harm. */
export async function paperIn(bytes: Uint8Array): Promise<Paper> {
  if (bytes.length === 0) throw refuse.empty();
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return { kind: await officeKind(bytes), bytes: Buffer.from(bytes) };
  // A PDF is believed to be one and no more: it leaves as an attachment in a sandbox, and is never opened here.
  if (text(bytes, 0, "%PDF-")) return { kind: "pdf", bytes: Buffer.from(bytes) };
  const picture = pictureKind(bytes);
  if (picture) return { kind: picture, bytes: await redrawn(picture, bytes) };
  throw begins(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? refuse.old() : refuse.other();
}

function pictureKind(bytes: Uint8Array): "jpg" | "png" | "webp" | undefined {
  if (begins(bytes, 0xff, 0xd8, 0xff)) return "jpg";
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  return text(bytes, 0, "RIFF") && text(bytes, 8, "WEBP") ? "webp" : undefined;
}

let last: Promise<unknown> = Promise.resolve();

/** As large as it was, from its pixels alone: where it was taken stays behind. One at a time, for each takes much memory. */
function redrawn(kind: "jpg" | "png" | "webp", bytes: Uint8Array): Promise<Buffer> {
  const draw = () => {
    const picture = drawn(bytes);
    return (kind === "jpg" ? picture.jpeg({ quality: 90 }) : kind === "png" ? picture.png() : picture.webp({ quality: 90 })).toBuffer();
  };
  const mine = last.then(draw).catch(() => {
    throw refuse.picture();
  });
  last = mine.catch(() => undefined);
  return mine;
}

const known = /^(\[content_types\]\.xml$|_rels\/|docprops\/|docmetadata\/|customxml\/|_xmlsignatures\/|(word|ppt|xl)\/)/;
const macros = /vbaproject|vbadata|\/(macrosheets|dialogsheets|activex|ctrlprops)\//;
/** What a document never needs inside, and what hides a program: an OLE package is a .bin among the embeddings. */
const programs = /\.(exe|dll|com|scr|msi|lnk|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|jar|html?|svg|docm|dotm|xlsm|xlsb|pptm|chm|iso|zip|rar|7z)$|\/embeddings\/[^/]*\.bin$/;

function faultOf(name: string): Refusal | undefined {
  if (macros.test(name)) return refuse.macros();
  if (name.startsWith("xl/externallinks/")) return refuse.links();
  return known.test(name) && !programs.test(name) ? undefined : refuse.strange();
}

const rule: ZipRule = { most, faultOf, refuse };
const mains: readonly [kind: "docx" | "pptx" | "xlsx", type: string][] = [
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
  ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
];
const isRelations = (name: string) => name.endsWith(".rels");

/** Which of the three it is, its own list of types says; a macro may hide under any name, but not from that list. */
async function officeKind(bytes: Uint8Array): Promise<"docx" | "pptx" | "xlsx"> {
  const names = await contentsOf(bytes, rule);
  if (!names.has("[content_types].xml")) throw refuse.other();
  const parts = await partsOf(bytes, (name) => name === "[content_types].xml" || isRelations(name), MOST_RELATIONS, rule);
  const types = parts.get("[content_types].xml")!;
  for (const part of parts.values()) if (/<!DOCTYPE|\0/i.test(part)) throw refuse.strange();
  if (/macroenabled|vbaproject|activex/i.test(types)) throw refuse.macros();
  for (const [name, part] of parts) if (isRelations(name) && leadsAway(part)) throw refuse.links();
  const found = mains.find(([, type]) => types.includes(`"${type}"`) || types.includes(`'${type}'`));
  if (!found) throw refuse.other();
  return found[0];
}

/**
 * A word that leads to a web page is one thing; a template, a picture or a sheet fetched from elsewhere another. Every
 * step here takes time in proportion to what is read, whatever somebody wrote to make it take longer.
 */
function leadsAway(relations: string): boolean {
  const all = relations.split("<").filter((element) => /^[\w:]{0,40}Relationship\s/i.test(element));
  return all.map(attributesOf).some((one) => (one.get("TargetMode") ?? "Internal") !== "Internal" &&
    (!one.get("Type")?.endsWith("/hyperlink") || !/^(https?:|mailto:|tel:|#)/i.test(one.get("Target") ?? "")));
}

const attributesOf = (element: string): Map<string, string> =>
  new Map([...element.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, name, value]) => [name!, value!.slice(1, -1)]));
