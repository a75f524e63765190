import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseDoor, digests, frameOf } from "@/lib/quizzes/draw";
import { choosePairs, planFrameOf } from "@/lib/quizzes/draw-plan";
import { fixedId, frameFor, secretOf, anyDrawing, anyPlanDrawing, person, village } from "../support/frames";

/* 抽户: each household of a stratum has the same chance, whoever writes the list and however. */

/** Σ (seen − due)² / due. */
const chiSquare = (seen: readonly number[]) => {
  const due = seen.reduce((all, n) => all + n, 0) / seen.length;
  return seen.reduce((all, n) => all + (n - due) ** 2 / due, 0);
};
/** Above these χ² lies one run in a thousand, for so many degrees of freedom. */
const oneInAThousand: Record<number, number> = { 2: 13.816, 4: 18.467, 7: 24.322, 11: 31.264, 19: 43.82 };

const counted = (keys: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

test("over 100 000 draws villages come up alike, and households of one village alike, though villages differ in size (χ², p > 0.001)", () => {
  const sizes = [3, 8, 12];
  const { text: frame, doors, strata } = frameFor("chi", sizes);
  const drawn = Array.from({ length: 100_000 }, (_, n) => chooseDoor({ frame, secret: secretOf(n), attempt: 1, number: String(n % 100) }, [])!);
  const villages = counted(drawn.map(({ villageId }) => villageId));
  expect(chiSquare(strata.map(({ villageId }) => villages.get(villageId) ?? 0))).toBeLessThan(oneInAThousand[2]!);
  const households = counted(drawn.map(({ householdId }) => householdId));
  sizes.forEach((size, v) => {
    const mine = doors.filter(({ villageId }) => villageId === village(v)).map(({ householdId }) => households.get(householdId) ?? 0);
    expect(mine).toHaveLength(size);
    expect(chiSquare(mine)).toBeLessThan(oneInAThousand[size - 1]!);
  });
}, 60_000);

test("one secret, 20 000 numbers: the number alone spreads it as evenly", () => {
  const { text: frame, doors } = frameFor("numbers", [20]);
  const digest = counted(Array.from({ length: 20_000 }, (_, n) => chooseDoor({ frame, secret: secretOf("one"), attempt: 1, number: String(n) }, [])!.householdId));
  expect(chiSquare(doors.map(({ householdId }) => digest.get(householdId) ?? 0))).toBeLessThan(oneInAThousand[19]!);
}, 60_000);

test("the order in which the lists are written changes neither the frame nor the door", () => {
  fc.assert(fc.property(anyDrawing, fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), ({ frame, doors, strata, quiz, out, ...drawing }, chance) => {
    const shuffled = <T>(rows: readonly T[]) => rows.map((row, i) => ({ row, at: chance[i]! })).toSorted((a, b) => a.at - b.at).map(({ row }) => row);
    const again = frameOf(fixedId<"quiz">(quiz), shuffled(strata), shuffled(doors));
    expect(again).toBe(frame);
    expect(chooseDoor({ ...drawing, frame: again }, shuffled(out))).toEqual(chooseDoor({ ...drawing, frame }, out));
  }), { seed: 1 });
});

test("it is a door of the frame that is not out, in a village that came up no more often than any that is left; none only where none is left", () => {
  fc.assert(fc.property(anyDrawing, ({ doors, strata, out, ...drawing }) => {
    const left = doors.filter(({ householdId }) => !out.includes(householdId));
    const door = chooseDoor(drawing, out);
    expect(door === undefined).toBe(left.length === 0);
    if (!door) return;
    expect(left).toContainEqual(door);
    const of = (id: string) => strata.find(({ villageId }) => villageId === id)!.earlier;
    expect(left.every(({ villageId }) => of(villageId) >= of(door.villageId))).toBe(true);
  }), { seed: 2 });
});

test("frame, secret, attempt and number each change every digest", () => {
  fc.assert(fc.property(anyDrawing, (drawing) => {
    const line = `V ${village(0)}`;
    const others = [{ frame: `${drawing.frame} ` }, { secret: secretOf("other") }, { attempt: drawing.attempt + 1 }, { number: `${drawing.number}0` }, { number: `0${drawing.number}` }];
    for (const other of others) expect(digests({ ...drawing, ...other })(line)).not.toBe(digests(drawing)(line));
  }), { seed: 3 });
});

test("a plan draws as many as asked, nobody twice, no village two more than one where somebody is left, and no examiner who is barred or has more than another who is free", () => {
  fc.assert(fc.property(anyPlanDrawing, ({ of: { size, candidates, examinerIds, bars }, plan, ...drawing }) => {
    const pairs = choosePairs(drawing);
    expect(pairs).toHaveLength(size);
    expect(new Set(pairs.map(({ examineeId }) => examineeId)).size).toBe(size);
    const isBarred = (examinee: string, examiner: string) => bars.some((bar) => bar.examineeId === examinee && bar.examinerId === examiner);
    const given = new Map<string, number>();
    for (const { examineeId, examinerId } of pairs) {
      const free = examinerIds.filter((id) => !isBarred(examineeId, id));
      expect(examinerId === null).toBe(free.length === 0);
      if (!examinerId) continue;
      expect(Math.min(...free.map((id) => given.get(id) ?? 0))).toBe(given.get(examinerId) ?? 0);
      given.set(examinerId, (given.get(examinerId) ?? 0) + 1);
    }
    const times = counted(pairs.map(({ villageId }) => villageId));
    const waiting = candidates.filter(({ examineeId }) => !pairs.some((pair) => pair.examineeId === examineeId)).map(({ villageId }) => villageId);
    for (const id of waiting) expect((times.get(id) ?? 0) + 1).toBeGreaterThanOrEqual(Math.max(...times.values()));
    expect(choosePairs({ ...drawing, frame: planFrameOf(fixedId<"quizPlan">(plan), { size, candidates: candidates.toReversed(), examinerIds: examinerIds.toReversed(), bars: bars.toReversed() }) })).toEqual(pairs);
  }), { seed: 4 });
});

test("over 20 000 plans each of five alike people is examined by each of three free examiners as often", () => {
  const candidates = Array.from({ length: 5 }, (_, n) => ({ examineeId: person(n), villageId: village(0) }));
  const frame = planFrameOf(fixedId<"quizPlan">("chi"), { size: 1, candidates, examinerIds: [person("a"), person("b"), person("c")], bars: [] });
  const drawn = Array.from({ length: 20_000 }, (_, n) => choosePairs({ frame, secret: secretOf(n), attempt: 1, number: "7" })[0]!);
  expect(chiSquare([...counted(drawn.map(({ examineeId }) => examineeId)).values()])).toBeLessThan(oneInAThousand[4]!);
  expect(chiSquare([...counted(drawn.map(({ examinerId }) => examinerId!)).values()])).toBeLessThan(oneInAThousand[2]!);
});
