import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { tell } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { Refusal } from "@/lib/kernel/refusal";
import type { NoticeKind } from "@/lib/words/notice";
import { gate, type TopicPart } from "@/lib/words/topic";
import type { PlanForm, ReviseTopicForm, StopForm, TopicForm } from "./forms";
import { beingJudged, keep, refuseStopped, tellGroup } from "./acts-guard";
import { dueOutOfOrder, mayJoin } from "./rules";

const { people, topicGates, topicMembers, topics, topicSteps, topicVillages, villages } = tables;
type Due = PlanForm["dues"][number];

/** 立课题: its group, its villages and its eight gates in one deed. Sent twice, it is one topic. */
export async function openTopic(desk: Desk, form: TopicForm): Promise<void> {
  if (!desk.me.is("office")) throw Refusal.forbidden(); // before anything is looked at
  refuseDays(form.dues);
  const group = groupOf(form);
  await desk.begin("topic.open", async (tx) => {
    const [already] = await tx.select({ id: topics.id }).from(topics).where(eq(topics.id, form.id));
    if (already) return undefined;
    const { id, title, background, leadDepartment } = form;
    const { today } = desk.me;
    for (const { personId, field } of group) await refuseStranger(tx, personId, field);
    const row = { id, title, background, leadDepartment, searchKey: searchKeyOf(title), gate: gate.values[0], startedOn: today, heardOn: today };
    const [made] = await tx.insert(topics).values(row).returning();
    await tx.insert(topicGates).values(gate.values.map((at) => ({ topicId: id, gate: at, dueOn: dueOf(form.dues, at) })));
    await keepVillages(tx, id, form.villageIds);
    for (const { personId, part } of group) await takeIn(tx, desk, { topicId: id, personId, part });
    await tx.insert(topicSteps).values({ topicId: id, move: "open", gate: gate.values[0], actorId: desk.me.id, at: desk.now });
    return made;
  });
}

type Place = { personId: Id<"person">; part: TopicPart; field: "leaderId" | "adviserId" | "memberIds" };

/** Everybody once: whoever is named in two parts is told so beside the second. */
function groupOf({ leaderId, adviserId, memberIds }: TopicForm): Place[] {
  if (adviserId === leaderId) throw Refusal.invalid("adviserId", "组长和指导老师不能是同一个人");
  const members = [...new Set(memberIds)];
  if (members.includes(leaderId)) throw Refusal.invalid("memberIds", "组长已经在组里，不用再选作组员");
  if (adviserId && members.includes(adviserId)) throw Refusal.invalid("memberIds", "指导老师已经在组里，不用再选作组员");
  return [
    { personId: leaderId, part: "leader", field: "leaderId" },
    ...(adviserId ? [{ personId: adviserId, part: "adviser", field: "adviserId" } as const] : []),
    ...members.map((personId) => ({ personId, part: "member", field: "memberIds" }) as const),
  ];
}

/** In post, and of those who may work in a group. */
export async function refuseStranger(tx: Writer, id: Id<"person">, field: string): Promise<Row<"people">> {
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  if (!person || person.leftOn) throw Refusal.invalid(field, person ? `${person.name} 已经离岗` : "这个人不在岗");
  if (!mayJoin(person)) throw Refusal.invalid(field, `${person.name} 是系统管理员或审计员，不进课题组`);
  return person;
}

type Joining = { topicId: Id<"topic">; personId: Id<"person">; part: TopicPart; id?: Id<"topicMember"> };

/** From today on. They hear of it. */
export async function takeIn(tx: Writer, desk: Desk, one: Joining, kind: NoticeKind = "topic_joined"): Promise<Row<"topicMembers">> {
  const [made] = await tx.insert(topicMembers).values({ ...one, startedOn: desk.me.today }).returning();
  await tell(tx, desk, { to: one.personId, kind, subject: "topic", subjectId: one.topicId });
  return made!;
}

