import { answerTo } from "@/app/(desk)/search/answer";
import { deskOfRequest } from "@/lib/gate/session";
import { SearchForm } from "@/lib/search/forms";

const most = 1024;

/** A question to the desk, by POST: no name stands in an address, a history or a log. */
export async function POST(request: Request): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return no(401, "登录时间到了，重新登录后再找");
  const text = await request.text();
  if (Buffer.byteLength(text) > most) return no(413, "最多写 30 个字");
  const form = SearchForm.safeParse(jsonOf(text));
  if (!form.success) return no(422, form.error.issues[0]?.message ?? "写 2 到 30 个字");
  return Response.json({ groups: await answerTo(desk, form.data.q) }, { headers });
}

const headers = { "Cache-Control": "private, no-store" };
const no = (status: number, message: string) => Response.json({ ok: false, message }, { status, headers });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
