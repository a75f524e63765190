import { isLeaving, leaveHere } from "@/app/api/v1/sign-out/leave-here";

/** Where the proxy sends whoever pressed 退出登录 without a network. Nobody else is signed out by an address. */
export async function GET(): Promise<Response> {
  const meant = await isLeaving();
  if (meant) await leaveHere();
  return new Response(null, { status: 303, headers: { "Cache-Control": "private, no-store", Location: meant ? "/sign-in" : "/" } });
}
