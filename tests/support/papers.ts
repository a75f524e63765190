import { readdirSync } from "node:fs";
import { join } from "node:path";
import { GET } from "@/app/api/v1/topics/[id]/files/[version]/route";
import { POST } from "@/app/api/v1/topics/[id]/files/route";
import type { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { zip } from "./workbooks";

/** Whose request it is; a test that uses this file puts it in the session's place. */
export const sent: { by: Desk | undefined } = { by: undefined };
const url = "http://127.0.0.1:3000/api/v1/topics/x/files";

export type Said = { status: number; ok: boolean; number?: number; isNew?: boolean; message?: string; fields?: Record<string, string> };

export async function put(desk: Desk | undefined, topicId: string, bytes: Uint8Array, over: object = {}): Promise<Said> {
  sent.by = desk;
  const paper = { id: newId(), deliverableId: newId(), kind: "report", title: "调研报告", name: "报告.docx", ...over };
  const headers = { "content-type": "application/octet-stream", "x-paper": encodeURIComponent(JSON.stringify(paper)) };
  const answer = await POST(new Request(url, { method: "POST", body: new Uint8Array(bytes), headers }), { params: Promise.resolve({ id: topicId }) });
  return { status: answer.status, ...((await answer.json()) as Omit<Said, "status">) };
}

export async function fetched(desk: Desk | undefined, topicId: string, version: string): Promise<Response> {
  sent.by = desk;
  return GET(new Request(url), { params: Promise.resolve({ id: topicId, version }) });
}

export const paperFolder = () => join(process.env.QINGLAN_DATA!, "files");
export const paperFiles = (): string[] => {
  try {
    return readdirSync(paperFolder());
  } catch {
    return [];
  }
};

type Part = Parameters<typeof zip>[0][number];
const mains = { docx: ["word/document.xml", "wordprocessingml.document.main"], pptx: ["ppt/presentation.xml", "presentationml.presentation.main"], xlsx: ["xl/workbook.xml", "spreadsheetml.sheet.main"] } as const;

/** The smallest document of its kind; parts of the same name replace its own. `types` is said among its types. */
export function paper(kind: keyof typeof mains = "docx", extra: Part[] = [], types = "", words = "调研报告"): Uint8Array {
  const [main, type] = mains[kind];
  const parts: Part[] = [
    { name: "[Content_Types].xml", data: `<?xml version="1.0"?><Types><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>${types}</Types>` },
    { name: "_rels/.rels", data: relations(`<Relationship Id="r1" Type="http://x/officeDocument" Target="${main}"/>`) },
    { name: main, data: `<doc>${words}</doc>` },
  ];
  return zip([...parts.filter(({ name }) => !extra.some((one) => one.name === name)), ...extra]);
}

export const relations = (inner: string): string => `<?xml version="1.0"?><Relationships xmlns="x">${inner}</Relationships>`;
