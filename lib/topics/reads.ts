import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { gate, topicPart } from "@/lib/words/topic";
import { gatesOf, seesWork } from "./reads-gates";
import { silentDays } from "./rules";

/** Groups at work at the same time: eight in this town. */
const MOST = 60;
const PAGE = 20;

/** One topic with its group, its gates and their lists, as far as it may be seen. `within`: whether I see how they work, or only what judges read. */
export async function topicOf(desk: Desk, id: Id<"topic">) {
  const { topics: t } = desk.see;
  const [topic] = await desk.select().from(t).where(eq(t.id, id));
  if (!topic) return undefined;
  const [members, gates, steps, villages] = await Promise.all([membersOf(desk, id), gatesOf(desk, [id]), stepsOf(desk, id), villagesOf(desk, id)]);
  return { ...topic, members, gates: gates.get(id)!, steps, villages, within: seesWork(desk, id), silentDays: silentDays(topic, desk.me.today) };
}
export type Topic = NonNullable<Awaited<ReturnType<typeof topicOf>>>;
export type TopicMember = Topic["members"][number];
export type TopicStep = Topic["steps"][number];

/** 课题组: who is of it first, then who was. */
async function membersOf(desk: Desk, id: Id<"topic">) {
  const { topicMembers: m, people } = desk.see;
  const rows = await desk.select({ id: m.id, personId: m.personId, name: people.name, department: people.department, part: m.part, startedOn: m.startedOn, endedOn: m.endedOn })
    .from(m).innerJoin(people, eq(people.id, m.personId)).where(eq(m.topicId, id)).orderBy(asc(m.startedOn), asc(people.sortKey)).limit(200);
  const place = (row: (typeof rows)[number]) => (row.endedOn ? 9 : topicPart.values.indexOf(row.part));
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** 历程, newest first. */
async function stepsOf(desk: Desk, id: Id<"topic">) {
  const { topicSteps: s, people } = desk.see;
  return desk.select({ id: s.id, move: s.move, gate: s.gate, at: s.at, note: s.note, actor: people.name }).from(s)
    .innerJoin(people, eq(people.id, s.actorId)).where(eq(s.topicId, id)).orderBy(desc(s.at), desc(s.id)).limit(100);
}

async function villagesOf(desk: Desk, id: Id<"topic">) {
  const { topicVillages: v, villages } = desk.see;
  return desk.select({ id: villages.id, name: villages.name }).from(v).innerJoin(villages, eq(villages.id, v.villageId))
    .where(eq(v.topicId, id)).orderBy(asc(villages.sortKey));
}

/** Topics that have a gate before them, by when they began; stopped ones too. A page holds more than a town works on at a time. */
export async function topicsOnBoard(desk: Desk, after?: Id<"topic">, size = MOST) {
  const { topics: t } = desk.see;
  const [last] = after ? await desk.select({ startedOn: t.startedOn }).from(t).where(eq(t.id, after)) : [];
  const beyond = last && or(gt(t.startedOn, last.startedOn), and(eq(t.startedOn, last.startedOn), gt(t.id, after!)));
  const rows = await desk.select({ id: t.id, title: t.title, gate: t.gate, startedOn: t.startedOn, heardOn: t.heardOn, stoppedOn: t.stoppedOn, version: t.version })
    .from(t).where(and(inArray(t.gate, gate.values), beyond)).orderBy(asc(t.startedOn), asc(t.id)).limit(size + 1);
  const page = rows.slice(0, size);
  const ids = page.map(({ id }) => id);
  const [gates, leaders] = await Promise.all([gatesOf(desk, ids), leadersOf(desk, ids)]);
  const topics = page.map((topic) => ({ ...topic, leader: leaders.get(topic.id), gates: gates.get(topic.id)!, silentDays: silentDays(topic, desk.me.today) }));
  return { topics, next: rows.length > size ? page.at(-1)!.id : undefined };
}
export type TopicCard = Awaited<ReturnType<typeof topicsOnBoard>>["topics"][number];

/** How many go on and how many were stopped, on whatever page. */
export async function countOnBoard(desk: Desk): Promise<{ going: number; stopped: number }> {
  const { topics: t } = desk.see;
  const [many] = await desk.select({ all: count(), stopped: count(t.stoppedOn) }).from(t).where(inArray(t.gate, gate.values));
  return { going: many!.all - many!.stopped, stopped: many!.stopped };
}

/** Topics that have passed every gate, latest first. */
export async function finishedTopics(desk: Desk, after?: Id<"topic">) {
  const { topics: t } = desk.see;
  const [last] = after ? await desk.select({ startedOn: t.startedOn }).from(t).where(eq(t.id, after)) : [];
  const beyond = last && or(lt(t.startedOn, last.startedOn), and(eq(t.startedOn, last.startedOn), lt(t.id, after!)));
  const rows = await desk.select({ id: t.id, title: t.title, startedOn: t.startedOn, version: t.version }).from(t)
    .where(and(isNull(t.gate), beyond)).orderBy(desc(t.startedOn), desc(t.id)).limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const leaders = await leadersOf(desk, page.map(({ id }) => id));
  return { topics: page.map((topic) => ({ ...topic, leader: leaders.get(topic.id) })), next: rows.length > PAGE ? page.at(-1)!.id : undefined };
}

/** 组长 now, by topic. */
export async function leadersOf(desk: Desk, ids: readonly Id<"topic">[]): Promise<ReadonlyMap<Id<"topic">, string>> {
  const { topicMembers: m, people } = desk.see;
  if (ids.length === 0) return new Map();
  const rows = await desk.select({ topicId: m.topicId, name: people.name }).from(m).innerJoin(people, eq(people.id, m.personId))
    .where(and(inArray(m.topicId, [...ids]), eq(m.part, "leader"), isNull(m.endedOn)));
  return new Map(rows.map(({ topicId, name }) => [topicId, name]));
}

/** Whom the office may take into a group: everybody here but those who run the system or audit it. */
export async function memberChoices(desk: Desk) {
  const { people } = desk.see;
  const kept = sql`${people.roles} not like '%"admin"%' and ${people.roles} not like '%"auditor"%'`;
  return desk.select({ id: people.id, name: people.name, department: people.department }).from(people)
    .where(and(isNull(people.leftOn), kept)).orderBy(asc(people.sortKey), asc(people.id));
}
export type MemberChoice = Awaited<ReturnType<typeof memberChoices>>[number];

/** 牵头部门: those there are. */
export async function departmentsKnown(desk: Desk): Promise<string[]> {
  const { people } = desk.see;
  const rows = await desk.selectDistinct({ department: people.department }).from(people).where(isNull(people.leftOn)).orderBy(asc(people.department));
  return rows.map(({ department }) => department).filter(Boolean);
}
