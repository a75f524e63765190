import "server-only";
import { cookies } from "next/headers";
import { cookieName } from "@/lib/gate/origin";
import { wasRevoked } from "@/lib/gate/revoked";
import { theTown } from "@/lib/gate/session";

/** Whether somebody ended the session this request names: its phone then lets go of what opens without a network. */
export async function revokedHere(): Promise<boolean> {
  const cookie = (await cookies()).get(cookieName())?.value;
  return cookie !== undefined && wasRevoked(theTown(), cookie, new Date());
}
