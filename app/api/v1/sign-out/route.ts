import { signOutHere } from "@/lib/accounts/acts";
import { deskOfRequest, dropCookie } from "@/lib/gate/session";

/** 退出登录 for a page that has to know whether it came to pass before it lets go of what it keeps. */
export async function POST(): Promise<Response> {
  const desk = await deskOfRequest();
  if (desk) await signOutHere(desk);
  await dropCookie();
  return Response.json({ ok: true }, { headers: { "Cache-Control": "private, no-store" } });
}
