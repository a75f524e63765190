import "server-only";
import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Store } from "@/db/store";
import { sessionNamed } from "./cookie";
import { digest } from "./sign-in";

const { people, sessions } = tables;

/**
 * Whether somebody ended the session a cookie names (another device, the admin, a person who left), and it did not merely
 * run out. A phone that hears so lets go of what opens without a network.
 */
export async function wasRevoked(store: Store, cookie: string, now: Date): Promise<boolean> {
  const sid = await sessionNamed(cookie, process.env.NEXTAUTH_SECRET ?? "", now);
  if (sid === undefined) return false;
  const id = digest(sid) as typeof sessions.$inferSelect.id;
  const [found] = await store.read.select({ endedAt: sessions.endedAt, leftOn: people.leftOn }).from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId)).where(eq(sessions.id, id));
  return !found || found.endedAt !== null || found.leftOn !== null;
}
