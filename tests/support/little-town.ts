import fc from "fast-check";
import { tables } from "@/db/schema";
import type { Store, Writer } from "@/db/store";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { unmaskField } from "@/lib/words/household";
import type { PairingState } from "@/lib/words/pairing";
import { type Role, role } from "@/lib/words/person";
import { visitState } from "@/lib/words/visit";

/*
 * Any little town at all: four people with any roles, four households in two villages, and whatever may lie between
 * them. Things are known by their number, so that a rule can be said of them in plain words.
 */
export const now = new Date("2026-03-04T09:00:00+08:00");
const [past, today, future] = ["2026-01-01", "2026-03-04", "2026-03-05"] as [Day, Day, Day];

/** Periods, and whether they hold today: both ends are days that count. */
export const periods = [
  { startedOn: past, endedOn: null, holds: true },
  { startedOn: past, endedOn: today, holds: true },
  { startedOn: today, endedOn: null, holds: true },
  { startedOn: past, endedOn: "2026-03-03" as Day, holds: false },
  { startedOn: future, endedOn: null, holds: false },
];
/** Of an absence, which always has two ends. */
const spans = [
  { startedOn: past, endedOn: today, holds: true },
  { startedOn: today, endedOn: future, holds: true },
  { startedOn: past, endedOn: "2026-03-03" as Day, holds: false },
  { startedOn: future, endedOn: future, holds: false },
];
const nobody = 4;
const one = (count: number) => fc.nat({ max: count - 1 });
const period = fc.constantFrom(...periods);

