import { and, asc, eq, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { openStates } from "@/lib/problems/rules";

/** What is still open at a household, oldest first: a reader sees whether the account takes it up. */
export async function openMattersAt(desk: Desk, householdId: Id<"household"> | null) {
  const { problems: p } = desk.see;
  if (!householdId) return [];
  return desk.select({ id: p.id, title: p.title, state: p.state, raisedAt: p.raisedAt }).from(p)
    .where(and(eq(p.householdId, householdId), inArray(p.state, [...openStates]))).orderBy(asc(p.raisedAt)).limit(6);
}
