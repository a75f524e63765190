import { leaveHere } from "./leave-here";

/** 退出登录 for a page that has to know whether it came to pass before it lets go of what it keeps. */
export async function POST(): Promise<Response> {
  await leaveHere();
  return Response.json({ ok: true }, { headers: { "Cache-Control": "private, no-store" } });
}
