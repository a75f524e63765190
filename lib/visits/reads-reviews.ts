import { and, asc, count, eq, gt, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { PAGE } from "./reads";
import { awayWithoutStandIn } from "./reads-absences";
import { firstPresets } from "./rules";

export type ReviewScope = "mine" | "all" | "unassigned" | "late";
type After = { due: Date; id: Id<"visit"> };

/** Waiting longest first. A mentor's own and those they stand in for; for the office everything, or what nobody reviews. */
export async function reviewsPage(desk: Desk, scope: ReviewScope, after?: After) {
  const walks = await walksOf(desk, scope);
  const rows = (await Promise.all(walks.map((walk) => linesOf(desk, walk, after)))).flat();
  if (walks.length > 1) rows.sort((a, b) => a.dueAt!.getTime() - b.dueAt!.getTime() || (a.id < b.id ? -1 : 1));
  const last = rows[PAGE - 1];
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE && last?.dueAt ? { due: last.dueAt, id: last.id } : undefined };
}
export type VisitAwaitingReview = Awaited<ReturnType<typeof reviewsPage>>["rows"][number];

async function linesOf(desk: Desk, walk: SQL | undefined, after?: After) {
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  return desk
    .select({
      id: visits.id, visitedOn: visits.visitedOn, week: visits.week, kind: visits.kind, account: visits.account, matter: visits.matter, notDone: visits.notDone,
      dueAt: visits.dueAt, submittedAt: visits.submittedAt, version: visits.version, authorId: visits.authorId, author: people.name, reviewerId: visits.reviewerId,
      village: villages.name, firm: enterprises.name, maskedName: households.maskedName, householder: householders.name, topics: visits.topics,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.authorId))
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .leftJoin(households, eq(households.id, visits.householdId))
    .leftJoin(householders, eq(householders.householdId, visits.householdId))
    .leftJoin(enterprises, eq(enterprises.id, visits.enterpriseId))
    .where(and(eq(visits.state, "submitted"), walk, after && and(gte(visits.dueAt, after.due), or(gt(visits.dueAt, after.due), gt(visits.id, after.id)))))
    .orderBy(asc(visits.dueAt), asc(visits.id))
    .limit(PAGE + 1);
}

export async function countReviews(desk: Desk, scope: ReviewScope): Promise<number> {
  const { visits } = desk.see;
  const counts = await Promise.all((await walksOf(desk, scope)).map(async (walk) => {
    const [row] = await desk.select({ n: count() }).from(visits).where(and(eq(visits.state, "submitted"), walk));
    return row!.n;
  }));
  return counts.reduce((sum, n) => sum + n, 0);
}

/** Each is one walk along an index, in the order of what is due; several are merged, for one walk for all would sort. */
async function walksOf(desk: Desk, scope: ReviewScope): Promise<(SQL | undefined)[]> {
  const { visits: v } = desk.see;
  const { me } = desk;
  if (scope === "all") return [undefined];
  if (scope === "late") return [lt(v.dueAt, desk.now)];
  if (scope === "unassigned") return [isNull(v.reviewerId), ...(await awayWithoutStandIn(desk)).map((id) => eq(v.reviewerId, id))];
  const away = [...new Set(me.standIns.map(({ reviewerId }) => reviewerId))];
  const theirs = (id: Id<"person">) => me.standIns.filter(({ reviewerId }) => reviewerId === id).map(({ authorId }) => authorId);
  return [eq(v.reviewerId, me.id), ...away.map((id) => and(eq(v.reviewerId, id), inArray(v.authorId, theirs(id))))];
}

export async function myPresets(desk: Desk): Promise<readonly string[]> {
  const [kept] = await desk.select({ phrases: desk.see.presets.phrases }).from(desk.see.presets);
  return kept?.phrases ?? firstPresets;
}
