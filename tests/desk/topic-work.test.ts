import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { raiseProblem } from "@/lib/problems/acts";
import { ProblemForm } from "@/lib/problems/forms";
import { stopTopic } from "@/lib/topics/acts";
import { leaveTopic } from "@/lib/topics/acts-members";
import { linkEvidence, unlinkEvidence } from "@/lib/topics/acts-evidence";
import { addMilestone, dropMilestone, finishMilestone, reviseMilestone } from "@/lib/topics/acts-milestones";
import { addNote } from "@/lib/topics/acts-notes";
import { NoteForm } from "@/lib/topics/forms-work";
import { picksFor } from "@/lib/topics/reads-pick";
import { countEvidence, evidenceByMilestone, evidencePage, milestonesOf, notesPage } from "@/lib/topics/reads-work";
import { saveDraft, submitVisit } from "@/lib/visits/acts";
import { aMilestone, aTopic, evidence, sits } from "../support/topics";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const today = "2026-03-04" as Day;

async function begun() {
  const town = await township();
  const topicId = await aTopic(town);
  return { town, topicId, lin: await sits(town, "lin"), zhao: await sits(town, "zhao"), chen: await sits(town, "chen") };
}
const heardOn = async (town: Town, id: Id<"topic">) => (await town.store.read.select({ on: tables.topics.heardOn }).from(tables.topics).where(eq(tables.topics.id, id)))[0]!.on;
const deeds = async (town: Town) => (await town.store.read.select({ action: tables.ledger.action }).from(tables.ledger).orderBy(tables.ledger.id)).map(({ action }) => action);
const note = (topicId: Id<"topic">, words: string) => NoteForm.parse({ id: newId<"topicNote">(), topicId, words });
const problem = (town: Town, title: string, householdCode = "") =>
  ProblemForm.parse({ id: newId<"problem">(), title, topic: "environment", villageId: town.villages.dongling, householdCode });

test("a milestone is added once however often it is sent, revised, finished, finished after all not, taken out and put back", async () => {
  const { town, topicId, lin, zhao } = await begun();
  const form = aMilestone(town, topicId);
  await addMilestone(lin, form);
  await addMilestone(lin, form);
  await reviseMilestone(zhao, { milestoneId: form.id, title: "走完 40 户问卷", ownerId: town.people.lin, dueOn: "2026-03-12" as Day });
  await finishMilestone(zhao, { milestoneId: form.id, doneOn: "2026-03-02" as Day });
  expect(await milestonesOf(lin, topicId)).toEqual([{ id: form.id, title: "走完 40 户问卷", ownerId: town.people.lin, owner: "林晓", dueOn: "2026-03-12", doneOn: "2026-03-02", droppedOn: null }]);
  await expect(reviseMilestone(lin, { milestoneId: form.id, title: "改名", ownerId: town.people.lin, dueOn: today })).rejects.toMatchObject({ code: "conflict" });
  await expect(finishMilestone(lin, { milestoneId: form.id, doneOn: today })).rejects.toMatchObject({ code: "conflict" });
  await finishMilestone(lin, { milestoneId: form.id, doneOn: null });
  await dropMilestone(lin, { milestoneId: form.id, dropped: true });
  await expect(finishMilestone(lin, { milestoneId: form.id, doneOn: today })).rejects.toMatchObject({ code: "conflict" });
  await dropMilestone(lin, { milestoneId: form.id, dropped: false });
  expect(await milestonesOf(zhao, topicId)).toMatchObject([{ doneOn: null, droppedOn: null }]);
  expect((await deeds(town)).filter((one) => one.startsWith("milestone"))).toEqual(["milestone.add", "milestone.revise", "milestone.finish", "milestone.finish", "milestone.drop", "milestone.drop"]);
});

