import { and, type AnyColumn, eq, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Reader } from "@/db/store";
import { dayOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { heldStates } from "@/lib/words/pairing";
import type { Role } from "@/lib/words/person";

type Place = Pick<Row<"assignments">, "personId" | "villageId" | "gridId" | "householdId">;
/** 代批阅 today: whose reviews I answer, and of which of their mentees. */
export type StandIn = { reviewerId: Id<"person">; authorId: Id<"person"> };

/** A 课题组 I am or was of, or a defence that I judge. */
type InTopic = { topicId: Id<"topic">; defenceId: Id<"defence"> | null; holds: boolean };
/** A household I am being examined on: until the examiners are done it is kept from me. */
type Examined = { quizId: Id<"quiz">; householdId: Id<"household"> };

/** Who is at the desk, with every relation a rule in `policy.ts` may ask about. Loaded once a request. */
export class Actor {
  readonly villageIds: readonly Id<"village">[];
  readonly gridIds: readonly Id<"grid">[];
  /** Villages that my grids are a part of. */
  readonly gridVillageIds: readonly Id<"village">[];
  readonly householdIds: readonly Id<"household">[];
  /** Households assigned to my mentees. */
  readonly menteeHouseholdIds: readonly Id<"household">[];
  /** 课题组 I am of today; and those I ever was of. */
  readonly topicIds: readonly Id<"topic">[];
  readonly everTopicIds: readonly Id<"topic">[];
  /** Where I sit among the judges. */
  readonly seats: readonly { topicId: Id<"topic">; defenceId: Id<"defence"> }[];
  /** Every other rule gives way to this one: what I am being examined on I do not see anywhere. */
  readonly hiddenHouseholdIds: readonly Id<"household">[];

  constructor(
    private readonly person: Row<"people">,
    readonly menteeIds: readonly Id<"person">[],
    places: readonly Place[],
    readonly now: Date,
    readonly standIns: readonly StandIn[] = [],
    inTopics: readonly InTopic[] = [],
    readonly examinedOn: readonly Examined[] = [],
  ) {
    const mine = places.filter((place) => place.personId === person.id);
    this.villageIds = mine.filter((p) => !p.gridId && !p.householdId).map((p) => p.villageId);
    this.gridIds = mine.flatMap((p) => p.gridId ?? []);
    this.gridVillageIds = mine.flatMap((p) => (p.gridId && !p.householdId ? p.villageId : []));
    this.householdIds = mine.flatMap((p) => p.householdId ?? []);
    const groups = inTopics.filter(({ defenceId }) => !defenceId);
    this.topicIds = groups.filter(({ holds }) => holds).map(({ topicId }) => topicId);
    this.everTopicIds = groups.map(({ topicId }) => topicId);
    this.seats = inTopics.flatMap(({ topicId, defenceId }) => (defenceId ? { topicId, defenceId } : []));
    this.hiddenHouseholdIds = examinedOn.map(({ householdId }) => householdId);
    this.menteeHouseholdIds = places.filter((p) => p.personId !== person.id).flatMap((p) => p.householdId ?? []);
  }

  get id() {
    return this.person.id;
  }
  get name() {
    return this.person.name;
  }
  get roles(): readonly Role[] {
    return this.person.roles;
  }
  get today(): Day {
    return dayOf(this.now);
  }

  is(...roles: Role[]) {
    return roles.some((role) => this.person.roles.includes(role));
  }
  mentors(personId: Id<"person">) {
    return this.menteeIds.includes(personId);
  }
  /** A visit that waits with somebody for whom I stand in today, of whoever they mentor today. */
  standsIn(visit: { reviewerId: Id<"person"> | null; authorId: Id<"person"> }) {
    return this.standIns.some(({ reviewerId, authorId }) => reviewerId === visit.reviewerId && authorId === visit.authorId);
  }
  /** Whose visits I read today for a mentor who is away. */
  reads(authorId: Id<"person">) {
    return this.standIns.some((one) => one.authorId === authorId);
  }
  inTopic(topicId: Id<"topic">) {
    return this.topicIds.includes(topicId);
  }
  judges(defenceId: Id<"defence">) {
    return this.seats.some((seat) => seat.defenceId === defenceId);
  }
  /** 联村, or a seat in the village. */
  worksIn(villageId: Id<"village">) {
    return this.villageIds.includes(villageId);
  }
  /** 包户. */
  keeps(householdId: Id<"household"> | null) {
    return householdId !== null && this.householdIds.includes(householdId);
  }
  /** Serves a household in any of the three ways: its own, its grid's, its village's. */
  serves(household: Pick<Row<"households">, "id" | "villageId" | "gridId">) {
    const inGrid = household.gridId !== null && this.gridIds.includes(household.gridId);
    return this.keeps(household.id) || inGrid || this.worksIn(household.villageId);
  }
}

/** A relation holds on the day asked: it has begun and has not ended before it. */
export const holdsOn = (today: Day, period: { startedOn: AnyColumn; endedOn: AnyColumn }) =>
  and(lte(period.startedOn, today), or(isNull(period.endedOn), gte(period.endedOn, today)))!;

/** A pairing gives a mentor their rights on the days it holds; what was only proposed, or declined, never did. */
export const mentorsOn = (day: Day) => and(inArray(tables.pairings.state, heldStates), holdsOn(day, tables.pairings))!;

/** Whose mentor gets what is handed in that day: on its last day a pairing takes no new reviews, they go to who comes next. */
export const takesReviewsOn = (day: Day, p: { state: AnyColumn; startedOn: AnyColumn; endedOn: AnyColumn }) =>
  and(inArray(p.state, heldStates), lte(p.startedOn, day), or(isNull(p.endedOn), gt(p.endedOn, day)))!;

export async function loadActor(read: Reader, id: Id<"person">, now: Date): Promise<Actor | undefined> {
  const { people } = tables;
  const [person] = await read.select().from(people).where(and(eq(people.id, id), isNull(people.leftOn)));
  return person && actorFor(read, person, now);
}

/** The relations of a person whose row is at hand. */
export async function actorFor(read: Reader, person: Row<"people">, now: Date): Promise<Actor> {
  const { pairings, assignments: a } = tables;
  const today = dayOf(now);
  const mentees = await read
    .select({ id: pairings.menteeId })
    .from(pairings)
    .where(and(eq(pairings.mentorId, person.id), mentorsOn(today)));
  const menteeIds = mentees.map((mentee) => mentee.id);
  const open = and(lte(a.startedOn, today), or(isNull(a.endedOn), gte(a.endedOn, today)));
  const places = await read
    .select({ personId: a.personId, villageId: a.villageId, gridId: a.gridId, householdId: a.householdId })
    .from(a)
    .where(and(inArray(a.personId, [person.id, ...menteeIds]), open));
  const { inTopics, examinedOn } = await entangled(read, person.id, today, now);
  return new Actor(person, menteeIds, places, now, await standInsOf(read, person, today), inTopics, examinedOn);
}

/** Groups, seats among judges and quizzes under way: three short walks along an index, in one question. */
async function entangled(read: Reader, me: Id<"person">, today: Day, now: Date): Promise<{ inTopics: InTopic[]; examinedOn: Examined[] }> {
  const { topicMembers: m, seats, defences: d, quizzes: z, frames: f, draws } = tables;
  const groups = read.select({ one: m.topicId, other: sql<string | null>`null`, sort: sql<string>`case when ${holdsOn(today, m)} then 'group' else 'once' end` })
    .from(m).where(eq(m.personId, me));
  const judged = read.select({ one: d.topicId, other: sql<string | null>`${d.id}`, sort: sql<string>`'seat'` })
    .from(seats).innerJoin(d, eq(d.id, seats.defenceId)).where(eq(seats.personId, me));
  const underWay = and(eq(z.examineeId, me), eq(z.state, "drawn"), gt(z.overAt, now));
  const examined = read.select({ one: sql<Id<"topic">>`${z.id}`, other: sql<string | null>`${draws.householdId}`, sort: sql<string>`'quiz'` })
    .from(z).innerJoin(f, eq(f.quizId, z.id)).innerJoin(draws, eq(draws.frameId, f.id)).where(underWay);
  const rows: { one: string; other: string | null; sort: string }[] = await groups.unionAll(judged).unionAll(examined);
  const [quiz, rest] = [rows.filter(({ sort }) => sort === "quiz"), rows.filter(({ sort }) => sort !== "quiz")];
  return {
    inTopics: rest.map(({ one, other, sort }) => ({ topicId: one as Id<"topic">, defenceId: other as Id<"defence"> | null, holds: sort !== "once" })),
    examinedOn: quiz.map(({ one, other }) => ({ quizId: one as Id<"quiz">, householdId: other as Id<"household"> })),
  };
}

/** Only a mentor or the office can stand in; it ends with the period, and with the pairing it was for. */
async function standInsOf(read: Reader, person: Row<"people">, today: Day): Promise<StandIn[]> {
  const { absences, pairings } = tables;
  if (!person.roles.includes("mentor") && !person.roles.includes("office")) return [];
  return read
    .select({ reviewerId: absences.personId, authorId: pairings.menteeId })
    .from(absences)
    .innerJoin(pairings, eq(pairings.mentorId, absences.personId))
    .where(and(eq(absences.standInId, person.id), lte(absences.startedOn, today), gte(absences.endedOn, today), mentorsOn(today)));
}
