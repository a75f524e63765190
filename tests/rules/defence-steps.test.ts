import fc from "fast-check";
import { expect, test } from "vitest";
import { type Points, reckon, spokenPoints, totalOf } from "@/lib/defences/rules";
import { judgeSteps, resultSteps, written } from "@/lib/defences/rules-steps";
import { recusalWords } from "@/lib/defences/rules-words";
import type { Id } from "@/lib/kernel/id";
import { scoringRule } from "@/lib/words/defence";

const criterion = fc.record({ weight: fc.integer({ min: 1, max: 100 }), required: fc.boolean(), points: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }) });
const criteria = fc.array(criterion, { minLength: 1, maxLength: 10 });

test("a judge's steps lead to the judge's total, whatever is marked and whatever weighs", () => {
  fc.assert(fc.property(criteria, (drawn) => {
    const asked = drawn.map(({ weight, required }, i) => ({ id: `c${i}` as Id<"criterion">, weight, required }));
    const points: Points = new Map(drawn.flatMap((one, i) => (one.points === undefined ? [] : [[asked[i]!.id, one.points] as const])));
    const steps = judgeSteps(asked, points);
    expect(steps?.total.kept).toBe(totalOf(asked, points));
    if (!steps) return;
    expect(steps.parts.length + steps.skipped.length).toBe(asked.length);
    expect(steps.sum).toBe(steps.parts.reduce((all, { points: p, criterion: { weight } }) => all + p * weight, 0));
    agrees(steps.total.exact, steps.sum / steps.weights, steps.total.kept);
  }), { numRuns: 2_000 });
});

test("the steps of a result lead to what is reckoned, by every rule and in any order", () => {
  const totals = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 12 });
  fc.assert(fc.property(totals, fc.constantFrom(...scoringRule.values), (drawn, rule) => {
    const steps = resultSteps(rule, drawn.map((total, i) => ({ id: `p${i}` as Id<"person">, total })));
    const known = reckon(rule, drawn);
    expect(steps.total?.kept ?? null).toBe(known.total);
    expect({ used: steps.used, fellBack: steps.fellBack, spread: steps.spread }).toEqual({ used: known.rule, fellBack: known.fellBack, spread: known.spread });
    expect(steps.left.map(({ total }) => total).toSorted((a, b) => a - b)).toEqual([...known.left]);
    if (steps.used !== "median") expect(steps.left.length + steps.kept.length).toBe(drawn.length);
    if (steps.total) agrees(steps.total.exact, steps.total.over / steps.total.under / 100, steps.total.kept);
  }), { numRuns: 2_000 });
});

/** What is written is the quotient cut after four places, and what is kept of it is the same number rounded half up. */
function agrees(exact: string, quotient: number, kept: number): void {
  const [whole, places] = exact.replace("…", "").split(".") as [string, string];
  expect(Math.abs(Number(`${whole}.${places}`) - quotient)).toBeLessThan(0.0001001);
  const cut = BigInt(whole + places.padEnd(4, "0"));
  expect(BigInt(kept)).toBe((cut + 50n) / 100n);
}

test("a quotient is written as one writes it: two places at least, four at most", () => {
  expect([written(8725, 100), written(86, 1), written(260, 3), written(86755, 1000), written(1, 8), written(0, 7)])
    .toEqual(["87.25", "86.00", "86.6666…", "86.755", "0.125", "0.00"]);
  expect(judgeSteps([{ id: "a" as Id<"criterion">, weight: 100, required: true }], new Map())).toBeUndefined();
});

test("half a hundredth goes up, and of an even number the middle two are taken", () => {
  const of = (...all: number[]) => all.map((total, i) => ({ id: `p${i}` as Id<"person">, total }));
  const steps = resultSteps("median", of(8001, 9000, 8000, 7000));
  expect(steps.kept.map(({ total }) => total)).toEqual([8001, 8000]);
  expect([steps.total!.exact, spokenPoints(steps.total!.kept)]).toEqual(["80.005", "80.01"]);
  expect(resultSteps("trimmed_mean", of(9000, 9000, 9000, 9000, 9000)).kept).toHaveLength(3);
  expect(resultSteps("mean", []).total).toBeUndefined();
});

test("a recusal names its person, or the department that leads", () => {
  expect(recusalWords({ cause: "pairing", of: "林晓" }, "农业办")).toBe("和组里的 林晓 结对");
  expect(recusalWords({ cause: "department", of: "林晓" }, "农业办")).toBe("和组里的 林晓 同在农业办");
  expect(recusalWords({ cause: "department", of: "农业办" }, "农业办")).toBe("是牵头部门农业办的人");
});
