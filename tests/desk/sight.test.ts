import fc from "fast-check";
import { expect, test } from "vitest";
import { Desk } from "@/lib/gate/desk";
import { saveDraft, submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { visitInFull } from "@/lib/visits/reads-one";
import { inPlainWords } from "../support/in-plain-words";
import { type LittleTown, littleTown, now, settle } from "../support/little-town";
import { emptyStore, township } from "../support/township";
import { aVisit } from "../support/visits";

const whole = ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const;

const numbers = (length: number, fits: (i: number) => boolean) => Array.from({ length }, (_, i) => i).filter(fits);
const inEach = <T extends string | boolean>(others: readonly T[], fits: (home: number, other: T) => boolean) =>
  numbers(4, () => true).flatMap((home) => others.filter((other) => fits(home, other)).map((other) => `${home} ${other}`)).sort();

async function asTheDeskSees(desk: Desk, at: Awaited<ReturnType<typeof settle>>) {
  const { households, householders, phones, members, memberNames, facts, factValues, visits, problems, pairings } = desk.see;
  const home = (id: string) => at.households.indexOf(id as never);
  const place = <T extends string>(all: readonly T[], rows: { id: T }[]) => rows.map(({ id }) => all.indexOf(id)).sort();
  return {
    households: place(at.households, await desk.select({ id: households.id }).from(households)),
    householders: (await desk.select({ id: householders.householdId }).from(householders)).map(({ id }) => home(id)).sort(),
    phones: (await desk.select({ id: phones.householdId }).from(phones)).map(({ id }) => home(id)).sort(),
    members: (await desk.select({ id: members.householdId, minor: members.minor }).from(members)).map(({ id, minor }) => `${home(id)} ${minor}`).sort(),
    memberNames: (await desk.select({ id: memberNames.householdId, minor: memberNames.minor }).from(memberNames)).map(({ id, minor }) => `${home(id)} ${minor}`).sort(),
    facts: (await desk.select({ id: facts.householdId, kind: facts.kind }).from(facts)).map(({ id, kind }) => `${home(id)} ${kind}`).sort(),
    factValues: (await desk.select({ id: factValues.householdId, kind: factValues.kind }).from(factValues)).map(({ id, kind }) => `${home(id)} ${kind}`).sort(),
    visits: place(at.visits, await desk.select({ id: visits.id }).from(visits)),
    problems: place(at.problems, await desk.select({ id: problems.id }).from(problems)),
    pairings: place(at.pairings, await desk.select({ id: pairings.id }).from(pairings)),
  };
}

const asTheRulesSay = (town: LittleTown, me: number) => {
  const may = inPlainWords(town, me);
  return {
    households: numbers(4, may.household),
    householders: numbers(4, may.householder),
    phones: numbers(4, may.phone),
    members: inEach([false, true], may.household),
    memberNames: inEach([false, true], may.memberName),
    facts: inEach(["income", "door"], may.household),
    factValues: inEach(["income", "door"], may.factValue),
    visits: numbers(town.visits.length, (i) => may.visit(town.visits[i]!)),
    problems: numbers(town.problems.length, (i) => may.problem(town.problems[i]!)),
    pairings: numbers(town.pairings.length, (i) => may.pairing(town.pairings[i]!)),
  };
};

test("in any town, everybody sees exactly the rows that the rules give them", async () => {
  await fc.assert(
    fc.asyncProperty(littleTown, async (town) => {
      const store = emptyStore();
      const at = await settle(store, town);
      for (const me of [0, 1, 2, 3]) {
        const desk = (await Desk.of(store, at.people[me]!, now))!;
        expect(await asTheDeskSees(desk, at)).toEqual(asTheRulesSay(town, me));
      }
      store.close();
    }),
    { numRuns: 50 },
  );
}, 60_000);

test("secrets are seen by nobody, colleagues by everybody", async () => {
  const town: LittleTown = { roles: [["admin"], ["auditor"], ["office"], ["leader"]], homes: [0, 0, 1, 1].map((village) => ({ village, grid: null })), posts: [], pairings: [], absences: [], remarks: [], visits: [], opened: [], problems: [] };
  const store = emptyStore();
  const at = await settle(store, town);
  for (const person of at.people) {
    const desk = (await Desk.of(store, person, now))!;
    expect(await desk.select().from(desk.see.credentials)).toEqual([]);
    expect(await desk.select().from(desk.see.people)).toHaveLength(4);
  }
  store.close();
});

test("a place is its author's, and once handed in their mentor's; nobody else's, whatever becomes of the visit", async () => {
  const town = await township();
  const form = aVisit(town, { place: { lat: 30.065, lng: 120.212 } });
  const seers = async () => {
    const saw = await Promise.all(whole.map(async (who) => ((await town[who].select().from(town[who].see.visitPlaces)).length > 0 ? [who] : [])));
    return saw.flat();
  };
  await saveDraft(town.lin, form);
  expect(await seers()).toEqual(["lin"]);
  await submitVisit(town.lin, { ...form, version: 1 });
  expect(await seers()).toEqual(["lin", "wang"]);
  expect((await visitInFull(town.wang, form.id))!.place).toEqual(form.place);
  await reviewVisit(town.wang, { visitId: form.id, version: 2, verdict: "approve", note: "" });
  expect(await seers()).toEqual(["lin", "wang"]);
  for (const who of ["chen", "he", "ge", "zhen"] as const) expect(await visitInFull(town[who], form.id)).toMatchObject({ visit: { state: "approved" }, place: undefined });
});
