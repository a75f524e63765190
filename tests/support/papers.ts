import { readdirSync } from "node:fs";
import { join } from "node:path";
import { GET } from "@/app/api/v1/topics/[id]/files/[version]/route";
import { POST } from "@/app/api/v1/topics/[id]/files/route";
import type { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";

/** Whose request it is; a test that uses this file puts it in the session's place. */
export const sent: { by: Desk | undefined } = { by: undefined };
const url = "http://127.0.0.1:3000/api/v1/topics/x/files";

export type Said = { status: number; ok: boolean; number?: number; isNew?: boolean; message?: string; fields?: Record<string, string> };

export async function put(desk: Desk | undefined, topicId: string, bytes: Uint8Array | ReadableStream<Uint8Array>, over: object = {}): Promise<Said> {
  sent.by = desk;
  const paper = { id: newId(), deliverableId: newId(), kind: "report", title: "调研报告", name: "报告.docx", ...over };
  const headers = { "content-type": "application/octet-stream", "x-paper": encodeURIComponent(JSON.stringify(paper)) };
  const body = bytes instanceof Uint8Array ? { body: new Uint8Array(bytes) } : { body: bytes, duplex: "half" as const };
  const answer = await POST(new Request(url, { method: "POST", headers, ...body }), { params: Promise.resolve({ id: topicId }) });
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
