import { expect, test } from "vitest";
import { coaching, endWords, goalLines, monthWords } from "@/db/seed/material/coaching";
import { AssessmentForm, CoachingForm, EvaluationForm, LearnedForm } from "@/lib/pairings/forms-terms";
import { newId } from "@/lib/kernel/id";
import { MOST_GOALS } from "@/lib/pairings/rules";
import { coachingMethod, goalArea } from "@/lib/words/pairing";

const pairingId = newId<"pairing">();

test("the demo town's talks are such as a form would let through, in each of the six methods", () => {
  for (const { learned, nextStep, ofVisit, ...said } of coaching) {
    expect(typeof ofVisit).not.toBe("string");
    expect(CoachingForm.safeParse({ id: newId(), pairingId, heldOn: "2026-03-04", ...said }).error, said.topic).toBeUndefined();
    expect(LearnedForm.safeParse({ sessionId: newId(), learned, nextStep }).error, said.topic).toBeUndefined();
    expect(said.account.split("\n").length).toBeLessThanOrEqual(3);
  }
  expect(new Set(coaching.map(({ method }) => method))).toEqual(new Set(coachingMethod.values));
  expect(coaching.some(({ reverse }) => reverse)).toBe(true);
});

test("its goals fill every area and no area too full; its months and last words are such as a form would let through", () => {
  for (const area of goalArea.values) {
    const own = goalLines.filter(([of]) => of === area).map(([, words]) => words);
    expect([area, own.length > 0 && own.length <= MOST_GOALS, own.every((words) => words.length <= 60)]).toEqual([area, true, true]);
  }
  for (const { level, comment } of monthWords) expect(AssessmentForm.safeParse({ id: newId(), pairingId, month: "2026-02", level: String(level), comment }).error, comment).toBeUndefined();
  for (const { fit, ...words } of Object.values(endWords)) expect(EvaluationForm.safeParse({ id: newId(), pairingId, fit: String(fit), ...words }).error).toBeUndefined();
});