export const littleTown = fc.record({
  roles: fc.array(fc.subarray<Role>([...role.values], { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 4 }),
  homes: fc.array(fc.record({ village: one(2), grid: fc.option(one(2)) }), { minLength: 4, maxLength: 4 }),
  posts: fc.uniqueArray(
    fc.record({ person: one(4), kind: fc.constantFrom("village", "grid", "home"), place: one(4), period }),
    { maxLength: 8, selector: ({ person, kind, place }) => `${person}${kind}${kind === "home" ? place : place % 2}` },
  ),
  pairings: fc.uniqueArray(fc.record({ mentor: one(4), by: fc.integer({ min: 1, max: 3 }), period, turn: one(3), said: fc.subarray(["mentor", "mentee"] as const) }), { maxLength: 3, selector: ({ mentor, by }) => (mentor + by) % 4 }),
  absences: fc.uniqueArray(fc.record({ person: one(4), by: fc.integer({ min: 0, max: 3 }), span: fc.constantFrom(...spans) }), { maxLength: 3, selector: ({ person }) => person }),
  remarks: fc.array(fc.record({ visit: one(6), by: one(4), sent: fc.boolean() }), { maxLength: 4 }),
  visits: fc.array(fc.record({ author: one(4), home: one(4), state: fc.constantFrom(...visitState.values), reviewer: one(5) }), { maxLength: 6 }),
  opened: fc.array(fc.record({ person: one(4), home: one(4), field: fc.constantFrom(...unmaskField.values), still: fc.boolean() }), { maxLength: 5 }),
  problems: fc.array(fc.record({ by: one(4), handler: one(5), home: one(4) }), { maxLength: 4 }),
});
export type LittleTown = typeof littleTown extends fc.Arbitrary<infer T> ? T : never;
type Pairing = LittleTown["pairings"][number];
export const menteeOf = ({ mentor, by }: Pairing): number => (mentor + by) % 4;
/** One of the three states that a pairing with its end, or without one, can be in. */
export const stateOf = ({ period: { endedOn }, turn }: Pairing): PairingState =>
  (endedOn ? (["ended", "ended", "declined"] as const) : (["active", "paused", "proposed"] as const))[turn]!;
/** What was only proposed, or was declined, never held. */
export const heldBy = (pairing: Pairing): boolean => pairing.period.holds && stateOf(pairing) !== "proposed" && stateOf(pairing) !== "declined";
/** Nobody, where the office is to stand in. */
export const standInOf = ({ person, by }: LittleTown["absences"][number]): number | undefined => (by === 0 ? undefined : (person + by) % 4);
export const placeOf = ({ kind, place }: LittleTown["posts"][number]): number => (kind === "home" ? place : place % 2);

const ids = <Kind extends string>(count: number): Id<Kind>[] => Array.from({ length: count }, () => newId<Kind>());

/** Puts it into a database and says which id is whose number. */
export async function settle(store: Store, town: LittleTown) {
  const at = {
    people: ids<"person">(4), villages: ids<"village">(2), grids: ids<"grid">(2), households: ids<"household">(4),
    visits: ids<"visit">(town.visits.length), problems: ids<"problem">(town.problems.length), pairings: ids<"pairing">(town.pairings.length),
  };
  await store.write(async (tx) => {
    await places(tx, town, at);
    await relations(tx, town, at);
    await papers(tx, town, at);
  });
  return at;
}
export type At = Awaited<ReturnType<typeof settle>>;

async function places(tx: Writer, town: LittleTown, at: At) {
  await tx.insert(tables.people).values(at.people.map((id, i) => ({ id, name: `人${i}`, roles: town.roles[i]!, sortKey: "", searchKey: "" })));
  await tx.insert(tables.villages).values(at.villages.map((id, i) => ({ id, code: `${i}`, name: `村${i}`, kind: "village" as const, searchKey: "", sortKey: "" })));
  await tx.insert(tables.grids).values(at.grids.map((id, i) => ({ id, villageId: at.villages[i]!, name: "一网格" })));
  const homes = town.homes.map(({ village, grid }, i) => ({ villageId: at.villages[village]!, gridId: grid === null ? null : at.grids[grid]!, id: at.households[i]!, code: `${i}` }));
  await tx.insert(tables.households).values(homes.map((home) => ({ ...home, maskedName: "张**", searchKey: "", visitDueOn: today })));
}

async function relations(tx: Writer, town: LittleTown, at: At) {
  for (const post of town.posts) {
    const place = placeOf(post);
    const home = post.kind === "home" ? at.households[place]! : null;
    const grid = post.kind === "grid" ? at.grids[place]! : null;
    const village = post.kind === "village" ? at.villages[place]! : at.villages[0]!;
    const { startedOn, endedOn } = post.period;
    await tx.insert(tables.assignments).values({ personId: at.people[post.person]!, villageId: village, gridId: grid, householdId: home, placeId: home ?? grid ?? village, startedOn, endedOn });
  }
  for (const [i, pairing] of town.pairings.entries()) {
    const { startedOn, endedOn } = pairing.period;
    await tx.insert(tables.pairings).values({ id: at.pairings[i]!, mentorId: at.people[pairing.mentor]!, menteeId: at.people[menteeOf(pairing)]!, state: stateOf(pairing), startedOn, endedOn });
  }
  for (const away of town.absences) {
    const { startedOn, endedOn } = away.span;
    const standIn = standInOf(away);
    await tx.insert(tables.absences).values({ personId: at.people[away.person]!, standInId: standIn === undefined ? null : at.people[standIn]!, startedOn, endedOn });
  }
  for (const { person, home, field, still } of town.opened)
    await tx.insert(tables.unmaskings).values({ personId: at.people[person]!, householdId: at.households[home]!, field, reason: "verify", at: now, until: new Date(now.getTime() + (still ? 1 : -1)) });
}

async function papers(tx: Writer, town: LittleTown, at: At) {
  for (const [i, { author, home, state, reviewer }] of town.visits.entries())
    await tx.insert(tables.visits).values({
      id: at.visits[i]!, authorId: at.people[author]!, householdId: at.households[home]!, villageId: at.villages[town.homes[home]!.village]!, state,
      reviewerId: reviewer === nobody ? null : at.people[reviewer]!, kind: "household_day", visitedOn: today, slot: "morning", week: "2026-W10" as never, topics: [], account: "", bodyHash: "",
    });
  for (const [i, { by, handler, home }] of town.problems.entries())
    await tx.insert(tables.problems).values({
      id: at.problems[i]!, raisedById: at.people[by]!, handlerId: handler === nobody ? null : at.people[handler]!, householdId: at.households[home]!,
      villageId: at.villages[town.homes[home]!.village]!, title: "", topic: "other", raisedAt: now, state: "collected",
    });
  for (const householdId of at.households) {
    await tx.insert(tables.householders).values({ householdId, name: "张建国", address: "", searchKey: "" });
    await tx.insert(tables.phones).values({ householdId, number: "13900000001" });
    for (const minor of [false, true]) {
      const memberId = newId<"member">();
      await tx.insert(tables.members).values({ id: memberId, householdId, kinship: "son", maskedName: "张*", minor });
      await tx.insert(tables.memberNames).values({ memberId, householdId, name: "张小明", minor });
    }
    for (const kind of ["income", "door"] as const) {
      const factId = newId<"fact">();
      await tx.insert(tables.facts).values({ id: factId, householdId, kind, topic: "other", asOf: today, source: "file", recordedById: at.people[0]!, recordedAt: now });
      await tx.insert(tables.factValues).values({ factId, householdId, kind, says: "" });
    }
  }
}
