import { and, type AnyColumn, asc, count, desc, eq, gte, isNotNull, isNull, lt, lte, notExists, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { CAPACITY, monthBefore } from "./rules";

const PAGE = 30;

/** A pairing with both names. The desk's rows come as sub-selects, so each name is looked up by one of its own. */
const named = (desk: Desk) => {
  const { pairings: p, people } = desk.see;
  const mentor = desk.select({ id: people.id, name: people.name, department: people.department }).from(people).as("mentor");
  const mentee = desk.select({ id: people.id, name: people.name, department: people.department, sortKey: people.sortKey }).from(people).as("mentee");
  return desk
    .select({
      id: p.id, mentorId: p.mentorId, mentor: mentor.name, menteeId: p.menteeId, mentee: mentee.name, department: mentee.department,
      startedOn: p.startedOn, endedOn: p.endedOn, reason: p.reason, state: p.state, answerBy: p.answerBy, handover: p.handover,
    })
    .from(p)
    .innerJoin(mentor, eq(mentor.id, p.mentorId))
    .innerJoin(mentee, eq(mentee.id, p.menteeId))
    .$dynamic();
};

/** The pairings that go on, are still to begin or wait for an answer: a few dozen, by the mentee's name. */
export async function openPairings(desk: Desk, only: { uncoached?: boolean } = {}) {
  const where = only.uncoached ? uncoached(desk) : isNull(desk.see.pairings.endedOn);
  return named(desk).where(where).orderBy(sql`mentee.sort_key`);
}

/** 本月未帮带: goes on, and there is neither a talk this month nor a word on the last one. Asked where all talks are seen. */
function uncoached(desk: Desk): SQL | undefined {
  const { pairings: p, coachingSessions: c, assessments: a } = desk.see;
  const { today } = desk.me;
  const month = today.slice(0, 7);
  const talked = desk.select({ id: c.id }).from(c).where(and(eq(c.pairingId, p.id), gte(c.heldOn, `${month}-01` as Day)));
  const assessed = desk.select({ id: a.id }).from(a).where(and(eq(a.pairingId, p.id), eq(a.month, monthBefore(month))));
  return and(eq(p.state, "active"), lte(p.startedOn, today), notExists(talked), notExists(assessed));
}

export async function countUncoached(desk: Desk): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.pairings).where(uncoached(desk));
  return row!.n;
}
export type PairingRow = Awaited<ReturnType<typeof openPairings>>[number];

/** One pairing, as far as it may be seen. */
export async function pairingAt(desk: Desk, id: Id<"pairing">): Promise<PairingRow | undefined> {
  const [pairing] = await named(desk).where(eq(desk.see.pairings.id, id));
  return pairing;
}

/** 历程, newest first: a handful of moves. */
export async function stepsOf(desk: Desk, id: Id<"pairing">) {
  const { pairingSteps: s, people } = desk.see;
  return desk.select({ id: s.id, move: s.move, at: s.at, note: s.note, expectedOn: s.expectedOn, actor: people.name }).from(s)
    .innerJoin(people, eq(people.id, s.actorId)).where(eq(s.pairingId, id)).orderBy(desc(s.at), desc(s.id)).limit(60);
}
export type PairingStep = Awaited<ReturnType<typeof stepsOf>>[number];

/** What has ended or come to nothing, latest first. */
export async function endedPairings(desk: Desk, after?: Id<"pairing">) {
  const { pairings: p } = desk.see;
  const [last] = after ? await desk.select({ endedOn: p.endedOn }).from(p).where(eq(p.id, after)) : [];
  const beyond = last?.endedOn ? or(lt(p.endedOn, last.endedOn), and(eq(p.endedOn, last.endedOn), lt(p.id, after!))) : undefined;
  const rows = await named(desk).where(and(isNotNull(p.endedOn), beyond)).orderBy(desc(p.endedOn), desc(p.id)).limit(PAGE + 1);
  return { pairings: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined };
}

/** 未结对: young cadres whom nobody mentors now and for whom nothing is arranged. */
export async function unpairedCadres(desk: Desk) {
  const { people, pairings: p } = desk.see;
  const paired = desk.select({ id: p.menteeId }).from(p).where(isNull(p.endedOn));
  return desk.select({ id: people.id, name: people.name, department: people.department }).from(people)
    .where(and(isNull(people.leftOn), sql`${people.roles} like ${'%"cadre"%'}`, notInArray(people.id, paired)))
    .orderBy(asc(people.sortKey), asc(people.id));
}

/** A mentee takes a place of their mentor's from the proposal to the last day. */
export const takesAPlace = (p: { state: AnyColumn; endedOn: AnyColumn }, day: Day): SQL | undefined => or(isNull(p.endedOn), and(eq(p.state, "ended"), gte(p.endedOn, day)));

/** Whom one may ask to be a mentor from a day on, with how many each has then. */
export async function mentorChoices(desk: Desk, from: Day = desk.me.today) {
  const { people, pairings: p } = desk.see;
  const mentors = await desk.select({ id: people.id, name: people.name, department: people.department }).from(people)
    .where(and(isNull(people.leftOn), sql`${people.roles} like ${'%"mentor"%'}`))
    .orderBy(asc(people.sortKey), asc(people.id));
  const open = await desk.select({ mentorId: p.mentorId }).from(p).where(takesAPlace(p, from));
  return mentors.map((mentor) => {
    const load = open.filter(({ mentorId }) => mentorId === mentor.id).length;
    return { ...mentor, load, full: load >= CAPACITY };
  });
}
export type MentorChoice = Awaited<ReturnType<typeof mentorChoices>>[number];
