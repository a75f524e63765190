import fc from "fast-check";
import { expect, test } from "vitest";
import { halfUp, type Points, reckon, recusalsOf, spokenPoints, totalOf } from "@/lib/defences/rules";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { scoringRule } from "@/lib/words/defence";

/*
 * The same once more, slowly: every number a fraction of two big integers, rounded by writing it out in decimals.
 */
type Fraction = { over: bigint; under: bigint };
const fraction = (over: bigint, under = 1n): Fraction => ({ over, under });
const add = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
const divide = (a: Fraction, by: bigint) => fraction(a.over, a.under * by);
const total = (all: Fraction[]) => all.reduce(add, fraction(0n));
/** To two places by long division: three digits are written, and the last one decides. */
function twoPlaces({ over, under }: Fraction): bigint {
  const thousandths = (over * 1000n) / under;
  const [kept, next] = [thousandths / 10n, thousandths % 10n];
  return next >= 5n ? kept + 1n : kept;
}
const exact = (hundredths: bigint) => fraction(hundredths, 100n);

function plainTotal(weights: readonly number[], marks: readonly (number | undefined)[]): bigint {
  const given = weights.flatMap((weight, i) => (marks[i] === undefined ? [] : [{ weight: BigInt(weight), mark: BigInt(marks[i]) }]));
  const all = given.reduce((sum, { weight }) => sum + weight, 0n);
  return twoPlaces(divide(total(given.map(({ weight, mark }) => fraction(weight * mark))), all));
}

function plainResult(rule: string, totals: readonly bigint[]): bigint | null {
  const rising = [...totals].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (rising.length === 0) return null;
  const mean = (some: readonly bigint[]) => twoPlaces(divide(total(some.map(exact)), BigInt(some.length)));
  if (rule === "median") return rising.length % 2 ? rising[(rising.length - 1) / 2]! : mean(rising.slice(rising.length / 2 - 1, rising.length / 2 + 1));
  return mean(rule === "trimmed_mean" && rising.length >= 5 ? rising.slice(1, -1) : rising);
}

const weightsOf100 = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.reduce((sum, part) => sum + part, 0) >= 100 ? [100] : [...parts, 100 - parts.reduce((sum, part) => sum + part, 0)]);
const sheet = (length: number) => fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), { minLength: length, maxLength: length });
const defence = weightsOf100.chain((weights) => fc.record({ weights: fc.constant(weights), sheets: fc.array(sheet(weights.length), { maxLength: 9 }), rule: fc.constantFrom(...scoringRule.values) }));

const idOf = (i: number) => `c${i}` as Id<"criterion">;
const pointsOf = (marks: readonly (number | undefined)[]): Points => new Map(marks.flatMap((mark, i) => (mark === undefined ? [] : [[idOf(i), mark] as const])));
const criteriaOf = (weights: readonly number[], required = false) => weights.map((weight, i) => ({ id: idOf(i), weight, required }));

test("any marks, weights, absences and rules give what big fractions and long division give", () => {
  fc.assert(fc.property(defence, ({ weights, sheets, rule }) => {
    const ours = sheets.flatMap((marks) => totalOf(criteriaOf(weights), pointsOf(marks)) ?? []);
    const plain = sheets.filter((marks) => marks.some((mark) => mark !== undefined)).map((marks) => plainTotal(weights, marks));
    expect(ours.map(BigInt)).toEqual(plain);
    const { total: result } = reckon(rule, ours);
    expect(result === null ? null : BigInt(result)).toBe(plainResult(rule, plain));
  }), { numRuns: 2_000 });
});

test("the order of the judges changes nothing, and nobody's total is above the best or below the least", () => {
  const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(totals, fc.constantFrom(...scoringRule.values), fc.infiniteStream(fc.nat()), (given, rule, order) => {
    const shuffled = given.map((one) => [order.next().value as number, one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one);
    const reckoned = reckon(rule, given);
    expect(reckon(rule, shuffled)).toEqual(reckoned);
    expect(reckoned.total).toBeGreaterThanOrEqual(Math.min(...given));
    expect(reckoned.total).toBeLessThanOrEqual(Math.max(...given));
    expect(reckoned.spread).toBe(Math.max(...given) - Math.min(...given));
  }));
});

