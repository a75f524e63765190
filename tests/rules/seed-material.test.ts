import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mulberry32, pick, seedFrom } from "@/db/seed/material/chance";
import { enterprises } from "@/db/seed/material/enterprises";
import { feedback } from "@/db/seed/material/feedback";
import { households, traitsOf } from "@/db/seed/material/households";
import { people } from "@/db/seed/material/people";
import { firstPresets } from "@/lib/visits/rules";
import { approvalNote, returnFor, returnNotes } from "@/db/seed/material/reviews";
import { enterpriseThreads, householdThreads } from "@/db/seed/material/threads/all";
import { linesEnding, partsFor } from "@/db/seed/material/threads/thread";
import { visitWriter } from "@/db/seed/material/visits";
import { matter, notDone, topicChip, visitKind } from "@/lib/words/visit";

const banned = /打卡|签到|排名|积分|在线时长|后进|红黑榜|失败|非法|您|无效|错误代码|登陆|其它|帐号|操作成功|暂无数据|师傅|审阅/;
const notCollected = /病|癌|瘫|残疾|手术|住院|糖尿|血压|抑郁|教堂|寺|信佛|佛教|信教|银行|存款|贷款|欠款|身份证|工资|[0-9一二三四五六七八九十百千万]元|块钱/;
const villages = readFileSync("db/seed/villages.csv", "utf8").trim().split("\n").slice(1).map((line) => line.split(",")[1] ?? "");
const homes = villages.flatMap((name) => households(mulberry32(seedFrom(name)), name, 77));
const threads = [...householdThreads, ...enterpriseThreads];

function year(seed: number) {
  const next = mulberry32(seed);
  const writer = visitWriter(next);
  return Array.from({ length: 1400 }, () => {
    const home = pick(next, homes);
    const kind = pick(next, visitKind.values);
    const month = 1 + Math.floor(next() * 12);
    const visit = writer.visit({ kind, month, householder: home.members[0]!, traits: traitsOf(home) });
    return { ...visit, kind, ...returnFor(next, visit), approval: approvalNote(next) };
  });
}
const visits = year(7);

describe("走访", () => {
  test("the same seed writes the same town, another seed another one", () => {
    expect(year(7)).toEqual(visits);
    expect(year(8)).not.toEqual(visits);
    expect(households(mulberry32(seedFrom("昇光村")), "昇光村", 77)).toEqual(homes.filter(({ code }) => code.startsWith("昇光-")));
  });

  test("no two accounts are the same, and hardly two begin alike", () => {
    expect(new Set(visits.map(({ account }) => account)).size).toBe(1400);
    const beginnings = visits.map(({ account }) => account.slice(0, 20));
    const times = new Map<string, number>();
    for (const beginning of beginnings) times.set(beginning, (times.get(beginning) ?? 0) + 1);
    expect(beginnings.filter((beginning) => times.get(beginning)! > 1).length).toBeLessThan(70);
    expect(new Set(visits.map(({ thread, seen }) => `${thread} ${seen}`)).size).toBeGreaterThanOrEqual(150);
  });

  test("every account has a believable length and nothing unfilled", () => {
    for (const { account } of visits) {
      expect(account.length).toBeGreaterThanOrEqual(15);
      expect(account.length).toBeLessThanOrEqual(120);
      expect(account).toMatch(/^[^{}:a-z]+。$/);
      expect(account).not.toMatch(/[，。；]{2}|undefined/);
    }
  });

  test("what is to be reported has a title that fits, and nothing else has", () => {
    for (const visit of visits) {
      expect(matter.values).toContain(visit.matter);
      expect(topicChip.values).toContain(visit.topics[0]);
      expect(visit.problem !== null).toBe(visit.matter === "report");
      expect(visit.problem?.title.length ?? 1).toBeLessThanOrEqual(20);
      for (const { inDays } of visit.nextSteps) expect(inDays).toBeGreaterThan(0);
    }
    const share = (word: string) => visits.filter((visit) => visit.matter === word).length / 1400;
    expect([share("none") > 0.4, share("solved") > 0.15, share("report") > 0.15]).toEqual([true, true, true]);
  });

  test("a wished topic and matter are kept to, and the seasons too", () => {
    const writer = visitWriter(mulberry32(3));
    for (const topic of topicChip.values) for (const wished of matter.values) {
      const visit = writer.visit({ kind: "household_day", month: 3, traits: new Set(["house", "elder", "young"]), topic, matter: wished });
      expect([visit.topics, visit.matter]).toEqual([[topic], wished]);
      expect(["typhoon", "cold"]).not.toContain(visit.thread);
    }
  });

  test("each line of each thread can be told to its end", () => {
    for (const thread of threads) for (const seen of thread.seen.keys()) {
      const where = `${thread.id} ${seen + 1}`;
      expect(partsFor(seen, thread.detail).length, where).toBeGreaterThan(0);
      expect(partsFor(seen, thread.said).length, where).toBeGreaterThan(0);
      expect(matter.values.some((word) => linesEnding(thread, word).includes(seen)), where).toBe(true);
      if (linesEnding(thread, "report").includes(seen)) expect(partsFor(seen, thread.titles).length, where).toBeGreaterThan(0);
    }
    expect(new Set(threads.map(({ id }) => id)).size).toBe(threads.length);
  });

  test("visits that did not happen say why, and a jot is one line", () => {
    const writer = visitWriter(mulberry32(5));
    const missed = Array.from({ length: 120 }, () => writer.notDone({ kind: "household_day", month: 5 }));
    expect(new Set(missed.map(({ account }) => account)).size).toBe(120);
    expect(new Set(missed.map(({ reason }) => reason))).toEqual(new Set(notDone.values));
    expect(writer.jot({ kind: "night_talk", month: 5 })).toMatch(/^[^。]+。$/);
  });

  test("mentors ask in many ways, and a reason is never shorter than five characters", () => {
    expect(new Set(returnNotes).size).toBeGreaterThanOrEqual(40);
    for (const note of [...returnNotes, ...firstPresets]) expect(note.length).toBeGreaterThanOrEqual(5);
    expect(firstPresets).toHaveLength(8);
    for (const { addition } of visits) expect(addition).toMatch(/^补充/);
    expect(visits.filter(({ approval }) => approval === "").length).toBeGreaterThan(700);
  });
});

describe("the words of the whole town", () => {
  const files = homes.map(({ incomes, difficulties, door }) => [incomes, difficulties, door]);
  const town = JSON.stringify([threads, files, feedback, people, visits, returnNotes, firstPresets, enterprises]);
  test("hold nothing that the interface may not say", () => expect(town.match(banned)).toBeNull());
  test("hold no health, belief, bank or amount", () => expect(town.match(notCollected)).toBeNull());
});
