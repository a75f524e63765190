import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answers, isShowable, type Pair, PAIRS, pairsAt, pairsFor, roundRobin, sameShare, shareOf, tally } from "@/lib/exhibitions/rules";
import { type Id, newId } from "@/lib/kernel/id";
import { gate } from "@/lib/words/topic";

const stage = (many: number) => Array.from({ length: many }, () => ({ id: newId<"exhibit">(), topicId: newId<"topic">() }));
const timesShown = (pairs: readonly Pair[]) => {
  const times = new Map<Id<"exhibit">, number>();
  for (const id of pairs.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times.values()];
};
const some = fc.integer({ min: 2, max: 12 });

describe("which pairs a voter is asked about", () => {
  test("every two meet once, in rounds in which nobody comes twice", () => {
    fc.assert(fc.property(some, (many) => {
      const names = Array.from({ length: many }, (_, i) => i);
      const pairs = roundRobin(names);
      expect(pairs.map((pair) => pair.toSorted((a, b) => a - b).join()).toSorted()).toEqual(names.flatMap((a) => names.slice(a + 1).map((b) => `${a},${b}`)).toSorted());
      const inRound = Math.floor(many / 2);
      for (let at = 0; at < pairs.length; at += inRound) expect(new Set(pairs.slice(at, at + inRound).flat()).size).toBe(2 * inRound);
    }));
  });

  test("over a whole turn of voters every exhibit is shown exactly as often as any other", () => {
    fc.assert(fc.property(some, (many) => {
      const ids = stage(many).map(({ id }) => id);
      const turns = 2 * roundRobin(ids).length;
      const shown = Array.from({ length: turns }, (_, turn) => pairsAt(turn, ids)).flat();
      expect(new Set(timesShown(shown)).size).toBe(1);
      expect(timesShown(shown)).toHaveLength(many);
    }));
  });

  test("with real people's ids it comes out about even: nobody is a tenth from the mean", () => {
    for (const many of [3, 6, 8]) {
      const exhibits = stage(many);
      const exhibitionId = newId<"exhibition">();
      const shown = Array.from({ length: 3_000 }, () => pairsFor({ id: newId<"person">(), topicIds: [] }, exhibitionId, exhibits)).flat();
      const mean = (2 * shown.length) / many;
      for (const times of timesShown(shown)) expect(Math.abs(times - mean) / mean).toBeLessThan(0.1);
    }
  });

  test("the same voter is always asked the same, at most five different pairs, and never about a topic of theirs", () => {
    fc.assert(fc.property(some, fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), (many, mine) => {
      const exhibits = stage(many);
      const voter = { id: newId<"person">(), topicIds: exhibits.filter((_, i) => mine.includes(i)).map(({ topicId }) => topicId) };
      const exhibitionId = newId<"exhibition">();
      const asked = pairsFor(voter, exhibitionId, exhibits);
      const others = exhibits.filter(({ topicId }) => !voter.topicIds.includes(topicId));
      expect(pairsFor(voter, exhibitionId, exhibits)).toEqual(asked);
      expect(asked).toHaveLength(Math.min(PAIRS, (others.length * (others.length - 1)) / 2));
      expect(new Set(asked.map((pair) => pair.toSorted().join())).size).toBe(asked.length);
      for (const id of asked.flat()) expect(others.map((one) => one.id)).toContain(id);
    }));
  });
});

describe("what is counted", () => {
  const [a, b, c] = stage(3).map(({ id }) => id) as [Id<"exhibit">, Id<"exhibit">, Id<"exhibit">];

  test("a ballot answers what was asked, each pair once, or passes it over", () => {
    const asked: Pair[] = [[a, b], [b, c]];
    expect(answers([{ chosen: b, other: a }], asked)).toBe(true);
    expect(answers([{ chosen: b, other: a }, { chosen: b, other: c }], asked)).toBe(true);
    expect([[], [{ chosen: a, other: c }], [{ chosen: a, other: b }, { chosen: b, other: a }], [{ chosen: a, other: a }]].map((picks) => answers(picks, asked))).toEqual([false, false, false, false]);
  });

  test("each decided pair is shown to both and chosen for one; the whole is as many as the picks", () => {
    const pick = fc.constantFrom([a, b], [b, a], [a, c], [c, a], [b, c], [c, b]).map(([chosen, other]) => ({ chosen, other }));
    fc.assert(fc.property(fc.array(fc.array(pick, { maxLength: 5 }), { maxLength: 20 }), (ballots) => {
      const counted = [...tally([a, b, c], ballots).values()];
      const all = ballots.flat().length;
      expect(counted.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(all);
      expect(counted.reduce((sum, { shown }) => sum + shown, 0)).toBe(2 * all);
      for (const { shown, chosen } of counted) expect(chosen).toBeLessThanOrEqual(shown);
    }));
  });

  test("shares are rounded half up in tenths, and equal only where they are equal", () => {
    const of = (chosen: number, shown: number) => ({ chosen, shown });
    expect([of(5, 8), of(1, 3), of(2, 3), of(1, 2000), of(1, 2001), of(0, 4), of(4, 4)].map(shareOf)).toEqual(["62.5%", "33.3%", "66.7%", "0.1%", "0.0%", "0.0%", "100.0%"]);
    expect([sameShare(of(1, 2), of(5, 10)), sameShare(of(1, 3), of(333, 1000)), sameShare(of(0, 0), of(0, 0))]).toEqual([true, false, false]);
  });

  test("a topic is shown from the gate 展演 on, or once it was defended", () => {
    expect(gate.values.filter((at) => isShowable(at, false))).toEqual(["exhibition", "concluded", "followup3", "followup6"]);
    expect([isShowable(null, false), isShowable("midterm", true)]).toEqual([true, true]);
  });
});
