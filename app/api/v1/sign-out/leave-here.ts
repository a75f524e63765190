import "server-only";
import { cookies } from "next/headers";
import { signOutHere } from "@/lib/accounts/acts";
import { overHttps } from "@/lib/gate/origin";
import { deskOfRequest, dropCookie } from "@/lib/gate/session";
import { leavingCookie } from "@/lib/words/leaving";

/** Whether 退出登录 was pressed here where there was no network. */
export const isLeaving = async (): Promise<boolean> => (await cookies()).has(leavingCookie(overHttps()));

/** Ends the session of this request, if there is one, and forgets both cookies. */
export async function leaveHere(): Promise<void> {
  const desk = await deskOfRequest();
  if (desk) await signOutHere(desk);
  await dropCookie();
  (await cookies()).delete({ name: leavingCookie(overHttps()), path: "/", secure: overHttps() });
}
