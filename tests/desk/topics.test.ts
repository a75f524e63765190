import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { newId } from "@/lib/kernel/id";
import { letLeave } from "@/lib/people/acts-leave";
import { openTopic, planGates, resumeTopic, reviseTopic, stopTopic } from "@/lib/topics/acts";
import { tickItem } from "@/lib/topics/acts-gates";
import { joinTopic, leaveTopic } from "@/lib/topics/acts-members";
import { JoinForm } from "@/lib/topics/forms";
import { finishedTopics, memberChoices, topicOf, topicsOnBoard } from "@/lib/topics/reads";
import { gate } from "@/lib/words/topic";
import { told } from "../support/notices";
import { aTopic, day, listed, move, opened, rowOf, seen } from "../support/topic-life";
import { sits } from "../support/topics";
import { township } from "../support/township";

const groupOf = async (town: Awaited<ReturnType<typeof township>>, id: ReturnType<typeof aTopic>["id"]) =>
  (await seen(town.chen, id)).members.map(({ name, part, startedOn, endedOn }) => [name, part, startedOn, endedOn]);
const joins = (topicId: ReturnType<typeof aTopic>["id"], personId: JoinForm["personId"], part: JoinForm["part"], before: JoinForm["before"] = "member") =>
  JoinForm.parse({ id: newId<"topicMember">(), topicId, personId, part, before });

test("the office opens a topic with its group, its villages and eight gates; sent twice, it is one", async () => {
  const town = await township();
  const form = aTopic(town, { villageIds: [town.villages.xiwu], dues: [{ gate: "kickoff", dueOn: "2026-04-01" }] });
  await openTopic(town.chen, form);
  await openTopic(town.chen, form);
  const topic = await seen(town.chen, form.id);
  expect(topic).toMatchObject({ gate: "approved", startedOn: "2026-03-04", heardOn: "2026-03-04", version: 1, villages: [{ name: "西坞村" }] });
  expect(topic.searchKey).toContain("linliyejian");
  expect(topic.members.map(({ name, part }) => [name, part])).toEqual([["林晓", "leader"], ["赵宁", "member"], ["周敏", "adviser"]]);
  expect(topic.gates.map((line) => [line.gate, line.dueOn])).toEqual(gate.values.map((one) => [one, one === "kickoff" ? "2026-04-01" : null]));
  expect(topic.steps.map(({ move: made }) => made)).toEqual(["open"]);
  expect((await topicsOnBoard(town.chen)).topics).toHaveLength(1);
  expect(await told(town)).toEqual(["lin topic_joined", "zhao topic_joined", "zhou topic_joined"]);
});

test("nobody else opens one, nobody is in it twice, and who runs the system or has left is in none", async () => {
  const town = await township();
  for (const who of ["lin", "wang", "zhen", "guan"] as const) await expect(openTopic(town[who], aTopic(town))).rejects.toThrow("党建办");
  await expect(openTopic(town.chen, aTopic(town, { adviserId: town.people.lin }))).rejects.toMatchObject({ field: "adviserId" });
  await expect(openTopic(town.chen, aTopic(town, { memberIds: [town.people.lin] }))).rejects.toMatchObject({ field: "memberIds" });
  await expect(openTopic(town.chen, aTopic(town, { leaderId: town.people.guan }))).rejects.toMatchObject({ field: "leaderId" });
  await letLeave(town.chen, { personId: town.people.zhao, reason: "调到区里" });
  await expect(openTopic(town.chen, aTopic(town))).rejects.toMatchObject({ field: "memberIds" });
  await expect(openTopic(town.chen, aTopic(town, { memberIds: [], dues: [{ gate: "midterm", dueOn: "2026-04-01" }, { gate: "kickoff", dueOn: "2026-05-01" }] }))).rejects.toMatchObject({ field: "dues.0.dueOn" });
  expect(await topicsOnBoard(town.chen)).toEqual({ topics: [], next: undefined });
  expect((await memberChoices(town.chen)).map(({ name }) => name)).not.toContain("管系统");
});

