import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { discardDraft, recallVisit, saveDraft, submitVisit } from "@/lib/visits/acts";
import { reviewVisit, unlockVisit } from "@/lib/visits/acts-review";
import { VisitForm } from "@/lib/visits/forms";
import { myWeek, visitsPage } from "@/lib/visits/reads";
import { doorById } from "@/lib/visits/reads-doors";
import { visitInFull } from "@/lib/visits/reads-one";
import { countReviews, reviewsPage } from "@/lib/visits/reads-reviews";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const approve = (visitId: VisitForm["id"], version = 1) => ({ visitId, version, verdict: "approve" as const, note: "" });
const sendBack = (visitId: VisitForm["id"], version = 1) => ({ visitId, version, verdict: "return" as const, note: "水沟堵了多久？" });

test("a visit handed in waits with the mentor and is counted at the office", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  expect((await reviewsPage(town.wang, "mine")).rows).toMatchObject([{ id, author: "林晓", maskedName: "张**" }]);
  expect(await countReviews(town.chen, "all")).toBe(1);
  expect(await countReviews(town.chen, "unassigned")).toBe(0);
  expect(await visitInFull(town.zhao, id)).toBeUndefined();
});

test("without a mentor it goes to the office and is seen there", async () => {
  const town = await township();
  await submitVisit(town.zhao, aVisit(town, { householdId: town.homes.sun }));
  expect(await countReviews(town.chen, "unassigned")).toBe(1);
});

test("on a pairing's last day what is handed in waits at the office, for tomorrow the mentor may not answer", async () => {
  const town = await township();
  await town.store.write((tx) => tx.update(tables.pairings).set({ state: "ended", endedOn: town.lin.me.today }));
  await submitVisit(town.lin, aVisit(town));
  expect(await countReviews(town.chen, "unassigned")).toBe(1);
});

test("the same form three times is one visit, one problem, one history; other words under its id are refused", async () => {
  const town = await township();
  const form = aVisit(town, { matter: "report", problemTitle: "屋后水沟堵塞" });
  await Promise.all([submitVisit(town.lin, form), submitVisit(town.lin, form), submitVisit(town.lin, form)]);
  const { visits, problems, visitSteps, ledger } = town.lin.see;
  expect(await town.lin.select().from(visits)).toHaveLength(1);
  expect(await town.lin.select().from(problems)).toMatchObject([{ title: "屋后水沟堵塞", state: "collected", topic: "environment" }]);
  expect(await town.lin.select().from(visitSteps)).toHaveLength(1);
  expect((await town.lin.select().from(ledger)).map((l) => l.action)).toEqual(["visit.submit", "problem.raise"]);
  await expect(submitVisit(town.lin, { ...form, account: "别的话" })).rejects.toMatchObject({ code: "conflict" });
  await expect(submitVisit(town.zhao, { ...form, householdId: town.homes.sun })).rejects.toMatchObject({ code: "not-found" });
});

test("returned, mended and handed in again: the note is there, both versions are kept, the problem is not doubled", async () => {
  const town = await township();
  const form = aVisit(town, { matter: "report" });
  const { id } = await submitVisit(town.lin, form);
  await reviewVisit(town.wang, sendBack(id));
  expect(await visitInFull(town.lin, id)).toMatchObject({ visit: { state: "returned" }, steps: [{ move: "submit" }, { note: "水沟堵了多久？" }] });
  await submitVisit(town.lin, { ...form, version: 2, account: `${form.account}堵了半个月。` });
  const full = await visitInFull(town.wang, id);
  expect(full).toMatchObject({ visit: { state: "submitted", version: 3 } });
  expect(full!.versions.map((v) => v.account.length)).toEqual([form.account.length, form.account.length + 6]);
  await reviewVisit(town.wang, approve(id, 3));
  expect(await town.lin.select().from(town.lin.see.problems)).toHaveLength(1);
});

test("only the mentor of today reviews; a stranger does not learn that the visit exists; nobody reviews their own", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  await expect(reviewVisit(town.zhou, approve(id))).rejects.toMatchObject({ code: "not-found" });
  await expect(reviewVisit(town.lin, approve(id))).rejects.toMatchObject({ code: "forbidden" });
  await expect(reviewVisit(town.chen, approve(id))).rejects.toMatchObject({ field: "note" });
  await town.store.write((tx) => tx.update(tables.pairings).set({ state: "ended", endedOn: "2026-03-03" as never }));
  const former = (await Desk.of(town.store, town.people.wang, town.now))!;
  await expect(reviewVisit(former, approve(id))).rejects.toMatchObject({ code: "forbidden" });
});

