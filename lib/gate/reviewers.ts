import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";
import { settleNotices, tell } from "./notices";

const { visits, visitSteps } = tables;

type HandOver = {
  /** Whom the visits wait with, and whose they are; what is left out may be anybody. */
  from?: Id<"person">;
  author?: Id<"person">;
  /** The next mentor, or nobody: then they wait at the office. */
  to: Id<"person"> | null;
  note: string;
};

/**
 * Visits whose reviewer can no longer answer them wait with somebody who can, from the same deed on. When they are due
 * does not change. Call it inside `desk.together`.
 */
export async function handOverReviews(desk: Desk, { from, author, to, note }: HandOver): Promise<number> {
  const waiting = await desk.select({ id: visits.id }).from(visits).where(and(
    eq(visits.state, "submitted"),
    isNotNull(visits.reviewerId),
    from && eq(visits.reviewerId, from),
    author && eq(visits.authorId, author),
  ));
  for (const { id } of waiting) await reassign(desk, id, to, note);
  return waiting.length;
}

const reassign = (desk: Desk, id: Id<"visit">, to: Id<"person"> | null, note: string) =>
  desk.change("visit.reassign", id, async (tx, visit) => {
    const version = visit.version + 1;
    const { state } = visit;
    await tx.update(visits).set({ reviewerId: to, version }).where(eq(visits.id, id));
    await tx.insert(visitSteps).values({ visitId: id, move: "reassign", from: state, to: state, actorId: desk.me.id, at: desk.now, note, version });
    await settleNotices(tx, desk, "visit", id, { kinds: ["review_handed"] });
    await tell(tx, desk, { to, kind: "review_handed", subject: "visit", subjectId: id });
  });
