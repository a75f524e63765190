import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { pair } from "@/db/seed/place";
import { openDefence, planDefence } from "@/lib/defences/acts";
import { closeDefence, publishDefences, reopenDefence } from "@/lib/defences/acts-results";
import { reopenSheet, saveMark, submitSheet } from "@/lib/defences/acts-sheets";
import { DefenceForm } from "@/lib/defences/forms";
import { criteriaOf, defencesOf, earlierSheets, judgesOf, resultsOf } from "@/lib/defences/reads";
import type { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { aDefence, aPerson, aTopic, deskOf, fiveJudges, openOne, versionOf } from "@/tests/support/defences";
import { township } from "@/tests/support/township";

type Open = Awaited<ReturnType<typeof openOne>>;

/** One judge marks every criterion and hands in. */
async function score(desk: Desk, { defenceId, criteria }: Open, points: readonly number[], submit = true): Promise<void> {
  for (const [i, { id }] of criteria.entries()) await saveMark(desk, { defenceId, criterionId: id, points: points[i]! });
  if (submit) await submitSheet(desk, { defenceId, marks: criteria.map(({ id }, i) => ({ criterionId: id, points: points[i]! })) });
}
const ledgerOf = (town: Town, action: string) => town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, action));
const close = async (desk: Desk, { topicId, defenceId }: Open) => closeDefence(desk, { defenceId, version: await versionOf(desk, topicId) });
const publish = async (desk: Desk, { topicId, defenceId }: Open, why = "") =>
  publishDefences(desk, { defences: [{ defenceId, version: await versionOf(desk, topicId) }], why });
const resultOf = async (desk: Desk, { defenceId }: Open) => (await resultsOf(desk, defenceId))[0];
const told = async (desk: Desk) => (await desk.select({ kind: desk.see.notices.kind }).from(desk.see.notices).where(isNull(desk.see.notices.doneAt))).map(({ kind }) => kind);

test("the whole of it: arranged, opened, scored, closed by one and published by another", async () => {
  const town = await township();
  const open = await openOne(town, { rule: "trimmed_mean" });
  expect(await told(open.judges[0]!)).toEqual(["scoring_waits"]);
  for (const [i, desk] of open.judges.entries()) await score(desk, open, [90 - i, 80, 70]);
  expect(await told(open.judges[0]!)).toEqual([]);
  await close(town.chen, open);
  // 90−i: 81.50, 81.10, 80.70, 80.30, 79.90; the first and the last are left out.
  expect(await resultOf(town.chen, open)).toMatchObject({ total: 8070, rule: "trimmed_mean", counted: 5, spread: 160 });
  await expect(publish(town.chen, open)).rejects.toMatchObject({ code: "forbidden" });
  expect(await resultOf(open.leader, open)).toBeUndefined();
  await publish(town.zhen, open);
  for (const desk of [open.leader, town.zhen, open.judges[2]!]) expect(await resultOf(desk, open)).toMatchObject({ total: 8070 });
  expect(await told(open.leader)).toEqual(["result_published"]);
  expect((await ledgerOf(town, "defence.publish"))).toHaveLength(1);
});

test("weights are a hundred together, levels fall, judges are who may judge, and the quorum can be met", async () => {
  const town = await township();
  const [topicId, judges] = [await aTopic(town), await fiveJudges(town)];
  const form = aDefence(town, topicId, judges);
  const wrong = (over: object) => DefenceForm.safeParse({ ...form, ...over }).error?.issues.map(({ message }) => message).join();
  expect(wrong({ criteria: form.criteria.map((one) => ({ ...one, weight: 33 })) })).toContain("现在是 99，还差 1");
  expect(wrong({ criteria: form.criteria.map((one) => ({ ...one, levels: one.levels.toReversed() })) })).toContain("从高到低");
  expect(wrong({ quorum: 6 })).toContain("一共 5 位评委");
  expect(wrong({ judgeIds: [] })).toBe("至少选一位评委"); // and not once more under another field
  await expect(planDefence(town.chen, { ...form, judgeIds: [...judges, town.people.ge] })).rejects.toThrow("葛小兰还没有评委角色");
  await expect(planDefence(town.lin, form)).rejects.toMatchObject({ code: "forbidden" });
  await planDefence(town.chen, form);
  await planDefence(town.chen, form); // sent twice
  expect(await defencesOf(town.chen, topicId)).toHaveLength(1);
  await expect(planDefence(town.chen, aDefence(town, topicId, judges))).rejects.toThrow("没有结束");
});

test("rule, weights and judges stand fast once scoring is open", async () => {
  const town = await township();
  const open = await openOne(town);
  const again = aDefence(town, open.topicId, open.judges.map(({ me }) => me.id), { id: open.defenceId, version: 2 });
  await expect(planDefence(town.chen, again)).rejects.toThrow("评分中");
  await expect(openDefence(town.chen, { defenceId: open.defenceId, version: 2 })).rejects.toThrow("评分中");
});

