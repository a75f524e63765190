import { cookies } from "next/headers";
import { signOutHere } from "@/lib/accounts/acts";
import { deskOfRequest, dropCookie } from "@/lib/gate/session";
import { leavingCookie } from "@/lib/words/outbox";

const headers = { "Cache-Control": "private, no-store" };

/** 退出登录 for a page that has to know whether it came to pass before it lets go of what it keeps. */
export async function POST(): Promise<Response> {
  await leave();
  return Response.json({ ok: true }, { headers });
}

/** Where the proxy sends whoever pressed it without a network. Nobody else is signed out by an address. */
export async function GET(): Promise<Response> {
  const meant = (await cookies()).has(leavingCookie);
  if (meant) await leave();
  return new Response(null, { status: 303, headers: { ...headers, Location: meant ? "/sign-in" : "/" } });
}

async function leave(): Promise<void> {
  const desk = await deskOfRequest();
  if (desk) await signOutHere(desk);
  await dropCookie();
  (await cookies()).delete(leavingCookie);
}
