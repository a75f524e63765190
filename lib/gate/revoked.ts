import "server-only";
import { eq } from "drizzle-orm";
import { cookies } from "next/headers";
import { tables } from "@/db/schema";
import { sessionNamed } from "./cookie";
import { cookieName } from "./origin";
import { theTown } from "./session";
import { digest } from "./sign-in";

const { people, sessions } = tables;

/**
 * Whether somebody ended the session this request still names (another device, the admin, a person who left), and it
 * did not merely run out. A phone that hears so lets go of what opens without a network.
 */
export async function revokedHere(now = new Date()): Promise<boolean> {
  const cookie = (await cookies()).get(cookieName())?.value;
  const sid = cookie && (await sessionNamed(cookie, process.env.NEXTAUTH_SECRET ?? "", now));
  if (!sid) return false;
  const id = digest(sid) as typeof sessions.$inferSelect.id;
  const [found] = await theTown().read.select({ endedAt: sessions.endedAt, leftOn: people.leftOn }).from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId)).where(eq(sessions.id, id));
  return !found || found.endedAt !== null || found.leftOn !== null;
}
