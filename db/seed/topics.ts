import { and, desc, eq, inArray, lte } from "drizzle-orm";
import { addDays, dayOf, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { gate } from "@/lib/words/topic";
import { type NewRow, type Row, tables } from "../schema";
import type { Writer } from "../store";
import type { TopicMaterial } from "./material/topics";

export type TopicsContext = {
  tx: Writer; now: Date; officeId: Id<"person">;
  /** The last working day so many days ago, or before. */
  workdayAgo: (days: number) => Day;
  /** By account. */
  ids: ReadonlyMap<string, Id<"person">>;
  villageIds: ReadonlyMap<string, Id<"village">>;
};
type Topic = Row<"topics">;
type Group = { all: readonly Id<"person">[]; leader: Id<"person">; workers: readonly Id<"person">[] };

/** 课题组 with what they have done so far; by title. */
export async function settleTopics(context: TopicsContext, materials: readonly TopicMaterial[]): Promise<Map<string, Topic>> {
  const items = await context.tx.select().from(tables.gateItems);
  const topics = new Map<string, Topic>();
  for (const material of materials) topics.set(material.title, await settleTopic(context, material, items));
  return topics;
}

const clock = (day: Day, hour: number): Date => new Date(startOf(day).getTime() + hour * 3_600_000);
const ago = ({ now }: TopicsContext, days: number): Day => addDays(dayOf(now), -days);

async function settleTopic(context: TopicsContext, material: TopicMaterial, items: readonly Row<"gateItems">[]): Promise<Topic> {
  const { tx } = context;
  const { title, background, villages, startedAgo, passed } = material;
  const startedOn = ago(context, startedAgo);
  const [topic] = await tx.insert(tables.topics).values({
    title, background, leadDepartment: "党建办", searchKey: searchKeyOf(title), gate: gate.values[passed.length] ?? null, startedOn, heardOn: startedOn,
  }).returning();
  await tx.insert(tables.topicVillages).values(villages.map((name) => ({ topicId: topic!.id, villageId: context.villageIds.get(name)! })));
  const group = await gather(context, topic!, material);
  await passGates(context, topic!, group, material, items);
  const heard = [
    ...(await setMilestones(context, topic!, group, material)),
    ...(await writeNotes(context, topic!, group, material)),
    ...(await restOn(context, topic!, group, material)),
  ];
  const heardOn = [startedOn, ...heard].sort().at(-1)!;
  await tx.update(tables.topics).set({ heardOn }).where(eq(tables.topics.id, topic!.id));
  return { ...topic!, heardOn };
}

async function gather({ tx, ids, now }: TopicsContext, { id: topicId, startedOn }: Topic, { leader, adviser, members, left }: TopicMaterial): Promise<Group> {
  const one = (account: string, part: "leader" | "adviser" | "member", endedOn: Day | null = null) => ({ topicId, personId: ids.get(account)!, part, startedOn, endedOn });
  const gone = left ? [one(left[0], "member", addDays(dayOf(now), -left[1]))] : [];
  const rows = [one(leader, "leader"), ...members.map((account) => one(account, "member")), one(adviser, "adviser"), ...gone];
  await tx.insert(tables.topicMembers).values(rows);
  const workers = rows.filter(({ part, endedOn }) => part !== "adviser" && !endedOn).map(({ personId }) => personId);
  return { all: rows.map(({ personId }) => personId), leader: workers[0]!, workers };
}

/** Each gate with its day; what was passed has its list ticked, unless it was waived; what is next is ticked half way. */
async function passGates(context: TopicsContext, topic: Topic, { leader }: Group, { passed, dueIn, waived = {} }: TopicMaterial, items: readonly Row<"gateItems">[]): Promise<void> {
  const { tx, officeId } = context;
  const topicId = topic.id;
  const gates: NewRow<"topicGates">[] = [];
  const steps: NewRow<"topicSteps">[] = [{ topicId, move: "open", actorId: officeId, at: clock(topic.startedOn, 9) }];
  const ticks: NewRow<"gateTicks">[] = [];
  for (const [place, at] of gate.values.entries()) {
    const closedAgo = passed[place];
    const closedOn = closedAgo === undefined ? null : ago(context, closedAgo);
    const dueOn = closedOn ? addDays(closedOn, 2) : addDays(dayOf(context.now), dueIn + 40 * (place - passed.length));
    gates.push({ topicId, gate: at, dueOn, closedOn, waived: at in waived });
    if (closedOn) steps.push({ topicId, move: at in waived ? "waive" : "close", gate: at, actorId: officeId, at: clock(closedOn, 15), note: waived[at] ?? "" });
    const asked = items.filter((item) => item.gate === at);
    const done = place < passed.length && !(at in waived) ? asked : place === passed.length ? asked.slice(0, 1) : [];
    ticks.push(...done.map(({ id }) => ({ topicId, itemId: id, byId: leader, at: closedOn ? clock(closedOn, 10) : clock(ago(context, 27), 10) })));
  }
  await tx.insert(tables.topicGates).values(gates);
  await tx.insert(tables.topicSteps).values(steps);
  if (ticks.length > 0) await tx.insert(tables.gateTicks).values(ticks);
}

async function setMilestones(context: TopicsContext, { id: topicId }: Topic, { workers }: Group, { milestones }: TopicMaterial): Promise<Day[]> {
  const rows = milestones.map(([title, owner, dueAgo, doneAgo]) => {
    const ownerId = workers[owner]!;
    const doneOn = doneAgo === undefined ? null : ago(context, doneAgo);
    return { topicId, title, ownerId, dueOn: ago(context, dueAgo), doneOn, doneById: doneOn && ownerId };
  });
  await context.tx.insert(tables.milestones).values(rows);
  return rows.flatMap(({ doneOn }) => doneOn ?? []);
}

async function writeNotes(context: TopicsContext, { id: topicId }: Topic, { workers }: Group, { notes }: TopicMaterial): Promise<Day[]> {
  const rows = notes.map(([days, author, words]) => ({ topicId, authorId: workers[author]!, at: clock(ago(context, days), 17), words }));
  await context.tx.insert(tables.topicNotes).values(rows);
  return rows.map(({ at }) => dayOf(at));
}

const WHAT_IT_SHOWS = ["这一户说得最细，步骤是照着改的", "", "和另外两户说的一样", ""];

/** Evidence is what the group had met with anyway, on visits and in problems; linked before the silence began. */
async function restOn(context: TopicsContext, { id: topicId, startedOn }: Topic, { all, workers }: Group, { evidence: [visits, problems], notes }: TopicMaterial): Promise<Day[]> {
  const { visits: v, problems: p } = tables;
  const { tx } = context;
  const last = ago(context, Math.min(...notes.map(([days]) => days)));
  const seen = await tx.select().from(v).where(and(inArray(v.authorId, [...all]), eq(v.state, "approved"), lte(v.visitedOn, last))).orderBy(desc(v.visitedOn), desc(v.submittedAt)).limit(visits);
  const met = await tx.select().from(p).where(and(inArray(p.raisedById, [...all]), lte(p.raisedAt, clock(last, 12)))).orderBy(desc(p.raisedAt)).limit(problems);
  const rows: NewRow<"topicEvidence">[] = [
    ...seen.map(({ id, kind, visitedOn, villageId }) => ({ visitId: id, visitKind: kind, on: visitedOn, villageId })),
    ...met.map(({ id, raisedAt, villageId }) => ({ problemId: id, on: dayOf(raisedAt), villageId })),
  ].map((one, i) => ({ id: newId(), topicId, addedById: workers[i % workers.length]!, at: clock(last, 16), words: WHAT_IT_SHOWS[i % WHAT_IT_SHOWS.length]!, ...one }));
  if (rows.length > 0) await tx.insert(tables.topicEvidence).values(rows);
  return rows.length > 0 && last >= startedOn ? [last] : [];
}