test("with a new leader the one before stays as a member, or leaves; periods meet and never lie on each other", async () => {
  const town = await township();
  const { id } = await opened(town);
  const chen = await sits(town, "chen", 10);
  const form = joins(id, town.people.zhao, "leader");
  await joinTopic(chen, form);
  await joinTopic(chen, form);
  expect(await groupOf(town, id)).toEqual([
    ["赵宁", "leader", "2026-03-14", null], ["林晓", "member", "2026-03-14", null], ["周敏", "adviser", "2026-03-04", null],
    ["林晓", "leader", "2026-03-04", "2026-03-13"], ["赵宁", "member", "2026-03-04", "2026-03-13"],
  ]);
  await joinTopic(await sits(town, "chen", 20), joins(id, town.people.lin, "leader", "leave"));
  expect((await groupOf(town, id)).filter(([, , , endedOn]) => endedOn === null).map(([name, part]) => [name, part])).toEqual([["林晓", "leader"], ["周敏", "adviser"]]);
  expect((await sits(town, "zhao", 20)).me.inTopic(id)).toBe(false);
  await expect(joinTopic(town.chen, joins(id, town.people.shen, "member"))).rejects.toMatchObject({ field: "personId" });
  await expect(joinTopic(town.chen, joins(id, town.people.zhou, "adviser"))).rejects.toThrow("已经是指导老师");
  await expect(joinTopic(town.chen, joins(id, town.people.lin, "member"))).rejects.toThrow("先选一名新组长");
  await expect(joinTopic(town.lin, joins(id, town.people.he, "member"))).rejects.toThrow("党建办");
});

test("who leaves a group sees it to the end of the day, the leader only after another; who leaves the town leaves every group", async () => {
  const town = await township();
  const { id } = await opened(town);
  const [leader, member] = (await seen(town.chen, id)).members;
  await expect(leaveTopic(town.chen, { memberId: leader!.id })).rejects.toThrow("先换一名组长");
  await expect(leaveTopic(await sits(town, "lin"), { memberId: member!.id })).rejects.toThrow("党建办");
  await leaveTopic(town.chen, { memberId: member!.id });
  await expect(leaveTopic(town.chen, { memberId: member!.id })).rejects.toThrow("就不在组里了");
  expect([(await sits(town, "zhao")).me.inTopic(id), (await sits(town, "zhao", 1)).me.inTopic(id)]).toEqual([true, false]);
  await letLeave(town.chen, { personId: town.people.lin, reason: "调到区里" });
  expect((await seen(town.chen, id)).members.filter(({ endedOn }) => !endedOn).map(({ name }) => name)).toEqual(["周敏"]);
});

test("the group writes what its topic is about, the office its days; two at once, and the second is told", async () => {
  const town = await township();
  const { id } = await opened(town);
  const lin = await sits(town, "lin");
  const words = { topicId: id, title: "夜里的声音", background: "改过", leadDepartment: "平安法治办", villageIds: [town.villages.dongling] };
  await reviseTopic(lin, { ...words, version: 1 });
  await expect(reviseTopic(await sits(town, "zhou"), { ...words, title: "另一个名字", version: 1 })).rejects.toThrow("刚在别处改过");
  expect(await seen(lin, id)).toMatchObject({ title: "夜里的声音", version: 2, villages: [{ name: "东岭村" }] });
  const plan = (version: number, dueOn: string) => ({ topicId: id, version, dues: [{ gate: "kickoff" as const, dueOn: day("2026-05-01") }, { gate: "midterm" as const, dueOn: day(dueOn) }] });
  await expect(planGates(lin, plan(2, "2026-06-01"))).rejects.toThrow("党建办");
  await expect(planGates(town.chen, plan(2, "2026-04-01"))).rejects.toMatchObject({ field: "dues.1.dueOn" });
  await planGates(town.chen, plan(2, "2026-06-01"));
  expect((await seen(lin, id)).gates[2]).toMatchObject({ gate: "midterm", dueOn: "2026-06-01" });
});

