import { and, asc, count, desc, eq, inArray, isNull, lte, lt, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { doorName } from "@/lib/visits/rules";

const NOTES = 5;
const EVIDENCE = 8;

/** Of one topic, as they fall due; what was taken out comes last. */
export async function milestonesOf(desk: Desk, topicId: Id<"topic">) {
  const { milestones: m, people } = desk.see;
  return desk.select({ id: m.id, title: m.title, ownerId: m.ownerId, owner: people.name, dueOn: m.dueOn, doneOn: m.doneOn, droppedOn: m.droppedOn })
    .from(m).innerJoin(people, eq(people.id, m.ownerId)).where(eq(m.topicId, topicId)).orderBy(asc(m.dueOn), asc(m.id));
}
export type Milestone = Awaited<ReturnType<typeof milestonesOf>>[number];

/** Who may answer for a milestone: the group as it is now. */
export async function groupNow(desk: Desk, topicId: Id<"topic">) {
  const { topicMembers: m, people } = desk.see;
  return desk.select({ value: people.id, label: people.name }).from(m).innerJoin(people, eq(people.id, m.personId))
    .where(and(eq(m.topicId, topicId), isNull(m.endedOn), isNull(people.leftOn))).orderBy(asc(people.sortKey));
}

/** 进展, latest first; the next page goes on after the last note of this. */
export async function notesPage(desk: Desk, topicId: Id<"topic">, after?: Id<"topicNote">) {
  const { topicNotes: n, people } = desk.see;
  const [last] = after ? await desk.select({ at: n.at }).from(n).where(and(eq(n.id, after), eq(n.topicId, topicId))) : [];
  const beyond = last && and(lte(n.at, last.at), or(lt(n.at, last.at), lt(n.id, after!)));
  const rows = await desk.select({ id: n.id, at: n.at, words: n.words, author: people.name }).from(n)
    .innerJoin(people, eq(people.id, n.authorId)).where(and(eq(n.topicId, topicId), beyond)).orderBy(desc(n.at), desc(n.id)).limit(NOTES + 1);
  return { notes: rows.slice(0, NOTES), next: rows.length > NOTES ? rows[NOTES - 1]!.id : undefined };
}

export async function countNotes(desk: Desk, topicId: Id<"topic">): Promise<number> {
  const { topicNotes: n } = desk.see;
  const [row] = await desk.select({ n: count() }).from(n).where(eq(n.topicId, topicId));
  return row!.n;
}

export async function countEvidence(desk: Desk, topicId: Id<"topic">): Promise<number> {
  const { topicEvidence: e } = desk.see;
  const [row] = await desk.select({ n: count() }).from(e).where(eq(e.topicId, topicId));
  return row!.n;
}

/** How many links each milestone rests on. */
export async function evidenceByMilestone(desk: Desk, topicId: Id<"topic">): Promise<ReadonlyMap<Id<"milestone">, number>> {
  const { topicEvidence: e } = desk.see;
  const rows = await desk.select({ id: e.milestoneId, n: count() }).from(e).where(eq(e.topicId, topicId)).groupBy(e.milestoneId);
  return new Map(rows.flatMap(({ id, n }) => (id ? [[id, n]] : [])));
}

/**
 * 佐证, latest first. Where the visit or the problem itself is not for these eyes, there is its day, its village and
 * its kind, which the link keeps, and nothing else.
 */
export async function evidencePage(desk: Desk, topicId: Id<"topic">, after?: Id<"topicEvidence">) {
  const { topicEvidence: e, villages, people } = desk.see;
  const [last] = after ? await desk.select({ at: e.at }).from(e).where(and(eq(e.id, after), eq(e.topicId, topicId))) : [];
  const beyond = last && and(lte(e.at, last.at), or(lt(e.at, last.at), lt(e.id, after!)));
  const rows = await desk.select({
    id: e.id, visitId: e.visitId, problemId: e.problemId, visitKind: e.visitKind, on: e.on, village: villages.name, words: e.words,
    addedBy: people.name, milestoneId: e.milestoneId,
  }).from(e).innerJoin(villages, eq(villages.id, e.villageId)).innerJoin(people, eq(people.id, e.addedById))
    .where(and(eq(e.topicId, topicId), beyond)).orderBy(desc(e.at), desc(e.id)).limit(EVIDENCE + 1);
  const page = rows.slice(0, EVIDENCE);
  const seen = await seenOf(desk, page.flatMap(({ visitId }) => visitId ?? []), page.flatMap(({ problemId }) => problemId ?? []));
  const evidence = page.map(({ visitId, problemId, ...row }) => ({ ...row, seen: seen.get(visitId ?? problemId!) }));
  return { evidence, next: rows.length > EVIDENCE ? page.at(-1)!.id : undefined };
}
export type Evidence = Awaited<ReturnType<typeof evidencePage>>["evidence"][number];

type Seen = { href: string; title: string };

/** Those of them that I may open, with a masked name where the household is for me to see. */
async function seenOf(desk: Desk, visitIds: Id<"visit">[], problemIds: Id<"problem">[]): Promise<ReadonlyMap<string, Seen>> {
  const { visits: v, problems: p, households: h, enterprises: f } = desk.see;
  const visits = visitIds.length === 0 ? [] : await desk.select({ id: v.id, maskedName: h.maskedName, firm: f.name }).from(v)
    .leftJoin(h, eq(h.id, v.householdId)).leftJoin(f, eq(f.id, v.enterpriseId)).where(inArray(v.id, visitIds));
  const problems = problemIds.length === 0 ? [] : await desk.select({ id: p.id, title: p.title, maskedName: h.maskedName }).from(p)
    .leftJoin(h, eq(h.id, p.householdId)).where(inArray(p.id, problemIds));
  return new Map<string, Seen>([
    ...visits.map(({ id, ...door }) => [id, { href: `/visits/${id}`, title: door.maskedName || door.firm ? doorName(door) : "" }] as const),
    ...problems.map(({ id, title, maskedName }) => [id, { href: `/problems/${id}`, title: [title, maskedName && `${maskedName} 户`].filter(Boolean).join(" · ") }] as const),
  ]);
}
