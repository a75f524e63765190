import { and, eq, inArray, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Recusal } from "@/lib/words/defence";
import { heldStates } from "@/lib/words/pairing";
import { recusalsOf, type Relations } from "./rules";

/**
 * What a recusal follows from, as this desk sees it: the office and the leaders see every 结对, a judge their own, which
 * is all that their own recusal can rest on.
 */
export async function relationsOf(desk: Desk, topicId: Id<"topic">, until: Day): Promise<Relations | undefined> {
  const { topics: t, topicMembers: m, people, pairings: p } = desk.see;
  const [topic] = await desk.select({ leadDepartment: t.leadDepartment, startedOn: t.startedOn }).from(t).where(eq(t.id, topicId));
  if (!topic) return undefined;
  const group = await desk.selectDistinct({ id: people.id, department: people.department })
    .from(m).innerJoin(people, eq(people.id, m.personId)).where(eq(m.topicId, topicId));
  const ids = group.map(({ id }) => id);
  const pairs = ids.length === 0 ? [] : await desk
    .select({ mentorId: p.mentorId, menteeId: p.menteeId, startedOn: p.startedOn, endedOn: p.endedOn })
    .from(p).where(and(inArray(p.state, heldStates), or(inArray(p.mentorId, ids), inArray(p.menteeId, ids))));
  const endedOn = until > desk.me.today ? until : desk.me.today; // what has come to be since counts as well
  return { group, pairs, leadDepartment: topic.leadDepartment, days: { startedOn: topic.startedOn, endedOn } };
}

export type Recused = ReadonlyMap<Id<"person">, readonly Recusal[]>;

/** Of these people, who stands back from judging this topic, and why. Of others than oneself only the office and the leaders may ask. */
export async function recusedAmong(desk: Desk, topicId: Id<"topic">, until: Day, personIds: readonly Id<"person">[]): Promise<Recused> {
  const relations = await relationsOf(desk, topicId, until);
  if (!relations || personIds.length === 0) return new Map();
  const { people } = desk.see;
  const judges = await desk.select({ id: people.id, department: people.department }).from(people).where(inArray(people.id, [...personIds]));
  return new Map(judges.map((judge) => [judge.id, recusalsOf(judge, relations)] as const).filter(([, causes]) => causes.length > 0));
}