test("one judge out of line moves a trimmed mean no further than the others reach", () => {
  const others = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 10 });
  fc.assert(fc.property(others, fc.integer({ min: 0, max: 10_000 }), (given, odd) => {
    const { total: result, rule, left } = reckon("trimmed_mean", [...given, odd]);
    expect(rule).toBe("trimmed_mean");
    expect(left).toHaveLength(2);
    expect(result).toBeGreaterThanOrEqual(Math.min(...given));
    expect(result).toBeLessThanOrEqual(Math.max(...given));
  }));
});

test("fewer than five are not trimmed, and it is said", () => {
  expect(reckon("trimmed_mean", [1000, 9000, 9000, 9000])).toMatchObject({ total: 7000, rule: "mean", fellBack: true, left: [] });
  expect(reckon("trimmed_mean", [1000, 9000, 9000, 9000, 9900])).toMatchObject({ total: 9000, rule: "trimmed_mean", fellBack: false, left: [1000, 9900] });
  expect(reckon("median", [])).toMatchObject({ total: null, counted: 0 });
});

test("half a hundredth goes up, where binary fractions would go down", () => {
  expect(halfUp(2011, 2)).toBe(1006); // 10.055, which a double holds as 10.0549…
  expect(reckon("mean", [1005, 1006]).total).toBe(1006);
  expect(spokenPoints(8705)).toBe("87.05");
});

test("a sheet counts once everything that is required is marked; what is not is left out of its weights", () => {
  const asked = [{ id: idOf(0), weight: 60, required: true }, { id: idOf(1), weight: 40, required: false }];
  expect(totalOf(asked, new Map([[idOf(1), 80]]))).toBeUndefined();
  expect(totalOf(asked, new Map([[idOf(0), 70]]))).toBe(7000);
  expect(totalOf(asked, new Map([[idOf(0), 70], [idOf(1), 95]]))).toBe(8000);
});

const person = fc.integer({ min: 0, max: 7 });
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}` as Day);
const period = fc.record({ startedOn: day, endedOn: fc.option(day) }).filter(({ startedOn, endedOn }) => !endedOn || endedOn >= startedOn);
const departments = ["党建办", "综合执法队", "农业办", ""];
const world = fc.record({
  departments: fc.array(fc.constantFrom(...departments), { minLength: 8, maxLength: 8 }),
  group: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }),
  pairs: fc.array(fc.record({ mentor: person, mentee: person, period }), { maxLength: 6 }),
  lead: fc.constantFrom("党建办", "综合执法队", "农业办"),
  days: period.map(({ startedOn, endedOn }) => ({ startedOn, endedOn: endedOn ?? startedOn })),
});
const pid = (n: number) => `p${n}` as Id<"person">;

test("somebody stands back exactly when the relations say so, and each cause names whom it is because of", () => {
  fc.assert(fc.property(world, person, ({ departments: at, group, pairs, lead, days }, judge) => {
    const someone = (n: number) => ({ id: pid(n), department: at[n]! });
    const said = recusalsOf(someone(judge), {
      group: group.map(someone), leadDepartment: lead, days,
      pairs: pairs.map(({ mentor, mentee, period: held }) => ({ mentorId: pid(mentor), menteeId: pid(mentee), ...held })),
    }).map(({ cause, personId }) => `${cause} ${personId}`).sort();
    // Day by day and person by person.
    const month = Array.from({ length: 28 }, (_, n) => `2026-03-${String(n + 1).padStart(2, "0")}`);
    const holds = (p: { startedOn: string; endedOn: string | null }, on: string) => p.startedOn <= on && (p.endedOn === null || on <= p.endedOn);
    const expected = new Set<string>();
    if (group.includes(judge)) expected.add(`member p${judge}`);
    else for (const other of group) {
      for (const { mentor, mentee, period: held } of pairs)
        if ([mentor, mentee].includes(judge) && [mentor, mentee].includes(other) && month.some((on) => holds(held, on) && holds(days, on))) expected.add(`pairing p${other}`);
      if (at[judge] === lead) expected.add(`department p${judge}`);
      else if (at[judge] !== "" && at[judge] === at[other]) expected.add(`department p${other}`);
    }
    expect(said).toEqual([...expected].sort());
  }), { numRuns: 2_000 });
});