test("papers are locked as scoring opens, and the latest of each is the one that is judged", async () => {
  const town = await township();
  const [topicId, judges] = [await aTopic(town), await fiveJudges(town)];
  const { deliverables, deliverableVersions } = tables;
  const paper = newId<"deliverable">();
  await town.store.write(async (tx) => {
    await tx.insert(deliverables).values({ id: paper, topicId, kind: "report", title: "调研报告" });
    for (const number of [1, 2]) await tx.insert(deliverableVersions).values({ deliverableId: paper, topicId, number, name: "报告.pdf", kind: "pdf", bytes: 9, hash: "h", file: `f${number}`, byId: town.people.lin, at: town.now });
  });
  const form = aDefence(town, topicId, judges);
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  const seen = (await deskOf(town, judges[0]!)).see;
  expect(await town.chen.select({ by: seen.deliverables.lockedById, at: seen.deliverables.lockedAt }).from(seen.deliverables)).toEqual([{ by: town.people.chen, at: town.now }]);
  expect(await town.store.read.select({ n: deliverableVersions.number, judged: deliverableVersions.judged }).from(deliverableVersions).orderBy(deliverableVersions.number))
    .toEqual([{ n: 1, judged: false }, { n: 2, judged: true }]);
});

test("whoever must stand back cannot score, not even if it came about after scoring opened; what they gave is not counted", async () => {
  const town = await township();
  const topicId = await aTopic(town);
  const judges = [...await fiveJudges(town), town.people.wang, await aPerson(town, "农办人", ["judge"], "农业办")];
  const form = aDefence(town, topicId, judges);
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  const open = { topicId, defenceId: form.id, criteria: form.criteria, leader: await deskOf(town, town.people.lin), judges: await Promise.all(judges.map((id) => deskOf(town, id))) };
  await expect(score(open.judges[5]!, open, [90, 90, 90])).rejects.toThrow("你和组里的人结对");
  await expect(score(open.judges[6]!, open, [90, 90, 90])).rejects.toThrow("同部门");
  for (const desk of open.judges.slice(0, 4)) await score(desk, open, [80, 80, 80]);
  await score(open.judges[4]!, open, [10, 10, 10]);
  await town.store.write((tx) => pair(tx, judges[4]!, town.people.zhao, town.now, 1)); // now a member's mentor
  await close(town.chen, open);
  expect(await resultOf(town.chen, open)).toMatchObject({ total: 8000, counted: 4, spread: 0 });
  const seated = await judgesOf(town.chen, (await defencesOf(town.chen, topicId))[0]!, await criteriaOf(town.chen, form.id));
  expect(seated.map(({ recusals }) => recusals.map(({ cause, of }) => `${cause} ${of}`).join())).toEqual(["", "", "", "", "pairing 赵宁", "pairing 林晓", "department 农业办"]);
});

test("too few who may score: it does not open, and says how many", async () => {
  const town = await township();
  const topicId = await aTopic(town);
  const form = aDefence(town, topicId, [town.people.wang, ...(await fiveJudges(town)).slice(0, 2)], { quorum: 3 });
  await planDefence(town.chen, form);
  await expect(openDefence(town.chen, { defenceId: form.id, version: 1 })).rejects.toThrow("能评的只有 2 位，不到法定人数 3");
});

test("below the quorum it is published only with a reason, which everybody reads; with nobody's score never", async () => {
  const town = await township();
  const open = await openOne(town, { quorum: 3 });
  await close(town.chen, open);
  await expect(publish(town.zhen, open, "就这样公布了")).rejects.toThrow("没有成绩可以公布");
  await reopenDefence(town.chen, { defenceId: open.defenceId, version: await versionOf(town.chen, open.topicId), reason: "没有人评分" });
  for (const desk of open.judges.slice(0, 2)) await score(desk, open, [80, 80, 80]);
  await close(town.chen, open);
  await expect(publish(town.zhen, open)).rejects.toThrow("只有 2 位评委的评分，不到法定人数 3");
  await publish(town.zhen, open, "两位评委临时有防汛任务");
  expect((await defencesOf(open.leader, open.topicId))[0]).toMatchObject({ state: "published", belowQuorum: "两位评委临时有防汛任务" });
});

test("several are published together or none of them is", async () => {
  const town = await township();
  const [one, two] = [await openOne(town), await openOne(town)];
  for (const desk of one.judges) await score(desk, one, [80, 80, 80]);
  for (const open of [one, two]) await close(town.chen, open);
  const both = await Promise.all([one, two].map(async ({ defenceId, topicId }) => ({ defenceId, version: await versionOf(town.chen, topicId) })));
  await expect(publishDefences(town.zhen, { defences: both, why: "" })).rejects.toThrow("没有成绩");
  expect(await resultOf(one.leader, one)).toBeUndefined();
});

