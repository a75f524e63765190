import { and, count, desc, eq, inArray, lt, ne, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

const PAGE = 5;
const CHOICES = 8;

/** 帮带记录 of one pairing, latest first; the next page goes on after the last one of this. */
export async function coachingPage(desk: Desk, pairingId: Id<"pairing">, after?: Id<"coachingSession">) {
  const { coachingSessions: c } = desk.see;
  const [last] = after ? await desk.select({ heldOn: c.heldOn }).from(c).where(and(eq(c.id, after), eq(c.pairingId, pairingId))) : [];
  const beyond = last && or(lt(c.heldOn, last.heldOn), and(eq(c.heldOn, last.heldOn), lt(c.id, after!)));
  const rows = await desk
    .select({
      id: c.id, heldOn: c.heldOn, method: c.method, topic: c.topic, account: c.account, reverse: c.reverse, visitId: c.visitId, problemId: c.problemId,
      learned: c.learned, nextStep: c.nextStep, menteeId: c.menteeId,
    })
    .from(c).where(and(eq(c.pairingId, pairingId), beyond)).orderBy(desc(c.heldOn), desc(c.id)).limit(PAGE + 1);
  const sessions = rows.slice(0, PAGE);
  const linked = await linksOf(desk, sessions);
  return { sessions: sessions.map((session) => ({ ...session, ...linked(session) })), next: rows.length > PAGE ? sessions.at(-1)!.id : undefined };
}
export type CoachingSession = Awaited<ReturnType<typeof coachingPage>>["sessions"][number];

export async function countCoaching(desk: Desk, pairingId: Id<"pairing">): Promise<number> {
  const { coachingSessions: c } = desk.see;
  const [row] = await desk.select({ n: count() }).from(c).where(eq(c.pairingId, pairingId));
  return row!.n;
}

type Linked = { visitId: Id<"visit"> | null; problemId: Id<"problem"> | null };

/** What a talk hangs on, where it may be seen from here; a former mentor finds no link to what is closed to them. */
async function linksOf(desk: Desk, sessions: readonly Linked[]) {
  const { visits: v, problems: p, villages } = desk.see;
  const [visitIds, problemIds] = [sessions.flatMap(({ visitId }) => visitId ?? []), sessions.flatMap(({ problemId }) => problemId ?? [])];
  const visits = visitIds.length === 0 ? [] : await desk.select({ id: v.id, on: v.visitedOn, village: villages.name }).from(v).innerJoin(villages, eq(villages.id, v.villageId)).where(inArray(v.id, visitIds));
  const problems = problemIds.length === 0 ? [] : await desk.select({ id: p.id, title: p.title }).from(p).where(inArray(p.id, problemIds));
  return ({ visitId, problemId }: Linked) => ({ visit: visits.find(({ id }) => id === visitId), problem: problems.find(({ id }) => id === problemId) });
}

/** What a talk may hang on: the mentee's latest visits and problems. */
export async function linkChoices(desk: Desk, menteeId: Id<"person">) {
  const { visits: v, problems: p, villages, households, enterprises } = desk.see;
  const visits = await desk
    .select({ id: v.id, on: v.visitedOn, kind: v.kind, village: villages.name, maskedName: households.maskedName, firm: enterprises.name })
    .from(v).innerJoin(villages, eq(villages.id, v.villageId)).leftJoin(households, eq(households.id, v.householdId)).leftJoin(enterprises, eq(enterprises.id, v.enterpriseId))
    .where(and(eq(v.authorId, menteeId), ne(v.state, "draft"))).orderBy(desc(v.visitedOn), desc(v.id)).limit(CHOICES);
  const problems = await desk.select({ id: p.id, title: p.title }).from(p).where(eq(p.raisedById, menteeId)).orderBy(desc(p.raisedAt)).limit(CHOICES);
  return { visits, problems };
}
export type LinkChoices = Awaited<ReturnType<typeof linkChoices>>;
