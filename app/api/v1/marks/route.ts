import { attempt } from "@/app/_kit/action";
import { saveMark } from "@/lib/defences/acts-sheets";
import { MarkForm } from "@/lib/defences/forms";
import { deskOfRequest } from "@/lib/gate/session";

const headers = { "Cache-Control": "private, no-store" };
const signedOut = { ok: false, signedOut: true, message: "登录时间到了，重新登录后会接着存", fields: {} };

/** One tap of a judge: kept, and nothing told but that it is. The page is not drawn anew for it. */
export async function POST(request: Request): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return Response.json(signedOut, { status: 401, headers });
  return Response.json(await attempt(MarkForm, await request.json().catch(() => null), (form) => saveMark(desk, form)), { headers });
}
