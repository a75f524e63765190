import { paperOf } from "@/lib/gate/picture";
import { idFrom } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { inHeader } from "@/lib/topics/rules-papers";
import type { FileKind } from "@/lib/words/topic";
import { answer } from "../../../../imports/answer";
import { topicAt } from "../../topic-at";

type At = { params: Promise<{ id: string; version: string }> };

const office = "application/vnd.openxmlformats-officedocument.";
const types: Record<FileKind, string> = {
  docx: `${office}wordprocessingml.document`, pptx: `${office}presentationml.presentation`, xlsx: `${office}spreadsheetml.sheet`,
  pdf: "application/pdf", jpg: "image/jpeg", png: "image/png", webp: "image/webp",
};

/** For whoever may see it, as a file and never as a page: it runs nothing and is kept by nobody on the way. */
export async function GET(_request: Request, at: At): Promise<Response> {
  return answer(async (desk) => {
    const id = idFrom<"deliverableVersion">((await at.params).version);
    const paper = id && (await paperOf(desk, await topicAt(at), id));
    if (!paper) throw Refusal.notFound("这份材料");
    return new Response(new Uint8Array(paper.bytes), {
      headers: {
        "Content-Type": types[paper.kind],
        "Content-Disposition": `attachment; filename="material.${paper.kind}"; filename*=UTF-8''${inHeader(paper.name)}`,
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  });
}
