import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWeights, MOST_SUGGESTED, MOST_WEIGHT, reasons, scoreOf, sentenceOf, type Standing, suggested, type Weights } from "@/lib/suggestions/rules";
import { NotNowForm, WeightsForm } from "@/lib/suggestions/forms";
import { newId } from "@/lib/kernel/id";
import { quizItem } from "@/lib/words/quiz";

const standing: fc.Arbitrary<Standing> = fc.record({
  daysSince: fc.option(fc.nat({ max: 500 }), { nil: undefined }), daysOver: fc.integer({ min: -90, max: 500 }), everyDays: fc.integer({ min: 1, max: 120 }),
  weak: fc.nat({ max: 9 }), wrong: fc.subarray([...quizItem.values]), owed: fc.nat({ max: 5 }), flagged: fc.nat({ max: 5 }),
});
const weights: fc.Arbitrary<Weights> = fc.record({ overdue: fc.nat({ max: 10 }), weak: fc.nat({ max: 10 }), owed: fc.nat({ max: 10 }), flagged: fc.nat({ max: 10 }) });
const homes = fc.array(fc.record({ kept: fc.boolean(), dueOn: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01"), standing }), { maxLength: 40 })
  .map((all) => all.map((home, i) => ({ ...home, id: String(i).padStart(3, "0") })));

const fresh = ({ standing: { daysSince } }: { standing: Standing }): boolean => daysSince !== undefined && daysSince < 7;

test("never more than ten, where nobody was this week, mine first, and within each the weightier first", () => {
  fc.assert(fc.property(homes, weights, (all, w) => {
    const list = suggested(all, w);
    expect(list.length).toBe(Math.min(all.length, MOST_SUGGESTED));
    for (const [i, home] of list.slice(1).entries()) {
      const before = list[i]!;
      expect([fresh(before), fresh(home)]).not.toEqual([true, false]);
      if (fresh(before) !== fresh(home)) continue;
      expect([before.kept, home.kept]).not.toEqual([false, true]);
      if (before.kept === home.kept) expect(scoreOf(before.standing, w)).toBeGreaterThanOrEqual(scoreOf(home.standing, w));
    }
    const worst = list.at(-1);
    for (const out of all.filter((home) => !list.includes(home))) if (worst && fresh(out) === fresh(worst) && out.kept === worst.kept) expect(scoreOf(out.standing, w)).toBeLessThanOrEqual(scoreOf(worst.standing, w));
  }));
});

test("what order they came in changes nothing", () => {
  fc.assert(fc.property(homes, weights, (all, w) => {
    expect(suggested(all.toReversed(), w).map(({ id }) => id)).toEqual(suggested(all, w).map(({ id }) => id));
  }));
});

test("after two more weeks the list is no longer than before", () => {
  fc.assert(fc.property(homes, weights, (all, w) => {
    const later = all.map((home) => ({ ...home, standing: { ...home.standing, daysSince: (home.standing.daysSince ?? 0) + 14, daysOver: home.standing.daysOver + 14, weak: home.standing.weak + 3 } }));
    expect(suggested(later, w).length).toBeLessThanOrEqual(suggested(all, w).length);
  }));
});

test("a reason of no weight says nothing, and more reason never makes less", () => {
  fc.assert(fc.property(standing, weights, fc.constantFrom(...reasons), (one, w, reason) => {
    const score = scoreOf(one, w);
    expect(score).toBeGreaterThanOrEqual(0);
    const more = { overdue: { daysOver: one.daysOver + 5 }, weak: { weak: one.weak + 1 }, owed: { owed: one.owed + 1 }, flagged: { flagged: one.flagged + 1 } }[reason];
    expect(scoreOf({ ...one, ...more }, w)).toBeGreaterThanOrEqual(score);
    expect(scoreOf({ ...one, ...more }, { ...w, [reason]: 0 })).toBe(scoreOf(one, { ...w, [reason]: 0 }));
  }));
});

test("whoever waits long enough comes first, whatever speaks for the others", () => {
  fc.assert(fc.property(standing, standing, weights, (patient, loud, w) => {
    if (w.overdue > 0) expect(scoreOf({ ...patient, daysOver: 1_000_000 }, w)).toBeGreaterThan(scoreOf(loud, w));
  }));
});

test("the reasons are one sentence", () => {
  const plain: Standing = { daysSince: 62, daysOver: 32, everyDays: 30, weak: 0, wrong: ["income"], owed: 1, flagged: 0 };
  expect(sentenceOf(plain)).toBe("62 天未访；收入来源上次答错；欠一次回复");
  expect(sentenceOf({ ...plain, daysSince: undefined, wrong: [], weak: 2, owed: 3, flagged: 1 })).toBe("还没访过；2 项情况没记牢；欠 3 次回复；有 1 项生活难题");
  expect(scoreOf({ ...plain, daysOver: -3, wrong: [], owed: 0 }, defaultWeights)).toBe(0);
});

test("a weight is a whole number from 0 to 10, and 其他 wants its words", () => {
  const weigh = (overdue: unknown) => WeightsForm.safeParse({ id: newId(), ...defaultWeights, overdue }).success;
  expect([0, "7", MOST_WEIGHT].map(weigh)).toEqual([true, true, true]);
  expect([-1, 11, 2.5, "", "三", null, "1e1x"].map(weigh)).toEqual([false, false, false, false, false, false, false]);
  const put = (reason: string, words = "") => NotNowForm.safeParse({ id: newId(), householdId: newId(), reason, words }).success;
  expect([put("no_time"), put("other"), put("other", " "), put("other", "下雨"), put("why")]).toEqual([true, false, false, true, false]);
});
