import { deskOfRequest } from "@/lib/gate/session";
import { countNotices } from "@/lib/notices/reads";

/** How many things wait to be looked at: the number in the header, and nothing of what they are. */
export async function GET(): Promise<Response> {
  const desk = await deskOfRequest();
  const headers = { "Cache-Control": "private, no-store" };
  if (!desk) return Response.json({ ok: false, message: "登录时间到了，重新登录后再看" }, { status: 401, headers });
  return Response.json({ count: await countNotices(desk) }, { headers });
}
