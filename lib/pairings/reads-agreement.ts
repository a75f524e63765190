import { asc, eq } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { goalArea } from "@/lib/words/pairing";

/** 结对协议 of one pairing, its goals by area. */
export async function agreementOf(desk: Desk, pairingId: Id<"pairing">) {
  const { agreements: a, goals: g, people } = desk.see;
  const [agreement] = await desk
    .select({
      id: a.id, version: a.version, mentorId: a.mentorId, menteeId: a.menteeId, changedBy: people.name, changedAt: a.changedAt,
      mentorSignedAt: a.mentorSignedAt, menteeSignedAt: a.menteeSignedAt,
    })
    .from(a).innerJoin(people, eq(people.id, a.changedById)).where(eq(a.pairingId, pairingId));
  if (!agreement) return undefined;
  const goals = await desk.select({ id: g.id, area: g.area, words: g.words, dueOn: g.dueOn, reachedOn: g.reachedOn }).from(g)
    .where(eq(g.agreementId, agreement.id)).orderBy(asc(g.place));
  const areas = goalArea.values.map((area) => ({ area, goals: goals.filter((goal) => goal.area === area) }));
  return { ...agreement, goals, areas, confirmed: !!agreement.mentorSignedAt && !!agreement.menteeSignedAt };
}
export type Agreement = NonNullable<Awaited<ReturnType<typeof agreementOf>>>;
export type Goal = Agreement["goals"][number];
