import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { criteria, defences, levels } from "@/db/seed/material/defences";
import { exhibitions } from "@/db/seed/material/exhibitions";
import { bytesOf, papersAt } from "@/db/seed/material/papers";
import { newcomers, pairings, people } from "@/db/seed/material/people";
import { gateItems, topics } from "@/db/seed/material/topics";
import { FULL_WEIGHT, recusalsOf } from "@/lib/defences/rules";
import { isShowable } from "@/lib/exhibitions/rules";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { paperIn } from "@/lib/sheets/paper";
import { gate } from "@/lib/words/topic";

const villages = readFileSync("db/seed/villages.csv", "utf8").trim().split("\n").slice(1).map((line) => line.split(",")[1] ?? "");
const of = (account: string) => [...people, ...newcomers].find((person) => person.account === account)!;
const gateOf = (title: string) => gate.values[topics.find((topic) => topic.title === title)!.passed.length] ?? null;

describe("课题", () => {
  test("eight groups of people who are there, at gates from 中期 to 转化回看, in villages that are there", () => {
    expect(topics).toHaveLength(8);
    expect(new Set(topics.map(({ title }) => gateOf(title))).size).toBeGreaterThanOrEqual(6);
    for (const { title, leader, adviser, members, left, villages: here, passed, waived = {} } of topics) {
      const all = [leader, adviser, ...members, ...(left ? [left[0]] : [])];
      expect(all.map(of).filter((person) => !person), title).toEqual([]);
      expect(new Set(all).size, title).toBe(all.length);
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(members.length).toBeLessThanOrEqual(5);
      expect(here.filter((village) => !villages.includes(village))).toEqual([]);
      expect(passed).toEqual(passed.toSorted((a, b) => b - a));
      expect(Object.keys(waived).filter((at) => gate.values.indexOf(at as "defence") >= passed.length)).toEqual([]);
    }
  });

  test("one milestone is two days late and one nine; one group has been silent for more than 21 days", () => {
    const late = topics.flatMap(({ milestones }) => milestones.flatMap(([, , dueAgo, doneAgo]) => (doneAgo === undefined && dueAgo > 0 ? [dueAgo] : [])));
    expect(late.toSorted()).toEqual([2, 9]);
    const heardAgo = topics.map(({ notes, milestones }) => Math.min(...notes.map(([ago]) => ago), ...milestones.flatMap(([, , , doneAgo]) => doneAgo ?? [])));
    expect(heardAgo.filter((ago) => ago > 21)).toHaveLength(1);
    for (const { milestones, notes, members } of topics)
      for (const who of [...milestones.map(([, owner]) => owner), ...notes.map(([, author]) => author)]) expect(who).toBeLessThanOrEqual(members.length);
  });

  test("every gate has something on its list", () => {
    for (const at of gate.values) expect(gateItems[at].length, at).toBeGreaterThan(0);
  });

  test("the papers are what they say they are", async () => {
    for (const { kind, file } of topics.flatMap(({ passed }) => papersAt(passed.length)))
      expect([kind, (await paperIn(bytesOf(file, ["一行", "两行"]))).kind]).toEqual([kind, file]);
  });
});

describe("答辩", () => {
  const pairs = pairings.map(({ mentor, mentee, startedOn, endedOn }) => ({ mentorId: mentor as Id<"person">, menteeId: mentee as Id<"person">, startedOn: startedOn as Day, endedOn: (endedOn ?? null) as Day | null }));
  const someone = (account: string) => ({ id: account as Id<"person">, department: of(account).department });

  test("nobody who sits there has to stand back, but the one who is to be seen standing back", () => {
    const back = defences.flatMap(({ topic, seats }) => {
      const { leader, adviser, members, left } = topics.find(({ title }) => title === topic)!;
      const group = [leader, adviser, ...members, ...(left ? [left[0]] : [])].map(someone);
      return seats.filter((judge) => recusalsOf(someone(judge), { group, pairs, leadDepartment: "党建办", days: { startedOn: "2026-01-01" as Day, endedOn: null } }).length > 0);
    });
    expect(back).toEqual(["zhuhuaping"]);
    for (const { seats } of defences) expect(seats.filter((judge) => judge !== "zhuhuaping" && !of(judge).roles.includes("judge"))).toEqual([]);
  });

  test("weights are a hundred together, every mark is a level's, every sheet is a seated judge's", () => {
    expect(criteria.reduce((sum, [, weight]) => sum + weight, 0)).toBe(FULL_WEIGHT);
    const scale = levels.map(({ points }) => points);
    for (const { seats, sheets, questions } of defences) {
      for (const { judge, points } of sheets) expect([judge, seats.includes(judge), points.length, points.every((one) => one === null || scale.includes(one))]).toEqual([judge, true, criteria.length, true]);
      for (const { by, owner } of questions) expect([seats.includes(by), !!of(owner)]).toEqual([true, true]);
    }
  });
});

test("展演: six are on the stage where one may vote now, and all of them may be shown", () => {
  expect(exhibitions.find(({ state }) => state === "voting")?.exhibits).toHaveLength(6);
  for (const { exhibits } of exhibitions) {
    expect(new Set(exhibits.map(({ topic }) => topic)).size).toBe(exhibits.length);
    for (const { topic } of exhibits) expect([topic, isShowable(gateOf(topic), false)]).toEqual([topic, true]);
  }
});