test("of two verdicts one lands, and the other hears whose it was", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  const results = await Promise.allSettled([reviewVisit(town.wang, approve(id)), reviewVisit(town.wang, sendBack(id))]);
  expect(results.map((r) => r.status)).toEqual(["fulfilled", "rejected"]);
  expect(results[1]).toMatchObject({ reason: { message: "已由 王建国 批阅：通过" } });
  const lines = await town.shen.select().from(town.shen.see.ledger).where(eq(town.shen.see.ledger.subjectId, id));
  expect(lines.map((l) => l.action)).toEqual(["visit.submit", "visit.approve"]);
  expect(lines[1]!.changed).toMatchObject({ state: ["submitted", "approved"], version: [1, 2] });
});

test("转交 sends it to the office, where the week's books do not change", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  await reviewVisit(town.wang, { visitId: id, version: 1, verdict: "pass_on", note: "我休假一周" });
  expect(await countReviews(town.wang, "mine")).toBe(0);
  expect(await countReviews(town.chen, "unassigned")).toBe(1);
  expect(await town.chen.select().from(town.chen.see.villageWeeks)).toMatchObject([{ dayVisits: 1, nightTalks: 0 }]);
});

test("recalled, it is a draft again: out of the mentor's sight and out of the books", async () => {
  const town = await township();
  const form = aVisit(town);
  await submitVisit(town.lin, form);
  await recallVisit(town.lin, { visitId: form.id, version: 1 });
  expect(await countReviews(town.wang, "mine")).toBe(0);
  expect(await visitInFull(town.wang, form.id)).toBeUndefined();
  expect(await town.chen.select().from(town.chen.see.villageWeeks)).toMatchObject([{ dayVisits: 0 }]);
  const [home] = await town.lin.select().from(town.lin.see.households).where(eq(town.lin.see.households.id, town.homes.zhang));
  expect(home).toMatchObject({ lastVisitedOn: null });
  await expect(discardDraft(town.lin, { visitId: form.id, version: 2 })).rejects.toMatchObject({ code: "conflict" });
});

test("a draft is its author's alone, grows into a visit, or is thrown away without a trace of its words", async () => {
  const town = await township();
  const form = aVisit(town, { account: "", topics: [], matter: null, notDone: "errand" });
  await saveDraft(town.lin, form);
  expect((await visitsPage(town.chen, {})).rows).toEqual([]);
  expect(await myWeek(town.lin)).toMatchObject({ drafts: 1, day: 0 });
  await submitVisit(town.lin, { ...aVisit(town), id: form.id, version: 1 });
  expect(await countReviews(town.wang, "mine")).toBe(1);
  const other = aVisit(town);
  await saveDraft(town.lin, other);
  await discardDraft(town.lin, { visitId: other.id, version: 1 });
  expect((await visitsPage(town.lin, {})).rows).toHaveLength(1);
});

test("tomorrow is refused on its date, and nobody visits a household they do not serve", async () => {
  const town = await township();
  await expect(submitVisit(town.lin, aVisit(town, { visitedOn: "2026-03-05" }))).rejects.toMatchObject({ field: "visitedOn" });
  await expect(submitVisit(town.lin, aVisit(town, { visitedOn: "2024-03-05" }))).rejects.toMatchObject({ field: "visitedOn" });
  await expect(submitVisit(town.lin, aVisit(town, { companionIds: [newId<"person">()] }))).rejects.toMatchObject({ field: "companionIds" });
  await expect(submitVisit(town.lin, aVisit(town, { householdId: town.homes.sun }))).rejects.toMatchObject({ field: "householdId" });
  await expect(submitVisit(town.wang, aVisit(town))).rejects.toMatchObject({ code: "forbidden" });
  await expect(submitVisit(town.chen, aVisit(town))).rejects.toMatchObject({ code: "forbidden" });
  expect(await town.chen.select().from(town.chen.see.visits)).toEqual([]);
});

test("the form knows of every door when somebody called there last, and who", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  expect(await doorById(town.lin, town.homes.zhang)).toMatchObject({ daysSince: 1, lastBy: "林晓", last: "上次 03-03 林晓" });
  expect(await doorById(town.lin, town.homes.li)).toMatchObject({ daysSince: null, last: "还没访过" });
});

test("approved, it opens again only for the office and a reason", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  await reviewVisit(town.wang, approve(id));
  const unlock = { visitId: id, version: 2, note: "户主要求更正" };
  await expect(unlockVisit(town.wang, unlock)).rejects.toMatchObject({ code: "forbidden" });
  await unlockVisit(town.chen, unlock);
  expect(await visitInFull(town.lin, id)).toMatchObject({ visit: { state: "returned" } });
});

test("a missed visit needs its reason and nothing else", () => {
  const form = { ...aVisit({ homes: { zhang: newId(), li: newId(), sun: newId(), qian: newId() } }), account: "", topics: [], matter: null };
  expect(VisitForm.safeParse({ ...form, notDone: "nobody_home" }).success).toBe(true);
  expect(VisitForm.safeParse(form).error?.issues.map((i) => i.path[0])).toEqual(["topics", "account", "matter"]);
});
