import { and, asc, desc, gte, inArray, isNull, lt } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { gate } from "@/lib/words/topic";
import { leadersOf } from "./reads";
import { firstDayOf, liesIn, marksOf, type Month, MONTHS, monthAfter } from "./rules-year";

/** So many months before a year a topic that is over may have begun and still reach into it. */
const LONGEST = 30;
const MOST = 60;

/** The topics that lie in twelve months, by when they began, with every gate's day; of very many the latest, and `more` says so. */
export async function topicsOverYear(desk: Desk, from: Month) {
  const { topics: t } = desk.see;
  const row = { id: t.id, title: t.title, gate: t.gate, startedOn: t.startedOn, stoppedOn: t.stoppedOn };
  const end = firstDayOf(monthAfter(from, MONTHS));
  const latest = [desc(t.startedOn), desc(t.id)];
  const [going, over] = await Promise.all([
    desk.select(row).from(t).where(and(inArray(t.gate, gate.values), lt(t.startedOn, end))).orderBy(...latest).limit(MOST + 1),
    desk.select(row).from(t).where(and(isNull(t.gate), lt(t.startedOn, end), gte(t.startedOn, firstDayOf(monthAfter(from, -LONGEST))))).orderBy(...latest).limit(MOST + 1),
  ]);
  const rows = [...going.slice(0, MOST), ...over.slice(0, MOST)].toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : a.id < b.id ? -1 : 1));
  const ids = rows.map(({ id }) => id);
  const [gates, leaders] = await Promise.all([gateDaysOf(desk, ids), leadersOf(desk, ids)]);
  const topics = rows
    .map((topic) => ({ ...topic, leader: leaders.get(topic.id), marks: marksOf(gates.filter(({ topicId }) => topicId === topic.id), desk.me.today) }))
    .filter((topic) => liesIn({ ...topic, over: topic.gate === null || topic.stoppedOn !== null }, from));
  return { topics, more: going.length > MOST || over.length > MOST };
}
export type TopicOverYear = Awaited<ReturnType<typeof topicsOverYear>>["topics"][number];

async function gateDaysOf(desk: Desk, ids: readonly Id<"topic">[]) {
  const { topicGates: g } = desk.see;
  if (ids.length === 0) return [];
  return desk.select({ topicId: g.topicId, gate: g.gate, dueOn: g.dueOn, closedOn: g.closedOn, waived: g.waived }).from(g)
    .where(inArray(g.topicId, [...ids])).orderBy(asc(g.id));
}