test("its owner is of the group now, and its day of completion is not in the future", async () => {
  const { town, topicId, lin, chen } = await begun();
  for (const ownerId of [town.people.wang, town.people.chen]) await expect(addMilestone(lin, aMilestone(town, topicId, { ownerId }))).rejects.toMatchObject({ field: "ownerId" });
  const form = aMilestone(town, topicId);
  await addMilestone(lin, form);
  await expect(finishMilestone(lin, { milestoneId: form.id, doneOn: addDays(today, 1) })).rejects.toMatchObject({ field: "doneOn" });
  const [zhaos] = await town.store.read.select().from(tables.topicMembers).where(eq(tables.topicMembers.personId, town.people.zhao));
  await leaveTopic(chen, { memberId: zhaos!.id });
  await expect(addMilestone(lin, aMilestone(town, topicId))).rejects.toMatchObject({ field: "ownerId" });
  await expect(reviseMilestone(lin, { milestoneId: form.id, title: "走完问卷", ownerId: town.people.zhao, dueOn: today })).resolves.toBeUndefined(); // whose it was, it may stay
  await expect(addMilestone(await sits(town, "zhao", 1), aMilestone(town, topicId, { ownerId: town.people.lin }))).rejects.toMatchObject({ code: "not-found" });
});

test("whatever the group does ends its silence; in a stopped topic nobody writes any more", async () => {
  const { town, topicId } = await begun();
  const { id: visitId } = await submitVisit(await sits(town, "lin"), aVisit(town));
  const form = aMilestone(town, topicId);
  const link = evidence(topicId, { kind: "visit", id: visitId });
  const writing: ((who: Awaited<ReturnType<typeof sits>>) => Promise<unknown>)[] = [
    (lin) => addMilestone(lin, form), (lin) => addNote(lin, note(topicId, "走了两户")), (lin) => linkEvidence(lin, link),
    (lin) => reviseMilestone(lin, { milestoneId: form.id, title: "换个说法", ownerId: form.ownerId, dueOn: form.dueOn }),
    (lin) => finishMilestone(lin, { milestoneId: form.id, doneOn: today }), (lin) => dropMilestone(lin, { milestoneId: form.id, dropped: true }), (lin) => unlinkEvidence(lin, { evidenceId: link.id }),
  ];
  for (const [place, write] of writing.entries()) {
    await write(await sits(town, "lin", place + 1));
    expect([place, await heardOn(town, topicId)]).toEqual([place, addDays(today, place + 1)]);
  }
  await addNote(await sits(town, "lin"), note(topicId, "补记前几天"));
  expect(await heardOn(town, topicId)).toBe(addDays(today, writing.length));
  const another = aMilestone(town, topicId);
  const linked = evidence(topicId, { kind: "visit", id: visitId });
  await addMilestone(await sits(town, "lin"), another);
  await linkEvidence(await sits(town, "lin"), linked);
  const [{ version } = { version: 0 }] = await town.store.read.select({ version: tables.topics.version }).from(tables.topics).where(eq(tables.topics.id, topicId));
  await stopTopic(town.chen, { topicId, version, reason: "并到别的课题" });
  const lin = await sits(town, "lin");
  for (const write of [
    () => addMilestone(lin, aMilestone(town, topicId)), () => addNote(lin, note(topicId, "还想写")), () => linkEvidence(lin, evidence(topicId, { kind: "visit", id: visitId })),
    () => finishMilestone(lin, { milestoneId: another.id, doneOn: today }), () => dropMilestone(lin, { milestoneId: another.id, dropped: true }), () => unlinkEvidence(lin, { evidenceId: linked.id }),
  ]) await expect(write()).rejects.toThrow(/中止/);
});

