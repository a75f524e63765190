import { and, asc, eq } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

/** The remarks at one visit that this desk may see: one's own, and what was sent. */
export async function remarksOf(desk: Desk, visitId: Id<"visit">) {
  const { visitComments: c, people } = desk.see;
  return desk.select({ id: c.id, quote: c.quote, before: c.before, words: c.words, state: c.state, authorId: c.authorId, author: people.name, at: c.at })
    .from(c).innerJoin(people, eq(people.id, c.authorId)).where(eq(c.visitId, visitId)).orderBy(asc(c.at), asc(c.id));
}
/** Those that have left their writer's desk. */
export const sentRemarks = async (desk: Desk, visitId: Id<"visit">) => (await remarksOf(desk, visitId)).filter(({ state }) => state === "sent");
export type Remark = Awaited<ReturnType<typeof remarksOf>>[number];

/** What I wrote and have not sent, at visits that are still mine to answer: what went elsewhere meanwhile holds up nothing. */
export async function pendingRemarks(desk: Desk) {
  const { visitComments: c, visits } = desk.see;
  const rows = await desk.select().from(c).innerJoin(visits, eq(visits.id, c.visitId))
    .where(and(eq(c.authorId, desk.me.id), eq(c.state, "pending")));
  return rows.filter(({ visits: visit }) => desk.may("visit.sendRemarks", visit)).map(({ visitComments: { id, visitId } }) => ({ id, visitId }));
}