async function keepVillages(tx: Writer, topicId: Id<"topic">, villageIds: readonly Id<"village">[]): Promise<void> {
  const chosen = [...new Set(villageIds)];
  await tx.delete(topicVillages).where(eq(topicVillages.topicId, topicId));
  if (chosen.length === 0) return;
  const known = await tx.select({ id: villages.id }).from(villages).where(inArray(villages.id, chosen));
  if (known.length < chosen.length) throw Refusal.invalid("villageIds", "有一个村社不在名册里，刷新后再选");
  await tx.insert(topicVillages).values(chosen.map((villageId) => ({ topicId, villageId })));
}

/** The group writes what its topic is about; two at once, and the second hears of it. */
export async function reviseTopic(desk: Desk, { topicId, version, title, background, leadDepartment, villageIds }: ReviseTopicForm): Promise<void> {
  await desk.change("topic.revise", topicId, async (tx, topic) => {
    refuseStopped(topic);
    if (leadDepartment !== topic.leadDepartment && (await beingJudged(tx, topicId)))
      throw Refusal.invalid("leadDepartment", `有一场答辩还没有公布，牵头部门先不能改（现在是“${topic.leadDepartment}”）：评委要不要回避看它`);
    await keep(tx, topic, version, { title, background, leadDepartment, searchKey: searchKeyOf(title) });
    await keepVillages(tx, topicId, villageIds);
  });
}

/** 定节点日期: of the gates that are named; a gate that was passed keeps its day. */
export async function planGates(desk: Desk, { topicId, version, dues }: PlanForm): Promise<void> {
  await desk.change("topic.plan", topicId, async (tx, topic) => {
    refuseStopped(topic);
    await keep(tx, topic, version, {});
    const gates = await tx.select().from(topicGates).where(eq(topicGates.topicId, topicId));
    const open = dues.filter((due) => gates.find((one) => one.gate === due.gate)?.closedOn === null);
    for (const { gate: at, dueOn } of open) await tx.update(topicGates).set({ dueOn }).where(and(eq(topicGates.topicId, topicId), eq(topicGates.gate, at)));
    refuseDays(await tx.select().from(topicGates).where(and(eq(topicGates.topicId, topicId), isNull(topicGates.closedOn))), dues);
  });
}

const dueOf = (dues: readonly Due[], at: Due["gate"]) => dues.find((one) => one.gate === at)?.dueOn ?? null;

/** A gate does not fall due before the one it follows; said beside the one that is at fault, where the form has it. */
function refuseDays(dues: readonly Due[], form: readonly Due[] = dues): void {
  const fault = dueOutOfOrder(dues);
  if (!fault) return;
  const place = Math.max(0, form.findIndex((one) => one.gate === fault.late));
  throw Refusal.invalid(`dues.${place}.dueOn`, `“${gate.label(fault.late)}”的日期早于“${gate.label(fault.early)}”，改一个`);
}

/** 中止: it stays to be read, and nothing more is written in it. */
export const stopTopic = (desk: Desk, form: StopForm): Promise<void> =>
  desk.change("topic.stop", form.topicId, async (tx, topic) => {
    refuseStopped(topic);
    if (topic.gate === null) throw Refusal.conflict("这个课题全部完成了，不用中止");
    await keep(tx, topic, form.version, { stoppedOn: desk.me.today });
    await tellStep(tx, desk, topic, "stop", form.reason);
  }, form.reason);

export const resumeTopic = (desk: Desk, form: StopForm): Promise<void> =>
  desk.change("topic.resume", form.topicId, async (tx, topic) => {
    if (!topic.stoppedOn) throw Refusal.conflict("这个课题没有中止，不用恢复。刷新看看最新的情况");
    await keep(tx, topic, form.version, { stoppedOn: null, heardOn: desk.me.today });
    await tellStep(tx, desk, topic, "resume", form.reason);
  }, form.reason);

async function tellStep(tx: Writer, desk: Desk, topic: Row<"topics">, move: "stop" | "resume", note: string): Promise<void> {
  await tx.insert(topicSteps).values({ topicId: topic.id, move, gate: topic.gate, actorId: desk.me.id, at: desk.now, note });
  await tellGroup(tx, desk, topic.id);
}