test("notes turn their pages by key, none twice and none left out, and one sent twice is one", async () => {
  const { topicId, town, lin } = await begun();
  for (let n = 0; n < 13; n++) {
    const one = note(topicId, `第 ${n} 句`);
    await addNote(lin, one);
    await addNote(lin, one);
  }
  const pages = [await notesPage(lin, topicId)];
  while (pages.at(-1)!.next) pages.push(await notesPage(lin, topicId, pages.at(-1)!.next));
  const all = pages.flatMap(({ notes }) => notes.map(({ words }) => words));
  expect([pages.length, all.length, new Set(all).size]).toEqual([3, 13, 13]);
  expect(NoteForm.safeParse({ ...note(topicId, "好的"), words: "长".repeat(501) }).error?.issues[0]?.message).toContain("删 1 字");
  expect(NoteForm.safeParse({ ...note(topicId, "好的"), words: "他的号是 330109199001010011" }).error?.issues[0]?.message).toContain("不收身份证号");
  expect(await deeds(town)).toHaveLength(14);
});

const visitFor = async (town: Town, who: Who, over: object = {}) => (await submitVisit(await sits(town, who), aVisit(town, over))).id;

test("evidence is a visit that was handed in or a problem, of those I see; a second link to the same is refused in words", async () => {
  const { town, topicId, lin, zhao } = await begun();
  const mine = await visitFor(town, "lin");
  const zhaos = await visitFor(town, "zhao", { householdId: town.homes.sun });
  const draft = aVisit(town, { account: "还没写完" });
  await saveDraft(lin, draft);
  const raised = problem(town, "屋后水沟堵了", "001");
  await raiseProblem(await sits(town, "he"), raised);
  const milestone = aMilestone(town, topicId);
  await addMilestone(lin, milestone);
  for (const id of [zhaos, draft.id, newId<"visit">()]) await expect(linkEvidence(lin, evidence(topicId, { kind: "visit", id }))).rejects.toMatchObject({ field: "pick" });
  await expect(linkEvidence(zhao, evidence(topicId, { kind: "problem", id: raised.id }))).rejects.toMatchObject({ field: "pick" });
  const first = evidence(topicId, { kind: "visit", id: mine }, { words: "同一条沟堵了三回", milestoneId: milestone.id });
  await linkEvidence(lin, first);
  await linkEvidence(lin, first);
  await linkEvidence(lin, evidence(topicId, { kind: "problem", id: raised.id }));
  await expect(linkEvidence(lin, evidence(topicId, { kind: "visit", id: mine }))).rejects.toThrow("这篇走访已经在佐证里，2026-03-04 林晓 加的");
  await expect(linkEvidence(lin, evidence(topicId, { kind: "problem", id: raised.id }))).rejects.toThrow("这个问题已经在佐证里");
  const other = await aTopic(town, { leaderId: town.people.lin, memberIds: [] });
  await expect(linkEvidence(await sits(town, "lin"), evidence(other, { kind: "visit", id: mine }, { milestoneId: milestone.id }))).rejects.toMatchObject({ field: "milestoneId" });
  expect([await countEvidence(lin, topicId), (await evidenceByMilestone(lin, topicId)).get(milestone.id)]).toEqual([2, 1]);
  await unlinkEvidence(zhao, { evidenceId: first.id });
  expect(await countEvidence(lin, topicId)).toBe(1);
  expect(await town.store.read.select().from(tables.visits).where(eq(tables.visits.id, mine))).toHaveLength(1);
});

test("who may not see the household reads day, village and kind, and not one letter more; the office reads a masked name", async () => {
  const { town, topicId, lin, zhao, chen } = await begun();
  const visitId = await visitFor(town, "lin", { account: "张建国说屋后水沟堵了，他女儿张小英也在" });
  const raised = problem(town, "张建国家屋后水沟堵了", "001");
  await raiseProblem(await sits(town, "he"), raised);
  await linkEvidence(lin, evidence(topicId, { kind: "visit", id: visitId }));
  await linkEvidence(lin, evidence(topicId, { kind: "problem", id: raised.id }));
  const told = JSON.stringify(await evidencePage(zhao, topicId));
  for (const canary of ["张", "水沟", "小英", visitId, raised.id, town.homes.zhang]) expect([canary, told.includes(canary)]).toEqual([canary, false]);
  expect((await evidencePage(zhao, topicId)).evidence).toMatchObject([{ on: today, village: "东岭村", visitKind: null, seen: undefined }, { on: "2026-03-03", village: "东岭村", visitKind: "household_day", seen: undefined }]);
  for (const desk of [lin, chen]) {
    const { evidence: rows } = await evidencePage(desk, topicId);
    expect(rows.map(({ seen }) => seen)).toEqual([{ href: `/problems/${raised.id}`, title: "张建国家屋后水沟堵了 · 张** 户" }, { href: `/visits/${visitId}`, title: "张** 户" }]);
  }
  const judge = await sits(town, "kao");
  for (const desk of [judge, await sits(town, "he"), await sits(town, "guan")]) expect((await evidencePage(desk, topicId)).evidence).toEqual([]);
});