test("a stopped topic stays to be read and takes nothing; resumed, it goes on where it was", async () => {
  const town = await township();
  const [{ id }, items] = [await opened(town), await listed(town, "approved")];
  const stop = { topicId: id, version: 1, reason: "牵头的人借调半年" };
  await expect(stopTopic(await sits(town, "lin"), stop)).rejects.toThrow("党建办");
  await stopTopic(town.chen, stop);
  const lin = await sits(town, "lin");
  expect(await seen(lin, id)).toMatchObject({ stoppedOn: "2026-03-04", gate: "approved" });
  await expect(tickItem(lin, { topicId: id, itemId: items.approved!, ticked: true })).rejects.toThrow("中止了");
  await expect(move(town, id, "kickoff", "先往前走一步再说")).rejects.toThrow("中止了");
  await expect(stopTopic(town.chen, { ...stop, version: 2 })).rejects.toThrow("中止了");
  await resumeTopic(await sits(town, "chen", 40), { ...stop, version: 2, reason: "人回来了，接着做" });
  expect(await rowOf(town, id)).toMatchObject({ stoppedOn: null, heardOn: "2026-04-13", version: 3 });
  expect((await seen(town.chen, id)).steps.map(({ move: made, note }) => [made, note])).toEqual([["resume", "人回来了，接着做"], ["stop", "牵头的人借调半年"], ["open", ""]]);
  expect((await told(town)).filter((line) => line.endsWith("topic_moved"))).toHaveLength(3);
});

test("more than 21 days without a word are said, but not of what was stopped or is over", async () => {
  const town = await township();
  const { id } = await opened(town);
  expect([(await seen(await sits(town, "chen", 21), id)).silentDays, (await seen(await sits(town, "chen", 22), id)).silentDays]).toEqual([undefined, 22]);
  await move(town, id, "done", "历史课题补录，不再逐项查");
  expect((await seen(await sits(town, "chen", 60), id)).silentDays).toBeUndefined();
  expect((await finishedTopics(town.chen)).topics.map((one) => one.id)).toEqual([id]);
  expect(await topicsOnBoard(town.chen)).toEqual({ topics: [], next: undefined });
  await expect(stopTopic(town.chen, { topicId: id, version: 2, reason: "已经做完了" })).rejects.toThrow("全部完成");
});

test("the group, a seated judge, the office and the leader see a topic; nobody else learns that there is one", async () => {
  const town = await township();
  const [{ id }, items] = [await opened(town), await listed(town, "approved")];
  await tickItem(await sits(town, "lin"), { topicId: id, itemId: items.approved!, ticked: true });
  const [defence] = await town.store.write((tx) => tx.insert(tables.defences).values({ topicId: id, heldOn: day("2026-05-06"), rule: "mean", quorum: 1 }).returning());
  await town.store.write((tx) => tx.insert(tables.seats).values({ defenceId: defence!.id, personId: town.people.wang, number: 1 }));
  const eyes = async (who: Parameters<typeof sits>[1]) => {
    const topic = await topicOf(await sits(town, who), id);
    return topic && [topic.within, topic.members.length, topic.gates[0]!.items.map(({ tick }) => tick?.by), topic.steps.length];
  };
  for (const who of ["lin", "zhao", "zhou", "chen", "zhen"] as const) expect([who, await eyes(who)]).toEqual([who, [true, 3, ["林晓"], 1]]);
  expect(await eyes("wang")).toEqual([false, 3, [], 0]); // no list at all: without its ticks it would look undone
  for (const who of ["he", "ge", "kao", "guan", "shen"] as const) {
    expect([who, await eyes(who), (await topicsOnBoard(await sits(town, who))).topics]).toEqual([who, undefined, []]);
    await expect(reviseTopic(await sits(town, who), { topicId: id, version: 1, title: "不该能改", background: "", leadDepartment: "党建办", villageIds: [] })).rejects.toThrow("没有找到");
  }
  await expect(tickItem(await sits(town, "wang"), { topicId: id, itemId: items.approved!, ticked: false })).rejects.toMatchObject({ code: "forbidden" });
  await town.store.write((tx) => tx.update(tables.people).set({ roles: ["admin"] }).where(eq(tables.people.id, town.people.zhou)));
  expect(await eyes("zhou")).toBeUndefined();
});
