import { and, eq, gt } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

const { peeks } = tables;
const MINUTE = 60_000;

/**
 * Somebody asked for a household while they are being examined on it, and found nothing there. Its examiner sees that
 * they did; of whoever is examined on nothing, nothing is noted.
 */
export async function notePeek(desk: Desk, householdId: Id<"household"> | undefined): Promise<void> {
  const exam = desk.me.examinedOn.find((one) => one.householdId === householdId);
  if (!exam) return;
  const { quizId } = exam;
  await desk.begin("peek.note", async (tx) => {
    const lately = and(eq(peeks.quizId, quizId), eq(peeks.personId, desk.me.id), gt(peeks.at, new Date(desk.now.getTime() - MINUTE)));
    const [known] = await tx.select({ id: peeks.id }).from(peeks).where(lately).limit(1);
    if (known) return undefined;
    const [noted] = await tx.insert(peeks).values({ quizId, personId: desk.me.id, at: desk.now }).returning();
    return noted;
  });
}
