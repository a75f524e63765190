import { expect, test } from "vitest";
import { defaultWeights } from "@/lib/suggestions/rules";
import { lots, oneYear, setting } from "../bench/familiarity-year";

const small = { ...setting, cadres: 6, weeks: 30, homes: 12, practised: 10 };
const ours = { name: "ours", choose: defaultWeights };

test("the same seed is the same year, another one is another", () => {
  expect(oneYear(7, ours, small)).toEqual(oneYear(7, ours, small));
  expect(oneYear(7, ours, small).year).not.toBe(oneYear(8, ours, small).year);
});

test("shares are shares, and nothing is known where nobody ever calls or practises", () => {
  const { year, lastQuarter, unseen } = oneYear(1, { name: "round", choose: "round" }, small);
  for (const one of [year, lastQuarter, unseen]) expect(one >= 0 && one <= 1).toBe(true);
  expect(lastQuarter).toBeGreaterThan(0.5);
  expect(oneYear(1, ours, { ...small, visits: 0, practised: 0 }).year).toBe(0);
});

test("our rule leaves nobody out: where the days had an end, the same doors came up for good", () => {
  expect(oneYear(3, ours, { ...small, practised: 0 }).unseen).toBe(0);
  expect(oneYear(3, { name: "all but the days", choose: { ...defaultWeights, overdue: 0 } }, { ...small, practised: 0 }).unseen).toBeGreaterThan(0);
});

test("the lot is even", () => {
  const lot = lots(5);
  const many = Array.from({ length: 20_000 }, lot);
  expect(many.reduce((all, one) => all + one, 0) / many.length).toBeCloseTo(0.5, 2);
  expect(Math.min(...many) >= 0 && Math.max(...many) < 1).toBe(true);
});
