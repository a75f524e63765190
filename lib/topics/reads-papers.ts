import { and, asc, desc, eq, gte, inArray, sum } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { dayOf, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { lockingStates } from "./rules-papers";

/** 成果材料 of a topic with all their versions, the latest first, and whether judges are reading them now. */
export async function papersOf(desk: Desk, topicId: Id<"topic">) {
  const { deliverables: d, deliverableVersions: v, defences, people } = desk.see;
  const locker = desk.select({ id: people.id, name: people.name }).from(people).as("locker");
  const [papers, versions, going] = await Promise.all([
    desk.select({ id: d.id, kind: d.kind, title: d.title, lockedAt: d.lockedAt, lockedBy: locker.name }).from(d)
      .leftJoin(locker, eq(locker.id, d.lockedById)).where(eq(d.topicId, topicId)).orderBy(asc(d.id)),
    desk.select({ id: v.id, deliverableId: v.deliverableId, number: v.number, name: v.name, kind: v.kind, bytes: v.bytes, at: v.at, judged: v.judged, by: people.name })
      .from(v).innerJoin(people, eq(people.id, v.byId)).where(eq(v.topicId, topicId)).orderBy(desc(v.number)),
    desk.select({ state: defences.state, openedAt: defences.openedAt }).from(defences).where(and(eq(defences.topicId, topicId), inArray(defences.state, lockingStates))),
  ]);
  return {
    locked: going[0],
    papers: papers.map((paper) => ({ ...paper, versions: versions.filter(({ deliverableId }) => deliverableId === paper.id) })),
  };
}
export type TopicPaper = Awaited<ReturnType<typeof papersOf>>["papers"][number];
export type PaperVersion = TopicPaper["versions"][number];

/** How many bytes I sent this month. */
export async function sentThisMonth(desk: Desk): Promise<number> {
  const { deliverableVersions: v } = desk.see;
  const first = startOf(`${dayOf(desk.now).slice(0, 7)}-01` as Day);
  const [row] = await desk.select({ bytes: sum(v.bytes) }).from(v).where(and(eq(v.byId, desk.me.id), gte(v.at, first)));
  return Number(row?.bytes ?? 0);
}
