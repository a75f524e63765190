import { Refusal } from "@/lib/kernel/refusal";
import { sendPaper } from "@/lib/topics/acts-papers";
import { PaperForm } from "@/lib/topics/forms-papers";
import { MOST_BYTES, tooLarge } from "@/lib/topics/rules-papers";
import { answer, yes } from "../../../imports/answer";
import { type At, topicAt } from "../topic-at";

/** One file as the bytes it is; what it belongs to comes in a header, for the name may be Chinese. */
export async function POST(request: Request, at: At): Promise<Response> {
  return answer(async (desk) => {
    const id = await topicAt(at);
    const form = PaperForm.safeParse(saidIn(request.headers.get("x-paper") ?? ""));
    if (!form.success) {
      const [issue] = form.error.issues;
      throw Refusal.invalid(String(issue?.path[0] ?? "file"), issue?.message ?? "选一个文件");
    }
    const { number, isNew } = await sendPaper(desk, id, form.data, () => bodyOf(request));
    return yes({ number, isNew }, isNew ? 201 : 200);
  });
}

/** Counted as it comes in: a length that was promised is not a length. */
async function bodyOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    if ((size += chunk.length) > MOST_BYTES) throw Refusal.invalid("file", tooLarge(size));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function saidIn(header: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(header));
  } catch {
    return undefined;
  }
}
