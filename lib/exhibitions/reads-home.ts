import { and, asc, eq, isNull } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { pairsFor } from "./rules";

/** 展演 whose vote runs now, where I may vote, have not, and there is a pair to ask me about. One question in all. */
export async function votesWaiting(desk: Desk) {
  if (desk.me.is("admin", "auditor")) return [];
  const { exhibitions: e, exhibits: x, ballots: b } = desk.see;
  const rows = await desk.select({ id: e.id, title: e.title, venue: e.venue, exhibitId: x.id, topicId: x.topicId }).from(e)
    .innerJoin(x, eq(x.exhibitionId, e.id)).leftJoin(b, and(eq(b.exhibitionId, e.id), eq(b.personId, desk.me.id)))
    .where(and(eq(e.state, "voting"), isNull(b.id))).orderBy(asc(e.heldOn), asc(e.id), asc(x.place));
  const found = new Map(rows.map(({ id, title, venue }) => [id, { id, title, venue }]));
  return [...found.values()].filter(({ id }) => asks(desk, id, rows.filter((row) => row.id === id)));
}

const asks = ({ me }: Desk, id: Id<"exhibition">, stage: readonly { exhibitId: Id<"exhibit">; topicId: Id<"topic"> }[]): boolean =>
  pairsFor({ id: me.id, topicIds: me.everTopicIds }, id, stage.map(({ exhibitId, topicId }) => ({ id: exhibitId, topicId }))).length > 0;