test("a sheet given back stays as it was, its judge sees nothing of the others again, and the new one counts", async () => {
  const town = await township();
  const open = await openOne(town);
  for (const desk of open.judges) await score(desk, open, [80, 80, 80]);
  await expect(score(open.judges[0]!, open, [90, 90, 90], false)).rejects.toThrow("已经交了");
  const standing = async (desk: Desk) => (await desk.select({ id: desk.see.sheets.id }).from(desk.see.sheets)).length;
  expect(await standing(open.judges[0]!)).toBe(5);
  const [mine] = await open.judges[0]!.select({ id: open.judges[0]!.see.sheets.id }).from(open.judges[0]!.see.sheets).where(eq(open.judges[0]!.see.sheets.personId, open.judges[0]!.me.id));
  await reopenSheet(town.chen, { sheetId: mine!.id, reason: "看错了评分项" });
  expect(await standing(open.judges[0]!)).toBe(2); // both of their own
  await score(open.judges[0]!, open, [90, 90, 90]);
  await close(town.chen, open);
  expect(await resultOf(town.chen, open)).toMatchObject({ total: 8200, counted: 5 });
  const asked = await criteriaOf(town.chen, open.defenceId);
  expect((await earlierSheets(town.chen, open.defenceId, asked)).map(({ total, why }) => [total, why])).toEqual([[8000, "看错了评分项"]]);
});

test("opened again, the old result stays to be read with its reason and does not stand", async () => {
  const town = await township();
  const open = await openOne(town);
  for (const desk of open.judges.slice(0, 3)) await score(desk, open, [80, 80, 80]);
  await close(town.chen, open);
  await publish(town.zhen, open);
  await reopenDefence(town.chen, { defenceId: open.defenceId, version: await versionOf(town.chen, open.topicId), reason: "第一位评委看错了表" });
  expect(await resultOf(open.leader, open)).toBeUndefined();
  expect(await told(open.leader)).toEqual(["topic_moved"]);
  // Everybody has read the marks: who had not scored does not begin now.
  await expect(score(open.judges[3]!, open, [100, 100, 100])).rejects.toThrow("公布过");
  const { see } = town.chen;
  const [first] = await town.chen.select({ id: see.sheets.id }).from(see.sheets).where(eq(see.sheets.personId, open.judges[0]!.me.id));
  await reopenSheet(town.chen, { sheetId: first!.id, reason: "看错了评分表" });
  await score(open.judges[0]!, open, [95, 95, 95]);
  await close(town.chen, open);
  expect((await resultsOf(town.chen, open.defenceId)).map(({ round, total, undoneWhy, publishedById }) => [round, total, undoneWhy, publishedById]))
    .toEqual([[2, 8500, "", null], [1, 8000, "第一位评委看错了表", town.people.zhen]]);
});

test("fifty taps and fifty hand-ins at once: one sheet, one mark a criterion, one line in the ledger for handing in", async () => {
  const town = await township();
  const open = await openOne(town);
  const [judge] = open.judges;
  await Promise.all(Array.from({ length: 50 }, (_, n) => saveMark(judge!, { defenceId: open.defenceId, criterionId: open.criteria[n % 3]!.id, points: 60 + n % 3 })));
  const done = await Promise.allSettled(Array.from({ length: 50 }, () => submitSheet(judge!, { defenceId: open.defenceId, marks: open.criteria.map(({ id }) => ({ criterionId: id, points: 77 })) })));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await ledgerOf(town, "sheet.begin"), await ledgerOf(town, "sheet.submit")].map((rows) => rows.length)).toEqual([1, 1]);
  expect((await town.store.read.select().from(tables.marks)).map(({ points }) => points)).toEqual([77, 77, 77]); // as it was confirmed, not as the taps came in
});

test("of fifty who end the scoring at once one does", async () => {
  const town = await township();
  const open = await openOne(town);
  const version = await versionOf(town.chen, open.topicId);
  const done = await Promise.allSettled(Array.from({ length: 50 }, () => closeDefence(town.chen, { defenceId: open.defenceId, version })));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ledgerOf(town, "defence.close")).toHaveLength(1);
});

test("the database itself refuses the one who ended the scoring as its publisher", async () => {
  const town = await township();
  const open = await openOne(town);
  await close(town.chen, open);
  const one = eq(tables.defences.id, open.defenceId);
  await expect(town.store.write(async (tx) => void (await tx.update(tables.defences).set({ publishedById: town.people.chen }).where(one)))).rejects.toThrow();
});
