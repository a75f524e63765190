import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import type { Id } from "@/lib/kernel/id";
import { newId } from "@/lib/kernel/id";
import { discardDraft, recallVisit, saveDraft, submitVisit } from "@/lib/visits/acts";
import { VisitForm, type VisitInput } from "@/lib/visits/forms";
import { inputOf, visitInFull } from "@/lib/visits/reads-one";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const { factProposals, ledger, notices } = tables;
type Said = NonNullable<VisitInput["proposals"]>[number];

const tea: Said = { kind: "income", topic: "farming", says: "改种茶叶" };
const born: Said = { kind: "members", topic: null, says: "添了一个孙女" };
const asked: Said = { kind: "difficulty", topic: "eldercare", says: "不清楚" };
const kept = async ({ store }: Town) => {
  const rows = await store.read.select().from(factProposals).orderBy(factProposals.id);
  return rows.map(({ says, state, decidedAt }) => `${says} ${state === "declined" && !decidedAt ? "rests" : state}`);
};
const lines = async ({ store }: Town, action: string) => (await store.read.select().from(ledger).where(eq(ledger.action, action))).length;
const edited = async (town: Town, id: Id<"visit">) => inputOf((await visitInFull(town.he, id))!);

test("handed in, each becomes a proposal of that day and that visit; handed in again, none is doubled", async () => {
  const town = await township();
  const form = aVisit(town, { proposals: [tea, born, asked] });
  await submitVisit(town.he, form);
  await submitVisit(town.he, form);
  expect(await kept(town)).toEqual(["改种茶叶 open", "添了一个孙女 open", "不清楚 open"]);
  const [first] = await town.store.read.select().from(factProposals);
  expect(first).toMatchObject({ visitId: form.id, asOf: form.visitedOn, source: "visit", proposedById: town.people.he, householdId: town.homes.zhang });
  expect(await lines(town, "fact.propose")).toBe(3);
  expect(JSON.stringify(await town.store.read.select().from(ledger))).not.toContain("茶叶");
  const told = await town.store.read.select().from(notices).where(eq(notices.kind, "fact_waits"));
  expect(told.map(({ personId }) => personId)).toEqual([town.people.lin]);
});

test("put aside, it is its author's alone; it comes back with the draft, and goes with it", async () => {
  const town = await township();
  const form = { ...aVisit(town), proposals: [tea, { ...born, says: "" }] as VisitForm["proposals"] };
  await saveDraft(town.he, form);
  expect(await kept(town)).toEqual(["改种茶叶 rests", " rests"]);
  expect((await edited(town, form.id)).proposals).toEqual([tea, { ...born, says: "" }]);
  for (const other of [town.lin, town.chen, town.ge]) expect(await other.select().from(other.see.factProposals)).toEqual([]);
  expect(await lines(town, "fact.propose")).toBe(0);
  await saveDraft(town.he, { ...form, version: 1, proposals: [tea] as VisitForm["proposals"] });
  expect(await kept(town)).toEqual(["改种茶叶 rests"]);
  await discardDraft(town.he, { visitId: form.id, version: 2 });
  expect(await kept(town)).toEqual([]);
});

test("a draft that is handed in puts forward what it held", async () => {
  const town = await township();
  const form = aVisit(town, { proposals: [tea] });
  await saveDraft(town.he, form);
  await submitVisit(town.he, { ...form, version: 1, proposals: [tea, born] as VisitForm["proposals"] });
  expect(await kept(town)).toEqual(["改种茶叶 open", "添了一个孙女 open"]);
});

test("taken back and handed in again nothing is doubled; what was rewritten takes the place of its own, while nobody decided", async () => {
  const town = await township();
  const form = aVisit(town, { proposals: [tea, born] });
  await submitVisit(town.he, form);
  await recallVisit(town.he, { visitId: form.id, version: 1 });
  expect((await edited(town, form.id)).proposals).toEqual([tea, born]);
  await submitVisit(town.he, { ...form, version: 2, account: "补一句。" });
  expect(await kept(town)).toEqual(["改种茶叶 open", "添了一个孙女 open"]);

  await recallVisit(town.he, { visitId: form.id, version: 3 });
  await town.store.write((tx) => tx.update(factProposals).set({ state: "accepted", decidedById: town.people.lin, decidedAt: town.now }).where(eq(factProposals.kind, "members")));
  await submitVisit(town.he, { ...form, version: 4, proposals: [{ ...tea, says: "改种白茶" }] as VisitForm["proposals"] });
  expect(await kept(town)).toEqual(["改种茶叶 declined", "添了一个孙女 accepted", "改种白茶 open"]);
  const page = (await visitInFull(town.he, form.id))!.proposals;
  expect(page.map(({ heading, state, decidedBy, why }) => [heading, state, decidedBy, why])).toEqual([
    ["收入来源·务农", "declined", "何国富", "作者在走访日志里改了说法"], ["家庭成员", "accepted", "林晓", ""], ["收入来源·务农", "open", null, ""],
  ]);

  // And back to the first words: they are said again, not thought said.
  await recallVisit(town.he, { visitId: form.id, version: 5 });
  await submitVisit(town.he, { ...form, version: 6, proposals: [tea] as VisitForm["proposals"] });
  expect(await kept(town)).toEqual(["改种茶叶 declined", "添了一个孙女 accepted", "改种白茶 declined", "改种茶叶 open"]);
});

test("a visit that did not happen says nothing of the household, nor does one that says nothing", async () => {
  const town = await township();
  await submitVisit(town.he, aVisit(town, { notDone: "nobody_home", proposals: [tea] }));
  await submitVisit(town.he, aVisit(town));
  expect(await kept(town)).toEqual([]);
});

test("an older phone's print of a visit is what it was; other words of the file are other words", async () => {
  const town = await township();
  const form = aVisit(town);
  await submitVisit(town.he, form);
  const [old] = await town.store.read.select({ hash: tables.visits.bodyHash }).from(tables.visits);
  const { proposals, ...older } = form;
  expect(proposals).toEqual([]);
  await submitVisit(town.he, VisitForm.parse(older));
  expect((await town.store.read.select({ hash: tables.visits.bodyHash }).from(tables.visits))[0]).toEqual(old);
  await expect(submitVisit(town.he, { ...form, proposals: [tea] as VisitForm["proposals"] })).rejects.toMatchObject({ code: "conflict" });
});

test("what is refused, and under which field", async () => {
  const town = await township();
  const faults = (proposals: unknown) => VisitForm.safeParse({ ...aVisit(town), id: newId(), proposals }).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(faults([{ ...tea, says: " " }])).toEqual([["proposals.0.says", "写一写现在的情况，问不到就点“不清楚”"]]);
  expect(faults([tea, { ...tea, says: "3301021957010112345" }])).toEqual([["proposals.1.says", "这里不收身份证号，删掉那 18 位号码"]]);
  expect(faults([{ kind: "income", topic: "housing", says: "漏雨" }])).toEqual([["proposals.0.kind", "去掉这一条，重新选一项"]]);
  expect(faults([tea, tea, tea, tea, tea])).toEqual([["proposals", "户情变化最多 4 条"]]);
});

test("who may not read the file reads no words of it on the visit's page", async () => {
  const town = await township();
  const form = aVisit(town, { proposals: [tea] });
  await submitVisit(town.lin, form);
  const seen = async (who: "lin" | "wang" | "he" | "chen") => JSON.stringify((await visitInFull(town[who], form.id)) ?? {}).includes("改种茶叶");
  expect([await seen("lin"), await seen("chen"), await seen("wang"), await seen("he")]).toEqual([true, true, false, false]);
});
