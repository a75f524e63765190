import { munkres } from "munkres";
import { CAPACITY } from "./rules";
import { type Barred, barOf, costOf, LEFT_OVER, type Learner, type Material, mayMeet, type Part, partsOf, placesLeft, type Teacher } from "./rules-match";

/** Who gets whom: the mentor's id by the mentee's. Whoever is not in it has no mentor yet. */
export type Plan = ReadonlyMap<string, string>;

/** A pair that may not be: dearer than leaving everybody over. */
const NEVER = 1e6;

/**
 * The plan with the smallest total gap that keeps the pairs in `kept`: an assignment problem, a column for each free
 * place and, for each mentee, one for being left over. Sorted by id first: the same people give the same plan.
 */
export function matched(material: Material, kept: Plan = new Map()): Plan {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const rows = material.mentees.filter(({ id }) => !kept.has(id)).sort(byId);
  const taken = countsOf(kept);
  const places = [...material.mentors].sort(byId).flatMap((mentor) => placesAfter(mentor, taken.get(mentor.id) ?? 0));
  const plan = new Map(kept);
  if (rows.length === 0 || places.length === 0) return plan;
  const costs = rows.map((mentee) => [
    ...places.map(({ mentor, place }) => (mayMeet(material, mentee.id, mentor.id) ? costOf(partsOf(mentee, mentor, place)) : NEVER)),
    ...rows.map(() => LEFT_OVER),
  ]);
  for (const [row, column] of munkres(costs)) {
    const place = places[column];
    if (place) plan.set(rows[row]!.id, place.mentor.id);
  }
  return plan;
}

const placesAfter = (mentor: Teacher, taken: number) =>
  Array.from({ length: Math.max(0, placesLeft(mentor) - taken) }, (_, n) => ({ mentor, place: mentor.load + taken + n }));

const countsOf = (plan: Plan): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const mentorId of plan.values()) counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
  return counts;
};

export type Pair = { mentee: Learner; mentor: Teacher; parts: Part[]; cost: number };
export type Judged = { pairs: Pair[]; left: { mentee: Learner; why: string }[]; total: number };

/** A plan in full, in the order of the names: each pair with what speaks for it, who is left over and why, the total. */
export function judged(material: Material, plan: Plan): Judged {
  const mentors = new Map(material.mentors.map((mentor) => [mentor.id, mentor]));
  const seated = new Map<string, number>();
  const pairs = material.mentees.flatMap((mentee): Pair[] => {
    const mentor = mentors.get(plan.get(mentee.id) ?? "");
    if (!mentor) return [];
    const place = mentor.load + (seated.get(mentor.id) ?? 0);
    seated.set(mentor.id, place - mentor.load + 1);
    const parts = partsOf(mentee, mentor, place);
    return [{ mentee, mentor, parts, cost: costOf(parts) }];
  });
  const paired = new Set(pairs.map(({ mentee }) => mentee.id));
  const left = material.mentees.filter(({ id }) => !paired.has(id)).map((mentee) => ({ mentee, why: whyLeft(material, plan, mentee) }));
  return { pairs, left, total: pairs.reduce((sum, { cost }) => sum + cost, left.length * LEFT_OVER) };
}

function whyLeft(material: Material, plan: Plan, mentee: Learner): string {
  const free = material.mentors.filter(({ id, load }) => load + (countsOf(plan).get(id) ?? 0) < CAPACITY && id !== mentee.id);
  if (free.length === 0) return "导师的名额用完了";
  const bars = free.map(({ id, name }) => ({ name, bar: barOf(material, mentee.id, id) }));
  if (bars.every(({ bar }) => bar)) return `还有名额的导师不再配：${bars.map(({ name, bar }) => `${name} ${bar!.why}`).join("，")}`;
  return "先不安排";
}

/** What is left of a plan once the people in it are others: a pair whose place is gone is no pair any more. */
export function still(material: Material, plan: Plan): Plan {
  const kept = new Map<string, string>();
  for (const { id } of material.mentees) {
    const mentor = material.mentors.find((one) => one.id === plan.get(id));
    if (mentor && mayMeet(material, id, mentor.id) && (countsOf(kept).get(mentor.id) ?? 0) < placesLeft(mentor)) kept.set(id, mentor.id);
  }
  return kept;
}

/** A way to give somebody another mentor: a free place, or a place somebody else leaves for the one that becomes free. */
export type Move = { menteeId: string; mentorId: string; swapId?: string };
export type Choice = Move & { mentor: Teacher; swap?: Learner; barred?: Barred };

/** Every mentor with a place to give, in the order of their names; those who are barred stand there with the reason. */
export function choicesFor(material: Material, plan: Plan, menteeId: string): Choice[] {
  const taken = countsOf(plan);
  const now = plan.get(menteeId);
  return material.mentors.filter((mentor) => mentor.id !== now && mentor.id !== menteeId && placesLeft(mentor) > 0).flatMap((mentor): Choice[] => {
    const choice = { menteeId, mentorId: mentor.id, mentor };
    const barred = barOf(material, menteeId, mentor.id);
    if (barred) return [{ ...choice, barred }];
    if ((taken.get(mentor.id) ?? 0) < placesLeft(mentor)) return [choice];
    const seated = material.mentees.filter(({ id }) => plan.get(id) === mentor.id);
    return seated.filter(({ id }) => !now || mayMeet(material, id, now)).map((swap) => ({ ...choice, swap, swapId: swap.id }));
  });
}

export function movedBy(plan: Plan, { menteeId, mentorId, swapId }: Move): Plan {
  const next = new Map(plan);
  const before = plan.get(menteeId);
  next.set(menteeId, mentorId);
  if (swapId && before) next.set(swapId, before);
  if (swapId && !before) next.delete(swapId);
  return next;
}
