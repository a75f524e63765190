import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Id } from "@/lib/kernel/id";
import { type Door, frameOf, type Stratum } from "@/lib/quizzes/draw";
import { type Bar, type Candidate, planFrameOf } from "@/lib/quizzes/draw-plan";
import { barred } from "@/lib/words/quiz";

/** An id that is always the same for the same name. */
export function fixedId<Kind extends string>(name: string): Id<Kind> {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id<Kind>;
}
export const village = (n: number | string) => fixedId<"village">(`village ${n}`);
export const household = (n: number | string) => fixedId<"household">(`household ${n}`);
export const person = (n: number | string) => fixedId<"person">(`person ${n}`);
export const secretOf = (n: number | string) => createHash("sha256").update(`secret ${n}`).digest("hex");

/** So many households in each village, and how often each came up before. */
export function frameFor(name: string, sizes: readonly number[], earlier: readonly number[] = []): { text: string; doors: Door[]; strata: Stratum[] } {
  const doors = sizes.flatMap((size, v) => Array.from({ length: size }, (_, h) => ({ villageId: village(v), householdId: household(`${v}.${h}`) })));
  const strata = sizes.map((_, v) => ({ villageId: village(v), earlier: earlier[v] ?? 0 }));
  return { text: frameOf(fixedId<"quiz">(name), strata, doors), doors, strata };
}

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const number = fc.stringMatching(/^\d{1,12}$/);

/** Any drawing of one quiz: up to six villages, some came up before, some doors are out. */
export const anyDrawing = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), earlier: fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
  secret, number, attempt: fc.integer({ min: 1, max: 3 }), quiz: fc.string(),
}).map(({ sizes, earlier, quiz, ...drawing }) => {
  const { text, doors, strata } = frameFor(quiz, sizes, earlier);
  const out = doors.slice(0, drawing.attempt - 1).map(({ householdId }) => householdId);
  return { frame: text, doors, strata, out, quiz, ...drawing };
});

/** Any plan: people who serve one village or two, examiners, and what bars some of them. */
export const anyPlanDrawing = fc.record({
  people: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 25 }),
  examiners: fc.integer({ min: 1, max: 6 }), size: fc.integer({ min: 1, max: 25 }), bars: fc.array(fc.tuple(fc.nat({ max: 24 }), fc.nat({ max: 5 }), fc.constantFrom(...barred.values)), { maxLength: 60 }),
  secret, number, plan: fc.string(),
}).map(({ people, examiners, size, bars, plan, ...drawing }) => {
  const candidates: Candidate[] = people.flatMap((villages, n) => villages.map((v) => ({ examineeId: person(n), villageId: village(v) })));
  const examinerIds = Array.from({ length: examiners }, (_, n) => person(`x${n}`));
  const barsOf: Bar[] = bars.filter(([n, x]) => n < people.length && x < examiners).map(([n, x, cause]) => ({ examineeId: person(n), examinerId: person(`x${x}`), cause }));
  const of = { size: Math.min(size, people.length), candidates, examinerIds, bars: barsOf };
  return { frame: planFrameOf(fixedId<"quizPlan">(plan), of), of, plan, attempt: 1, ...drawing };
});