test("the picker finds by characters, pinyin and initials, by household, village, person and words, and only what I see", async () => {
  const { town, topicId, lin, zhao } = await begun();
  const one = await visitFor(town, "lin", { account: "老人反映路灯不亮" });
  const firm = await visitFor(town, "lin", { kind: "enterprise", householdId: null, enterpriseId: town.firm, account: "缺两个熟练工" });
  const zhaos = await visitFor(town, "zhao", { householdId: town.homes.sun, account: "路灯也不亮" });
  const raised = problem(town, "屋后水沟堵了", "001");
  await raiseProblem(await sits(town, "he"), raised);
  const ids = async (desk: typeof lin, q: string) => (await picksFor(desk, topicId, q)).map(({ id }) => id).sort();
  const mine = [one, firm, raised.id].sort();
  for (const [q, found] of [
    ["张建国", [one, raised.id]], ["zhangjianguo", [one, raised.id]], ["zjg", [one, raised.id]], ["东岭", mine], ["dlc", mine], ["林晓", [one, firm]], ["lx", [one, firm]],
    ["竹艺", [firm]], ["dlzyc", [firm]], ["路灯", [one]], ["水沟", [raised.id]], ["wuhoushuigou", [raised.id]], ["whsg", [raised.id]], ["孙桂花", []], ["桂花", []],
  ] as const) expect([q, await ids(lin, q)]).toEqual([q, [...found].sort()]);
  expect(await ids(zhao, "路灯")).toEqual([zhaos]);
  expect(await ids(zhao, "zjg")).toEqual([]);
  expect(await ids(lin, "")).toEqual([one, firm].sort());
  await linkEvidence(lin, evidence(topicId, { kind: "visit", id: one }));
  const [there] = (await picksFor(lin, topicId, "路灯"));
  expect(there).toMatchObject({ linked: true, title: "03-03 周二 东岭村 张** 户", note: "日访 · 林晓 · 户号 001" });
  expect(JSON.stringify(await picksFor(lin, topicId, "张建国"))).not.toContain("张建国");
});

test("outside the group nobody writes: whoever sees the topic is forbidden, for everybody else there is none", async () => {
  const { town, topicId, lin } = await begun();
  const form = aMilestone(town, topicId);
  await addMilestone(lin, form);
  for (const who of ["wang", "zhou", "he", "ge", "kao", "zhen", "guan", "shen"] as const) {
    const desk = await sits(town, who);
    const code = who === "zhen" ? "forbidden" : "not-found";
    for (const write of [
      () => addMilestone(desk, aMilestone(town, topicId)), () => addNote(desk, note(topicId, "不该写的")), () => finishMilestone(desk, { milestoneId: form.id, doneOn: today }),
      () => dropMilestone(desk, { milestoneId: form.id, dropped: true }), () => reviseMilestone(desk, { milestoneId: form.id, title: "改名字", ownerId: form.ownerId, dueOn: today }),
    ]) await expect(write(), who).rejects.toMatchObject({ code });
    expect((await milestonesOf(desk, topicId)).length, who).toBe(who === "zhen" ? 1 : 0);
  }
  await addNote(await sits(town, "chen"), note(topicId, "党建办补一句"));
});
