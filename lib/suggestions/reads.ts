import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { daysBetween } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import {
  callbackHomes, callbacksIn, type Counted, difficultiesIn, forgottenHomes, lastAnswers, promisedHomes, stepsOwedIn, weakIn, wrongAt, wrongLately,
} from "./reads-standing";
import { defaultWeights, sentenceOf, type Standing, suggested, type Weights } from "./rules";

type HouseholdId = Id<"household">;

/** As many as are weighed: of my own, of each of my villages and grids, and for each other reason. So it costs the same in any town. */
const [KEPT, OF_A_PLACE, FOR_A_REASON] = [60, 25, 15];

/** 下一户建议: at most ten households that I serve, each with its reasons; and those I have already said I will go to. */
export async function nextHomes(desk: Desk) {
  const [weights, answers] = [await weightsNow(desk), await lastAnswers(desk)];
  const accepted = answers.filter(({ answer }) => answer === "accepted");
  const resting = new Set(answers.map(({ householdId }) => householdId));
  const homes = await homesToWeigh(desk, [...(await candidates(desk)), ...accepted.map(({ householdId }) => householdId)]);
  const planned = accepted.flatMap(({ householdId, day }) => homes.filter((home) => home.id === householdId && !(home.visitedOn && home.visitedOn >= day)));
  const free = homes.filter(({ id }) => !resting.has(id));
  return { planned: planned.map(lineOf), suggested: suggested(free, weights).map(lineOf), weights };
}
export type SuggestedHome = ReturnType<typeof lineOf>;

type Home = Awaited<ReturnType<typeof homesToWeigh>>[number];
const lineOf = ({ id, code, name, place, kept, standing }: Home) => ({ id, code, name, place, kept, why: sentenceOf(standing) });

/** Ids alone, and a bounded number of them, each found along an index. */
async function candidates(desk: Desk): Promise<HouseholdId[]> {
  const { households: h } = desk.see;
  const { householdIds, villageIds, gridIds } = desk.me;
  const places: [SQL, number][] = [
    ...(householdIds.length > 0 ? [[inArray(h.id, [...householdIds]), KEPT] as [SQL, number]] : []),
    ...villageIds.map((id): [SQL, number] => [eq(h.villageId, id), OF_A_PLACE]),
    ...gridIds.map((id): [SQL, number] => [eq(h.gridId, id), OF_A_PLACE]),
  ];
  const found = await Promise.all([
    ...places.map(([place, size]) => longestDue(desk, place, size)),
    ...villageIds.map((id) => callbackHomes(desk, id, FOR_A_REASON)),
    forgottenHomes(desk, FOR_A_REASON),
    promisedHomes(desk, FOR_A_REASON),
    wrongLately(desk).then((wrong) => wrong.map(({ householdId }) => householdId)),
  ]);
  return [...new Set(found.flat())];
}

async function longestDue(desk: Desk, place: SQL, size: number): Promise<HouseholdId[]> {
  const { households: h } = desk.see;
  const rows = await desk.select({ id: h.id }).from(h).where(and(place, isNull(h.leftOn))).orderBy(asc(h.visitDueOn), asc(h.id)).limit(size);
  return rows.map(({ id }) => id);
}

/** Those of them that I serve today, with all that speaks for a call there. */
async function homesToWeigh(desk: Desk, ids: readonly HouseholdId[]) {
  const homes = await headsOf(desk, [...new Set(ids)]);
  const served = homes.map(({ id }) => id);
  if (served.length === 0) return [];
  const [weak, callbacks, steps, flagged, wrong] = await Promise.all([
    weakIn(desk, served), callbacksIn(desk, served), stepsOwedIn(desk, served), difficultiesIn(desk, served), wrongLately(desk),
  ]);
  const at = (counted: Counted, id: HouseholdId) => counted.get(id) ?? 0;
  return homes.map(({ everyDays, ...home }) => {
    const { id, visitedOn, dueOn } = home;
    const standing: Standing = {
      daysSince: visitedOn ? daysBetween(visitedOn, desk.me.today) : undefined, daysOver: daysBetween(dueOn, desk.me.today), everyDays,
      weak: at(weak, id), wrong: wrongAt(wrong, id, visitedOn), owed: at(callbacks, id) + at(steps, id), flagged: at(flagged, id),
    };
    return { ...home, standing };
  });
}

async function headsOf(desk: Desk, ids: readonly HouseholdId[]) {
  const { households: h, householders: clear, villages: v } = desk.see;
  if (ids.length === 0) return [];
  const rows = await desk
    .select({
      id: h.id, code: h.code, maskedName: h.maskedName, clear: clear.name, village: v.name, groupName: h.groupName, villageId: h.villageId, gridId: h.gridId,
      visitedOn: h.lastVisitedOn, dueOn: h.visitDueOn, everyDays: v.visitEveryDays,
    })
    .from(h)
    .innerJoin(v, eq(v.id, h.villageId))
    .leftJoin(clear, eq(clear.householdId, h.id))
    .where(and(inArray(h.id, [...ids]), isNull(h.leftOn)));
  return rows.filter((home) => desk.me.serves(home)).map(({ maskedName, clear: name, village, groupName, ...home }) => ({
    ...home, name: name ?? maskedName, place: [village, groupName].filter(Boolean).join(" "), kept: desk.me.keeps(home.id),
  }));
}

/** Households I said I will go to and have not been at since, for the visit's form: 计划内. */
export async function plannedHouseholds(desk: Desk): Promise<HouseholdId[]> {
  const { households: h } = desk.see;
  const accepted = (await lastAnswers(desk)).filter(({ answer }) => answer === "accepted");
  if (accepted.length === 0) return [];
  const rows = await desk.select({ id: h.id, visitedOn: h.lastVisitedOn }).from(h)
    .where(and(inArray(h.id, accepted.map(({ householdId }) => householdId)), isNull(h.leftOn)));
  const open = accepted.filter(({ householdId, day }) => rows.some(({ id, visitedOn }) => id === householdId && !(visitedOn && visitedOn >= day)));
  return open.sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ householdId }) => householdId);
}

/** How much each reason weighs today. */
export async function weightsNow(desk: Desk): Promise<Weights> {
  const [newest] = await weightsSet(desk, 1);
  if (!newest) return defaultWeights;
  const { overdue, weak, owed, flagged } = newest;
  return { overdue, weak, owed, flagged };
}

/** What counted when, and who set it; the newest first. */
export async function weightsSet(desk: Desk, size = 30) {
  const { suggestionWeights: w, people: p } = desk.see;
  return desk.select({ id: w.id, overdue: w.overdue, weak: w.weak, owed: w.owed, flagged: w.flagged, by: p.name, at: w.setAt }).from(w)
    .leftJoin(p, eq(p.id, w.setById)).orderBy(desc(w.setAt), desc(w.id)).limit(size);
}

