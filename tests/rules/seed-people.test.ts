import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mulberry32, seedFrom } from "@/db/seed/material/chance";
import { enterprises } from "@/db/seed/material/enterprises";
import type { ListedMember } from "@/db/seed/material/families";
import { feedback } from "@/db/seed/material/feedback";
import { factsOf, type HouseholdMaterial, households, referenceYear } from "@/db/seed/material/households";
import { givenName, isKnownPerson } from "@/db/seed/material/names";
import { newcomers, pairings, people, showcase } from "@/db/seed/material/people";
import { servedBefore, skills } from "@/db/seed/material/skills";
import { syllablesOf } from "@/lib/kernel/pinyin";
import { factKind, factTopic, kinship } from "@/lib/words/household";
import { role } from "@/lib/words/person";

const villages = readFileSync("db/seed/villages.csv", "utf8").trim().split("\n").slice(1).map((line) => line.split(",")[1] ?? "");
const homes = villages.flatMap((name) => households(mulberry32(seedFrom(name)), name, 77));
const named = (home: HouseholdMaterial, ...words: string[]): ListedMember[] =>
  home.members.filter(({ kinship: word }) => words.includes(word));

describe("农户", () => {
  test("codes, addresses and the way to the door tell houses apart", () => {
    expect(homes).toHaveLength(26 * 77);
    expect(new Set(homes.map(({ code }) => code)).size).toBe(homes.length);
    for (const name of villages) {
      const here = households(mulberry32(1), name, 120);
      for (const part of ["address", "door", "code"] as const) expect(new Set(here.map((home) => home[part])).size).toBe(120);
      expect(here[2]?.code).toMatch(/^\p{Script=Han}+-003$/u);
      expect(here[2]?.address).toMatch(name.endsWith("社区") ? /^\d+组\d+幢\d单元\d0\d室$/ : /^\d+组\d+号$/);
    }
  });

  test("one to six people, the householder first, each with a word for what they are", () => {
    for (const { members, householder } of homes) {
      expect(members.length).toBeGreaterThanOrEqual(1);
      expect(members.length).toBeLessThanOrEqual(6);
      expect(members[0]).toMatchObject({ kinship: "householder", name: householder });
      expect(members.filter((member) => member.kinship === "householder")).toHaveLength(1);
      for (const member of members) expect(kinship.values).toContain(member.kinship);
    }
    expect(new Set(homes.map(({ members }) => members.length))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test("nobody is older than their parents allow", () => {
    for (const home of homes) {
      const head = home.members[0]!;
      const children = named(home, "son", "daughter");
      const second = named(home, "son", "daughter", "son_in_law", "daughter_in_law");
      for (const child of children) expect(child.birthYear - head.birthYear).toBeGreaterThanOrEqual(18);
      for (const parent of named(home, "father", "mother")) expect(head.birthYear - parent.birthYear).toBeGreaterThanOrEqual(18);
      for (const grandchild of named(home, "grandson", "granddaughter")) {
        expect(grandchild.birthYear - head.birthYear).toBeGreaterThanOrEqual(36);
        for (const parent of second) expect(grandchild.birthYear - parent.birthYear).toBeGreaterThanOrEqual(18);
      }
      for (const spouse of named(home, "spouse")) {
        expect(Math.abs(spouse.birthYear - head.birthYear)).toBeLessThanOrEqual(5);
        expect(spouse.gender).not.toBe(head.gender);
        for (const child of children) expect(child.birthYear - Math.max(spouse.birthYear, head.birthYear)).toBeLessThanOrEqual(42);
      }
      for (const { birthYear, minor } of home.members) {
        expect(birthYear).toBeLessThan(referenceYear);
        expect(birthYear).toBeGreaterThan(1920);
        expect(minor).toBe(referenceYear - birthYear < 14);
      }
    }
  });

  test("facts are in the vocabulary, and each house has an income and a door", () => {
    const facts = homes.map(factsOf);
    expect(facts.flat().filter(({ kind, topic }) => !factKind.values.includes(kind) || !factTopic.values.includes(topic))).toEqual([]);
    expect(facts.flat().filter(({ says }) => says.length < 4)).toEqual([]);
    expect(facts.filter((list) => !list.some(({ kind }) => kind === "income"))).toEqual([]);
    expect(facts.filter((list) => list.filter(({ kind }) => kind === "door").length !== 1)).toEqual([]);
    expect(Math.max(...homes.map(({ difficulties }) => difficulties.length))).toBe(2);
  });

  test("names fit their years, are nobody everyone knows, and a few are long", () => {
    const names = homes.flatMap(({ members }) => members.map(({ name }) => name));
    expect(names.filter(isKnownPerson)).toEqual([]);
    expect(names.some((name) => name.replace("·", "").length >= 8)).toBe(true);
    const of = (birthYear: number) => new Set(Array.from({ length: 300 }, (_, seed) => givenName(mulberry32(seed), "male", birthYear)));
    expect([...of(1950)].filter((name) => of(2010).has(name))).toEqual([]);
  });
});

describe("the cast", () => {
  const having = (word: string) => people.filter(({ roles }) => roles.some((each) => each === word));

  test("is as many as the town has, one account each, read as the name is", () => {
    const counts = Object.fromEntries(role.values.map((word) => [word, having(word).length]));
    expect(counts).toEqual({
      cadre: 19, mentor: 14, villageCadre: 60, gridMember: 30, examiner: 3, judge: 6, office: 3, leader: 2, admin: 1, auditor: 1,
    });
    expect(new Set(people.map(({ account }) => account)).size).toBe(people.length);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    const shown = new Set(showcase.map(([, account]) => account));
    for (const { account, name } of people) {
      expect(account).toMatch(/^[a-z]{5,28}$/);
      if (!shown.has(account)) expect(account, name).toBe(syllablesOf(name).join(""));
    }
  });

  test("serves every village once, and every village has its secretary and its grid", () => {
    expect(having("cadre").flatMap((cadre) => cadre.villages).sort()).toEqual([...villages].sort());
    for (const name of villages) {
      const here = people.filter((person) => person.villages.includes(name));
      expect(here.filter(({ title }) => title === "书记"), name).toHaveLength(1);
      expect(here.some(({ grid }) => grid === "1网格"), name).toBe(true);
    }
    expect(having("villageCadre").filter(({ birthYear }) => birthYear >= 1990 && birthYear < 2000)).toHaveLength(29);
    expect(having("cadre").every(({ birthYear }) => birthYear >= 1990)).toBe(true);
  });

  test("shows one sign-in for each role, who holds it", () => {
    expect(showcase.map(([word]) => word).sort()).toEqual([...role.values].sort());
    for (const [word, account] of showcase) expect(people.find((person) => person.account === account)?.roles).toContain(word);
  });

  test("pairs each cadre once at a time, nobody with three", () => {
    const open = pairings.filter(({ endedOn }) => endedOn === undefined);
    expect(open.map(({ mentee }) => mentee).sort()).toEqual(having("cadre").map(({ account }) => account).sort());
    for (const { account } of having("mentor")) expect(open.filter(({ mentor }) => mentor === account).length).toBeLessThanOrEqual(2);
    for (const { mentor } of pairings) expect(having("mentor").map(({ account }) => account)).toContain(mentor);
    for (const ended of pairings.filter(({ endedOn }) => endedOn)) {
      const next = open.find(({ mentee }) => mentee === ended.mentee);
      expect(next!.startedOn > ended.endedOn!).toBe(true);
    }
  });

  test("can some things and wants to learn others, and a mentor knows villages from before", () => {
    const everybody = [...people, ...newcomers];
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
    for (const { account, name, department } of newcomers) {
      expect(account).toBe(syllablesOf(name).join(""));
      expect(people.map((person) => person.department)).toContain(department);
    }
    const pairing = everybody.filter(({ roles }) => roles.includes("cadre") || roles.includes("mentor"));
    expect(skills.map(({ account }) => account).sort()).toEqual(pairing.map(({ account }) => account).sort());
    for (const { offers, wants } of skills) {
      expect(Math.max(offers.length, wants.length)).toBeLessThanOrEqual(4);
      expect(offers.filter((one) => wants.includes(one))).toEqual([]);
    }
    for (const { account, village, startedOn, endedOn } of servedBefore) {
      expect(having("mentor").map((mentor) => mentor.account)).toContain(account);
      expect(villages).toContain(village);
      expect(endedOn > startedOn).toBe(true);
    }
  });

  test("says what it thinks, and is answered within five working days", () => {
    const accounts = people.map(({ account }) => account);
    expect(feedback).toHaveLength(8);
    for (const { by, answer, workdaysAgo } of feedback) {
      expect(accounts).toContain(by);
      if (answer) expect(having("office").map(({ account }) => account)).toContain(answer.by);
      expect(answer?.afterWorkdays ?? workdaysAgo).toBeLessThanOrEqual(5);
    }
  });

  test("calls on firms that say they are examples", () => {
    for (const { name, village } of enterprises) {
      expect(name).toMatch(/^示例/);
      expect(villages).toContain(village);
    }
    expect(new Set(enterprises.map(({ name }) => name)).size).toBe(enterprises.length);
    expect(Math.max(...enterprises.map(({ name }) => name.length))).toBe(28);
  });
});
