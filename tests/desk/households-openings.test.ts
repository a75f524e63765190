import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { type ProposalEntry, writeProposal } from "@/lib/gate/proposals";
import type { Day } from "@/lib/kernel/day";
import { type Id, idSince, newId } from "@/lib/kernel/id";
import { openField } from "@/lib/households/acts-facts";
import { Unmasking } from "@/lib/households/forms";
import { householdsPage } from "@/lib/households/reads";
import { type OpeningFilter, openingKeyFrom, openingsPage } from "@/lib/households/reads-openings";
import { countWaiting } from "@/lib/households/reads-waiting";
import type { UnmaskField } from "@/lib/words/household";
import { township } from "../support/township";

const { quizzes, unmaskings } = tables;
const opening = (householdId: Id<"household">, field: UnmaskField, over = {}) =>
  Unmasking.parse({ id: newId(), householdId, field, reason: "verify", words: "", ...over });
const rows = async (desk: Desk, filter: OpeningFilter = {}) => (await openingsPage(desk, filter)).lines.map(({ who, field, maskedName }) => `${who} ${field} ${maskedName ?? "-"}`);
const at = async (town: Town, who: Who, clock: string) => (await Desk.of(town.store, town.people[who], new Date(`2026-03-04T${clock}:00+08:00`)))!;

async function threeOpenings() {
  const town = await township();
  await openField(town.lin, opening(town.homes.zhang, "phone"));
  await openField(await at(town, "he", "09:20"), opening(town.homes.li, "facts", { reason: "other", words: "核对户情的新说法" }));
  await openField(await at(town, "wang", "09:40"), opening(town.homes.zhang, "members"));
  return town;
}

test("who opened what of whom, when and why, newest first; found by household and by person", async () => {
  const town = await threeOpenings();
  const { lines } = await openingsPage(town.chen, {});
  expect(lines.map(({ at: when, who, field, reason, maskedName, code }) => [when, who, field, reason, maskedName, code])).toEqual([
    ["03-04 09:40", "王建国", "家庭成员", "核对信息", "张**", "001"],
    ["03-04 09:20", "何国富", "收入来源和生活难题", "其他：核对户情的新说法", "李**", "002"],
    ["03-04 09:00", "林晓", "联系电话", "核对信息", "张**", "001"],
  ]);
  const li = ["何国富 收入来源和生活难题 李**"];
  for (const home of ["002", "李**", "东岭 002", "东岭村 李"]) expect(await rows(town.chen, { home }), home).toEqual(li);
  expect(await rows(town.chen, { home: "东岭" })).toHaveLength(3);
  for (const home of ["西坞", "阿根", "张建国"]) expect(await rows(town.chen, { home }), home).toEqual([]);
  expect(await rows(town.chen, { householdId: town.homes.zhang })).toEqual(["王建国 家庭成员 张**", "林晓 联系电话 张**"]);
  expect(await rows(town.chen, { personId: town.people.he })).toEqual(li);
  expect(await rows(town.chen, { personId: town.people.he, home: "001" })).toEqual([]);
});

test("the auditor reads who and why, and of the household its number alone; others read their own", async () => {
  const town = await threeOpenings();
  expect(await rows(town.shen)).toEqual(["王建国 家庭成员 -", "何国富 收入来源和生活难题 -", "林晓 联系电话 -"]);
  expect(JSON.stringify(await openingsPage(town.shen, {}))).not.toMatch(/张|李|东岭/);
  expect(await rows(town.shen, { householdId: town.homes.li })).toHaveLength(1);
  expect(await rows(town.shen, { home: "002" })).toEqual([]);
  expect(await rows(town.lin)).toEqual(["林晓 联系电话 张**"]);
  expect(await rows(town.guan)).toEqual([]);
});

test("page after page, each once, over all and of one household", async () => {
  const town = await township();
  await town.store.write(async (tx) => {
    for (let i = 0; i < 70; i++) {
      const moment = new Date(town.now.getTime() + Math.floor(i / 2) * 1000);
      await tx.insert(unmaskings).values({ id: newId(), personId: town.people.lin, householdId: i % 4 ? town.homes.zhang : town.homes.li, field: "phone", reason: "contact", at: moment, until: moment });
    }
  });
  for (const [filter, many] of [[{}, 70], [{ householdId: town.homes.zhang }, 52], [{ home: "东岭" }, 70]] as const) {
    const seen: string[] = [];
    for (let next: string | undefined = "", i = 0; next !== undefined && i < 5; i++) {
      const page = await openingsPage(town.chen, filter, openingKeyFrom(next));
      seen.push(...page.lines.map(({ id }) => id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size], JSON.stringify(filter)).toEqual([many, many]);
  }
  expect(openingKeyFrom("x~y")).toBeUndefined();
});

test("an id from long ago does not put an opening at the far end of the log", async () => {
  const town = await township();
  const old = idSince<"unmasking">(new Date("2020-01-01"));
  await openField(town.lin, opening(town.homes.zhang, "phone", { id: old }));
  const near = idSince<"unmasking">(new Date(town.now.getTime() + 1000));
  await openField(town.lin, opening(town.homes.zhang, "facts", { id: near }));
  await openField(town.lin, opening(town.homes.zhang, "facts", { id: near }));
  const ids = (await town.store.read.select().from(unmaskings)).map(({ id }) => id);
  expect([ids.length, ids.includes(old), ids.includes(near)]).toEqual([2, false, true]);
});

const said = (town: Town, over: Partial<ProposalEntry> = {}): ProposalEntry =>
  ({ householdId: town.homes.zhang, kind: "income", topic: "farming", says: "改种茶叶", asOf: "2026-03-03" as Day, source: "visit", ...over });
const propose = (town: Town, who: Who, over: Partial<ProposalEntry> = {}) => town[who].begin("fact.propose", (tx) => writeProposal(tx, town[who], said(town, over)));

test("户情待核对: counted and listed for whoever may decide, and for nobody else; nor for either side of the exam it came from", async () => {
  const town = await township();
  await propose(town, "he");
  await propose(town, "ge", { says: "地流转了" });
  await propose(town, "lin", { householdId: town.homes.li });
  const waits = async (who: Who) => [await countWaiting(town[who]), (await householdsPage(town[who], { waiting: true })).rows.map(({ code }) => code)];
  expect(await waits("lin")).toEqual([1, ["001"]]); // what he proposed for a household of the village is not his to decide
  expect(await waits("he")).toEqual([2, ["001", "002"]]);
  expect(await waits("ge")).toEqual([1, ["001"]]);
  expect(await waits("chen")).toEqual([2, ["001", "002"]]);
  for (const who of ["zhao", "wang", "kao", "zhen", "guan", "shen"] as const) expect(await waits(who), who).toEqual([0, []]);

  const exam = await township();
  const [quiz] = await exam.store.write((tx) => tx.insert(quizzes).values({
    examineeId: exam.people.lin, examinerId: exam.people.kao, state: "released", plannedById: exam.people.chen, plannedAt: exam.now,
  }).returning());
  await propose(exam, "kao", { source: "exam", quizId: quiz!.id });
  expect([await countWaiting(exam.lin), await countWaiting(exam.he)]).toEqual([0, 1]);
});
