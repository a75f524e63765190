import { checkImport } from "@/lib/imports/acts";
import { UploadForm } from "@/lib/imports/forms";
import { Refusal } from "@/lib/kernel/refusal";
import { limits } from "@/lib/sheets/limits";
import { answer, yes } from "./answer";

/** A picked file, checked: the bytes as they are with its name in a header, or the fields of a plain form. */
export async function POST(request: Request): Promise<Response> {
  return answer(async (desk) => {
    if (!desk.me.is("office")) throw Refusal.forbidden("导入由党建办来做，需要的话联系党建办");
    const { kind, name, bytes } = await fileOf(request);
    const form = UploadForm.safeParse({ kind, fileName: name });
    if (!form.success) throw Refusal.invalid("kind", form.error.issues[0]!.message);
    return yes({ id: await checkImport(desk, form.data, bytes) }, 201);
  });
}

type Picked = { kind: unknown; name: string; bytes: Uint8Array };

async function fileOf(request: Request): Promise<Picked> {
  if (!/^multipart\/form-data/i.test(request.headers.get("content-type") ?? "")) {
    const bytes = await bodyOf(request);
    return { kind: new URL(request.url).searchParams.get("kind"), name: decoded(request.headers.get("x-file-name") ?? ""), bytes };
  }
  const form = await request.formData().catch(() => undefined);
  const file = form?.get("file");
  if (!(file instanceof File)) throw Refusal.invalid("file", "选择要导入的表格");
  return { kind: form?.get("kind"), name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Counted as it comes in: a length that was promised is not a length. */
async function bodyOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    if ((size += chunk.length) > limits.fileBytes + 1024) throw Refusal.invalid("file", "这个文件超过 5 MB。分成几个文件导入");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}
