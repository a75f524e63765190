import { and, eq, inArray, isNull, lte, max, type SQL } from "drizzle-orm";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { talkDue } from "@/lib/gate/talks";
import { type Almanac, dayOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

/** A pair that has not talked for too long, or never has. */
export type TalkDue = {
  pairingId: Id<"pairing">; mentorId: Id<"person">; menteeId: Id<"person">; mentor: string; mentee: string;
  /** 「16 天没有帮带记录」 */
  says: string;
  dueOn: Day;
};

/**
 * 帮带提醒, worked out whenever it is asked: ten days without a first talk, fourteen since the last, counted anew after
 * a pause, and never on a day off. A pair that rests, or has not begun, is not asked. Whoever may not see talks gets none.
 */
export async function talksDue(desk: Desk, only?: Id<"pairing">): Promise<TalkDue[]> {
  if (desk.me.is("leader") && !desk.me.is("office", "mentor", "cadre")) return [];
  const { pairings: p } = desk.see;
  const mine = desk.me.is("office") ? undefined : inArray(p.id, await myPairings(desk));
  const rows = await goingOn(desk, and(mine, only && eq(p.id, only)));
  const [almanac, talks, resumes] = [await almanacOf(desk), await lastTalks(desk), await lastResumes(desk)];
  return rows.flatMap((pair) => dueOf(pair, talks.get(pair.pairingId), resumes.get(pair.pairingId), desk.me.today, almanac) ?? []);
}

/** A leader who is also somebody's mentor is told of their own. */
async function myPairings(desk: Desk): Promise<Id<"pairing">[]> {
  const { pairings: p } = desk.see;
  const rows = await desk.select({ id: p.id, mentorId: p.mentorId, menteeId: p.menteeId }).from(p).where(isNull(p.endedOn));
  return rows.filter(({ mentorId, menteeId }) => mentorId === desk.me.id || menteeId === desk.me.id).map(({ id }) => id);
}

async function goingOn(desk: Desk, where: SQL | undefined) {
  const { pairings: p, people } = desk.see;
  const mentor = desk.select({ id: people.id, name: people.name }).from(people).as("mentor");
  const mentee = desk.select({ id: people.id, name: people.name, sortKey: people.sortKey }).from(people).as("mentee");
  return desk.select({ pairingId: p.id, mentorId: p.mentorId, menteeId: p.menteeId, mentor: mentor.name, mentee: mentee.name, startedOn: p.startedOn })
    .from(p).innerJoin(mentor, eq(mentor.id, p.mentorId)).innerJoin(mentee, eq(mentee.id, p.menteeId))
    .where(and(eq(p.state, "active"), lte(p.startedOn, desk.me.today), where)).orderBy(mentee.sortKey);
}
type Pair = Awaited<ReturnType<typeof goingOn>>[number];

async function lastTalks(desk: Desk): Promise<Map<Id<"pairing">, Day>> {
  const { coachingSessions: c, pairings: p } = desk.see;
  const rows = await desk.select({ id: c.pairingId, on: max(c.heldOn) }).from(p).innerJoin(c, eq(c.pairingId, p.id)).where(eq(p.state, "active")).groupBy(c.pairingId);
  return new Map(rows.flatMap(({ id, on }) => (on ? [[id, on]] : [])));
}

async function lastResumes(desk: Desk): Promise<Map<Id<"pairing">, Day>> {
  const { pairingSteps: s, pairings: p } = desk.see;
  const rows = await desk.select({ id: s.pairingId, at: max(s.at) }).from(p).innerJoin(s, and(eq(s.pairingId, p.id), eq(s.move, "resume"))).where(eq(p.state, "active")).groupBy(s.pairingId);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, dayOf(at)]] : [])));
}

function dueOf({ startedOn, ...pair }: Pair, lastOn: Day | undefined, resumedOn: Day | undefined, today: Day, almanac: Almanac): TalkDue | undefined {
  const due = talkDue({ startedOn, lastOn, resumedOn }, today, almanac);
  return due && { ...pair, dueOn: due.dueOn, says: due.first ? `${due.days} 天了，还没有第一次帮带` : `${due.days} 天没有帮带记录` };
}
