import { and, inArray, or } from "drizzle-orm";
import { holdsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { heldStates } from "@/lib/words/pairing";
import type { Barred } from "@/lib/words/quiz";
import { barsBetween, type Ties } from "./rules-draw";

/** What a recusal follows from today, for the office, which sees all of it. The deeds ask the whole truth again (acts-bars.ts). */
async function tiesSeen(desk: Desk, ids: readonly Id<"person">[]): Promise<Ties> {
  const { pairings: p, assignments: a, topicMembers: m } = desk.see;
  const [all, today] = [[...ids], desk.me.today];
  const [pairs, places, groups] = await Promise.all([
    desk.select({ mentorId: p.mentorId, menteeId: p.menteeId }).from(p)
      .where(and(inArray(p.state, heldStates), holdsOn(today, p), or(inArray(p.mentorId, all), inArray(p.menteeId, all)))),
    desk.select({ personId: a.personId, villageId: a.villageId }).from(a).where(and(inArray(a.personId, all), holdsOn(today, a))),
    desk.select({ personId: m.personId, topicId: m.topicId }).from(m).where(and(inArray(m.personId, all), holdsOn(today, m))),
  ]);
  return { pairs, places, groups };
}

/** Why each of these examiners stands back from each of these people, under 「考核对象 考官」; those who need not are left out. */
export async function barsAmong(desk: Desk, examineeIds: readonly Id<"person">[], examinerIds: readonly Id<"person">[]): Promise<ReadonlyMap<string, readonly Barred[]>> {
  const ties = await tiesSeen(desk, [...examineeIds, ...examinerIds]);
  const pairs = examineeIds.flatMap((examinee) => examinerIds.map((examiner) => [`${examinee} ${examiner}`, barsBetween(examinee, examiner, ties)] as const));
  return new Map(pairs.filter(([, causes]) => causes.length > 0));
}
