import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, picked, type Side } from "@/app/(desk)/outbox/sides";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { notDone, topicChip } from "@/lib/words/visit";

const ids = [newId<"visit">(), newId<"visit">(), newId<"visit">()];
const base: VisitInput = { id: newId<"visit">(), kind: "household_day", householdId: ids[0]!, visitedOn: "2026-03-03", slot: "morning", topics: ["environment"], account: "水沟堵了", matter: "none", problemTitle: "" };
const titles = (mine: VisitInput, theirs: VisitInput) => differences(mine, theirs).map(({ title }) => title);
const usual = (mine: VisitInput, theirs: VisitInput) => Object.fromEntries(differences(mine, theirs).map((one) => [one.key, one.usual]));

test("only what differs is told; what a form leaves out is no difference, nor the order of a set", () => {
  expect(titles(base, { ...base, version: 3, capturedAt: 7, place: null, companionIds: [], nextSteps: [], photoIds: [], notDone: null, atmosphere: null })).toEqual([]);
  expect(titles({ ...base, topics: ["safety", "other"] }, { ...base, topics: ["other", "safety"] })).toEqual([]);
  const other: VisitInput = { ...base, householdId: ids[1]!, account: "路灯坏了", matter: "report", problemTitle: "路灯", slot: "evening", nextVisitOn: "2026-03-20", atmosphere: "warm", photoIds: [newId<"photo">()], place: { lat: 30, lng: 120 } };
  expect(titles(base, other)).toEqual(["走访哪一户", "一句话记录", "要办的事", "日期", "下次走访", "谈得怎么样", "照片", "位置"]);
});

test("at first nothing that was written is dropped, and of two states the server's stands", () => {
  const [a, b] = [newId<"photo">(), newId<"photo">()];
  const mine: VisitInput = { ...base, photoIds: [a], nextSteps: [{ side: "ours", words: "周五去看" }], place: { lat: 30, lng: 120 } };
  const theirs: VisitInput = { ...base, account: "路灯坏了", topics: ["safety"], photoIds: [b], matter: "solved", companionIds: [ids[2]!] };
  const sides = usual(mine, theirs);
  expect(sides).toEqual({ account: "both", topics: "both", matter: "theirs", nextSteps: "mine", companions: "theirs", photos: "both", place: "mine" });
  expect(picked(mine, theirs, sides as Record<string, Side>)).toMatchObject({
    account: "路灯坏了\n水沟堵了", topics: ["safety", "environment"], matter: "solved", photoIds: [b, a], place: { lat: 30, lng: 120 },
    nextSteps: [{ words: "周五去看" }], companionIds: [ids[2]],
  });
});

test("two long tellings do not both fit in one: then that is not offered, and mine stands until it is picked otherwise", () => {
  const [told] = differences({ ...base, account: "一".repeat(200) }, { ...base, account: "二".repeat(200) });
  expect(told).toMatchObject({ canBoth: false, usual: "mine" });
});

test("between a household and a firm the kind goes with the door", () => {
  const firm: VisitInput = { ...base, kind: "enterprise", householdId: null, enterpriseId: ids[1]! };
  expect(titles(base, firm)).toEqual(["走访哪一户"]);
  expect(picked(base, firm, { door: "theirs" })).toMatchObject({ kind: "enterprise", householdId: null, enterpriseId: ids[1] });
  expect(picked(firm, base, { door: "theirs" })).toMatchObject({ kind: "household_day", householdId: ids[0], enterpriseId: null });
  expect(picked(firm, base, { door: "mine" })).toMatchObject({ kind: "enterprise", enterpriseId: ids[1] });
});

describe("whatever the two say", () => {
  const some = <T>(values: readonly T[]) => fc.subarray([...values]);
  const visit = fc.record({
    account: fc.constantFrom("", "水沟堵了", "路灯坏了三盏"), topics: some(topicChip.values), notDone: fc.option(fc.constantFrom(...notDone.values)),
    householdId: fc.constantFrom(...ids), visitedOn: fc.constantFrom("2026-03-02", "2026-03-03"), nextVisitOn: fc.option(fc.constant("2026-03-20")),
    companionIds: some(ids), place: fc.option(fc.constant({ lat: 30, lng: 120 })),
  }).map((over): VisitInput => ({ ...base, ...over }));

  test("picking one side everywhere gives that side, and nothing that differs goes untold", () => {
    fc.assert(fc.property(visit, visit, (mine, theirs) => {
      const told = differences(mine, theirs);
      const all = (side: Side) => Object.fromEntries(told.map(({ key }) => [key, side]));
      expect(differences(picked(mine, theirs, all("theirs")), theirs)).toEqual([]);
      expect(differences(picked(mine, theirs, all("mine")), mine)).toEqual([]);
    }));
  });

  test("as it stands at first, every word of either is in it", () => {
    fc.assert(fc.property(visit, visit, (mine, theirs) => {
      const kept = picked(mine, theirs, usual(mine, theirs));
      for (const one of [mine, theirs]) {
        expect(kept.account).toContain(one.account);
        expect(kept.topics).toEqual(expect.arrayContaining(one.topics ?? []));
        expect(kept.companionIds).toEqual(expect.arrayContaining(one.companionIds ?? []));
        if (one.place) expect(kept.place).toEqual(one.place);
      }
    }));
  });
});
