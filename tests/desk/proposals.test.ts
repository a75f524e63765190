import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { type ProposalEntry, writeProposal } from "@/lib/gate/proposals";
import type { Day } from "@/lib/kernel/day";
import { township } from "../support/township";

const { facts, factProposals, notices, quizzes } = tables;

const says = (town: Town, over: Partial<ProposalEntry> = {}): ProposalEntry =>
  ({ householdId: town.homes.zhang, kind: "income", topic: "farming", says: "改种茶叶", asOf: "2026-03-03" as Day, source: "visit", ...over });
const propose = (desk: Desk, entry: ProposalEntry) => desk.begin("fact.propose", (tx) => writeProposal(tx, desk, entry));
const told = async ({ store, people }: Town) => {
  const rows = await store.read.select().from(notices).where(eq(notices.kind, "fact_waits"));
  return rows.map(({ personId }) => (Object.keys(people) as Who[]).find((who) => people[who] === personId)).sort();
};

test("a proposal stands on what was known, changes nothing, and tells who keeps the file, once", async () => {
  const town = await township();
  const [farming] = await town.store.read.select().from(facts).where(eq(facts.topic, "farming"));
  const made = await propose(town.he, says(town));
  expect(made).toMatchObject({ basedOnId: farming!.id, villageId: town.villages.dongling, state: "open", proposedById: town.people.he });
  expect(await propose(town.he, says(town, { topic: "breeding", says: "养了两头猪" }))).toMatchObject({ basedOnId: null });
  expect(await propose(town.he, says(town, { kind: "members", topic: null, says: "孙子回来读书了" }))).toMatchObject({ basedOnId: null });
  expect(await told(town)).toEqual(["lin"]);
  expect((await town.store.read.select().from(facts).where(eq(facts.id, farming!.id)))[0]!.replacedAt).toBeNull();
});

test("the same words of the same person are one proposal; of another, two", async () => {
  const town = await township();
  expect(await propose(town.he, says(town))).toBeDefined();
  expect(await propose(town.he, says(town))).toBeUndefined();
  expect(await propose(town.ge, says(town))).toBeDefined();
  expect(await town.store.read.select().from(factProposals)).toHaveLength(2);
});

test("nobody keeps it: the village's own people are told, else the office; of an exam never its own people", async () => {
  const town = await township();
  await propose(town.lin, says(town, { householdId: town.homes.li }));
  expect(await told(town)).toEqual(["he"]);
  await propose(town.zhao, says(town, { householdId: town.homes.sun }));
  expect(await told(town)).toEqual(["chen", "he"]);

  const [quiz] = await town.store.write((tx) => tx.insert(quizzes).values({
    examineeId: town.people.lin, examinerId: town.people.kao, state: "released", plannedById: town.people.chen, plannedAt: town.now,
  }).returning());
  await town.store.write((tx) => tx.delete(notices));
  await propose(town.kao, says(town, { source: "exam", quizId: quiz!.id }));
  expect(await told(town)).toEqual(["he"]);
});

test("who has no part in the village proposes nothing", async () => {
  const town = await township();
  await expect(propose(town.zhen, says(town))).rejects.toMatchObject({ code: "forbidden" });
  await expect(propose(town.guan, says(town))).rejects.toMatchObject({ code: "forbidden" });
  expect(await town.store.read.select().from(factProposals)).toEqual([]);
});
