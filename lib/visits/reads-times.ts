import { and, asc, eq, gte, inArray, isNull, like, lt, max, min, sql } from "drizzle-orm";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { addDays, startOf, workingHoursBetween } from "@/lib/kernel/calendar";
import { type Id, idSince } from "@/lib/kernel/id";
import { figuresOf } from "./rules-times";

export type Days = 30 | 90;

/**
 * 批阅用时 over the last days: from handing in to the answer, in working hours. One's own; for the office of everybody,
 * by name. It is for help, not for comparison: nothing is ordered by a number.
 */
export async function reviewTimes(desk: Desk, days: Days) {
  const [answered, waiting, reviewers] = await Promise.all([answersSince(desk, days), oldestWaiting(desk), reviewersOf(desk)]);
  const almanac = await almanacOf(desk);
  const hours = new Map<Id<"person">, number[]>();
  for (const { actorId, handedAt, at } of answered) {
    if (handedAt === null) continue;
    hours.set(actorId, [...(hours.get(actorId) ?? []), workingHoursBetween(new Date(handedAt), at, almanac)]);
  }
  return reviewers.map(({ id, name }) => ({ id, name, ...figuresOf(hours.get(id) ?? []), oldest: waiting.get(id) }));
}
export type ReviewTimes = Awaited<ReturnType<typeof reviewTimes>>[number];

/** Every answer that stood, with when the visit had been handed in. Ids begin with their moment: the index knows since when. */
async function answersSince(desk: Desk, days: Days) {
  const { visitSteps: s, visitVersions: v } = desk.see;
  const since = startOf(addDays(desk.me.today, 1 - days));
  const handedAt = desk.select({ at: max(v.at) }).from(v).where(and(eq(v.visitId, s.visitId), lt(v.version, s.version)));
  const rows = await desk
    .select({ visitId: s.visitId, version: s.version, move: s.move, actorId: s.actorId, at: s.at, handedAt: sql<number | null>`(${handedAt})` })
    .from(s)
    .where(and(
      gte(s.id, idSince<"visitStep">(since)), gte(s.at, since), inArray(s.move, ["approve", "return", "undo"]),
      desk.me.is("office") ? undefined : eq(s.actorId, desk.me.id),
    ));
  const undone = new Set(rows.filter(({ move }) => move === "undo").map(({ visitId, version }) => `${visitId} ${version - 1}`));
  return rows.filter(({ move, visitId, version }) => move !== "undo" && !undone.has(`${visitId} ${version}`));
}

/** Since when the oldest visit waits with each reviewer. */
async function oldestWaiting(desk: Desk): Promise<ReadonlyMap<Id<"person">, Date>> {
  const { visits: v } = desk.see;
  const rows = await desk.select({ id: v.reviewerId, since: min(v.submittedAt) }).from(v)
    .where(and(eq(v.state, "submitted"), desk.me.is("office") ? undefined : eq(v.reviewerId, desk.me.id))).groupBy(v.reviewerId);
  return new Map(rows.flatMap(({ id, since }) => (id && since ? [[id, since] as const] : [])));
}

async function reviewersOf(desk: Desk) {
  const { people } = desk.see;
  if (!desk.me.is("office")) return [{ id: desk.me.id, name: desk.me.name }];
  return desk.select({ id: people.id, name: people.name }).from(people)
    .where(and(isNull(people.leftOn), like(people.roles, '%"mentor"%'))).orderBy(asc(people.sortKey), asc(people.id));
}
