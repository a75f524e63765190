import { and, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { skill, type SkillWay } from "@/lib/words/skill";
import { mentorChoices, unpairedCadres } from "./reads";
import type { Barred, Material } from "./rules-match";

/** From this fit down a side would rather not again. */
const UNFIT = 2;

/** All that suggestions go by, and the first day on which everybody in it is free: whose last one ends today, tomorrow. */
export async function matchMaterial(desk: Desk): Promise<Material & { from: Day }> {
  const cadres = await unpairedCadres(desk);
  const from = await firstFreeDay(desk, cadres);
  const mentors = await mentorChoices(desk, from);
  const known = await knownOf(desk, [...cadres, ...mentors].map(({ id }) => id));
  return {
    from,
    mentees: cadres.map(({ id, name, department }) => ({ id, name, department, ...known.skillsOf(id), villages: known.serves(id) })),
    mentors: mentors.map(({ id, name, department, load }) => ({
      id, name, department, load, ...known.skillsOf(id), villages: known.serves(id), knew: known.served(id),
    })),
    barred: await barredPairs(desk, cadres),
  };
}

type Some = readonly { id: Id<"person"> }[];
const idsOf = (people: Some) => people.map(({ id }) => id);

async function firstFreeDay(desk: Desk, cadres: Some): Promise<Day> {
  const { pairings: p } = desk.see;
  const [last] = await desk.select({ endedOn: p.endedOn }).from(p)
    .where(and(eq(p.state, "ended"), inArray(p.menteeId, idsOf(cadres)))).orderBy(desc(p.endedOn)).limit(1);
  return last?.endedOn && last.endedOn >= desk.me.today ? addDays(last.endedOn, 1) : desk.me.today;
}

/** 专长, 想学 and villages of these people, each list in an order of its own that no reading changes. */
async function knownOf(desk: Desk, ids: Id<"person">[]) {
  const { skills: s, assignments: a, villages: v } = desk.see;
  const said = await desk.select({ personId: s.personId, way: s.way, skill: s.skill }).from(s).where(inArray(s.personId, ids));
  const places = await desk.selectDistinct({ personId: a.personId, name: v.name, sortKey: v.sortKey, now: sql<number>`${a.endedOn} is null` }).from(a)
    .innerJoin(v, eq(v.id, a.villageId)).where(and(inArray(a.personId, ids), isNull(a.householdId), lte(a.startedOn, desk.me.today))).orderBy(v.sortKey);
  const of = (id: string, way: SkillWay) => skill.values.filter((one) => said.some((row) => row.personId === id && row.way === way && row.skill === one));
  const namesOf = (id: string, now: boolean) => places.filter((place) => place.personId === id && !!place.now === now).map(({ name }) => name);
  return {
    skillsOf: (id: string) => ({ offers: of(id, "offers"), wants: of(id, "wants") }),
    serves: (id: string) => namesOf(id, true),
    served: (id: string) => namesOf(id, false),
  };
}

/** A mentor who declined this cadre, and two who both said that it did not fit. */
async function barredPairs(desk: Desk, cadres: Some): Promise<Barred[]> {
  const { pairings: p, evaluations: e } = desk.see;
  const declined = await desk.selectDistinct({ menteeId: p.menteeId, mentorId: p.mentorId }).from(p)
    .where(and(eq(p.state, "declined"), inArray(p.menteeId, idsOf(cadres))));
  const unfit = await desk.select({ menteeId: e.menteeId, mentorId: e.mentorId }).from(e)
    .where(and(lte(e.fit, UNFIT), inArray(e.menteeId, idsOf(cadres)))).groupBy(e.pairingId).having(sql`count(*) = 2`);
  return [...declined.map((pair) => ({ ...pair, why: "没有接受过" })), ...unfit.map((pair) => ({ ...pair, why: "带过，双方都觉得不合适" }))];
}
