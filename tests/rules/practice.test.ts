import fc from "fast-check";
import { expect, test } from "vitest";
import { cardAfter, learn, questionOf, recallAfter, restDays, type Told, WEAK_BELOW, weakAfter } from "@/lib/practice/rules";

const told = fc.record({ days: fc.integer({ min: 0, max: 400 }), remembered: fc.boolean() });
const history = fc.array(told, { minLength: 1, maxLength: 40 }) as fc.Arbitrary<[Told, ...Told[]]>;

test("a card comes back within 1 to 90 days, whatever was answered", () => {
  fc.assert(fc.property(history, (answers) => {
    const card = cardAfter(answers);
    expect(card.restDays).toBeGreaterThanOrEqual(1);
    expect(card.restDays).toBeLessThanOrEqual(90);
    expect([card.reps, Number.isFinite(card.stability), Number.isFinite(card.difficulty)]).toEqual([answers.length, true, true]);
  }));
});

test("nine in ten still know it on the day it comes back, unless that is cut to 90 days", () => {
  fc.assert(fc.property(history, (answers) => {
    const card = cardAfter(answers);
    if (card.restDays > 1 && card.restDays < 90) expect(recallAfter(card, card.restDays)).toBeCloseTo(0.9, 1);
    if (card.restDays === 90) expect(recallAfter(card, 90)).toBeGreaterThan(0.89);
  }));
});

test("who forgets is asked sooner than who remembers", () => {
  fc.assert(fc.property(history, fc.integer({ min: 1, max: 200 }), (answers, days) => {
    const before = cardAfter(answers);
    expect(restDays(learn(before, { days, remembered: false }))).toBeLessThanOrEqual(restDays(learn(before, { days, remembered: true })));
  }));
});

test("a second answer of the same day adds nothing to what is known", () => {
  fc.assert(fc.property(history, (answers) => {
    const { stability } = cardAfter(answers);
    expect(learn(cardAfter(answers), { days: 0, remembered: true }).stability).toBeCloseTo(stability, 5);
  }));
});

test("weak is said alike by the chance and by the days in lifetimes", () => {
  fc.assert(fc.property(fc.double({ min: 0.1, max: 200, noNaN: true }), fc.double({ min: 0.01, max: 3, noNaN: true }), (stability, part) => {
    fc.pre(Math.abs(part - 1) > 0.01);
    expect(recallAfter({ stability }, weakAfter * stability * part) < WEAK_BELOW).toBe(part > 1);
  }));
});

test("no question gives away what the file says of an income", () => {
  expect(questionOf("income", { topic: "务农", place: 2, of: 3 })).toBe("有 3 种收入来源，第 2 种是什么？");
  expect(questionOf("income", { topic: "务农" })).toBe("收入来源是什么？");
  expect(questionOf("difficulty", { topic: "住房" })).toContain("住房");
});
