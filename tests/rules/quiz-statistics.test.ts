import fc from "fast-check";
import { expect, test } from "vitest";
import { daysOf, quarterBefore, quarterFrom, quarterOf } from "@/lib/kernel/quarter";
import type { Day } from "@/lib/kernel/day";
import { correlation, itemFigures, severity, visitsAgainstResults } from "@/lib/quizzes/rules-statistics";

test("an item's mean leaves out what did not count, and says how often the file was wrong", () => {
  const mark = (points: number | null, wrongKey = false) => ({ item: "income" as const, points, wrongKey });
  const income = itemFigures([mark(3), mark(0), mark(null, true), mark(null)]).find(({ item }) => item === "income");
  expect(income).toEqual({ item: "income", n: 2, mean: 1.5, none: 1, wrong: 1 });
  expect(itemFigures([]).map(({ mean }) => mean)).toEqual([undefined, undefined, undefined, undefined]);
});

test("whoever has examined fewer than five times is counted and not compared", () => {
  const sheets = (examinerId: string, n: number, points: number[]) => Array.from({ length: n }, () => ({ examinerId, points }));
  const { examiners, seldom, all } = severity([...sheets("a", 5, [3, 3]), ...sheets("b", 5, [1, 1]), ...sheets("c", 4, [0, 0])]);
  expect(seldom).toBe(1);
  expect(all).toBeCloseTo(40 / 28);
  expect(examiners.map(({ n }) => n)).toEqual([5, 5]);
  expect(JSON.stringify(examiners)).not.toMatch(/[abc]"/);
});

const month = (visits: number, earned: number) => ({ visits, earned, countable: 12, exams: 1 });

test("no correlation is told of fewer than twelve village-months, nor where one side never differs", () => {
  const months = Array.from({ length: 12 }, (_, i) => month(i, i));
  expect(visitsAgainstResults(months.slice(1)).r).toBeUndefined();
  expect(visitsAgainstResults(months).r).toBeCloseTo(1);
  expect(visitsAgainstResults(months.map((one) => ({ ...one, earned: 6 }))).r).toBeUndefined();
  expect(visitsAgainstResults([...months.slice(1), { ...month(3, 0), countable: 0 }]).n).toBe(11);
});

test("each village-month falls into one band", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.integer({ min: 0, max: 12 }))), (all) => {
    const { rows } = visitsAgainstResults(all.map(([visits, earned]) => month(visits, earned)));
    expect(rows.reduce((sum, { months }) => sum + months, 0)).toBe(all.length);
  }));
});

test("r lies between −1 and 1 and does not care for order or scale", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 12 })), { minLength: 3 }), (all) => {
    const r = correlation(all);
    if (r === undefined) return;
    expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
    expect(correlation(all.toReversed().map(([x, y]) => [x * 3 + 1, y] as const))).toBeCloseTo(r);
  }));
});

test("a quarter knows its days and the one before", () => {
  expect([quarterOf("2026-01-01" as Day), quarterOf("2026-12-31" as Day), quarterOf("2026-06-30" as Day)]).toEqual(["2026Q1", "2026Q4", "2026Q2"]);
  expect(daysOf("2026Q4")).toEqual({ from: "2026-10-01", until: "2027-01-01" });
  expect(quarterBefore("2026Q1")).toBe("2025Q4");
  expect([quarterFrom("2026Q5"), quarterFrom("x"), quarterFrom("2026Q2")]).toEqual([undefined, undefined, "2026Q2"]);
});
