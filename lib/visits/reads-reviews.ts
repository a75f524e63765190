import { and, asc, count, eq, gt, gte, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { PAGE } from "./reads";
import { firstPresets } from "./rules";

/** Waiting longest first. A mentor's own; for the office everything that waits, or only what nobody reviews. */
export async function reviewsPage(desk: Desk, scope: "mine" | "all" | "unassigned" | "late", after?: { due: Date; id: Id<"visit"> }) {
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  const rows = await desk
    .select({
      id: visits.id, visitedOn: visits.visitedOn, kind: visits.kind, account: visits.account, matter: visits.matter, notDone: visits.notDone,
      dueAt: visits.dueAt, submittedAt: visits.submittedAt, version: visits.version, authorId: visits.authorId, author: people.name,
      village: villages.name, firm: enterprises.name, maskedName: households.maskedName, householder: householders.name, topics: visits.topics,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.authorId))
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .leftJoin(households, eq(households.id, visits.householdId))
    .leftJoin(householders, eq(householders.householdId, visits.householdId))
    .leftJoin(enterprises, eq(enterprises.id, visits.enterpriseId))
    .where(and(waiting(desk, scope), after && and(gte(visits.dueAt, after.due), or(gt(visits.dueAt, after.due), gt(visits.id, after.id)))))
    .orderBy(asc(visits.dueAt), asc(visits.id))
    .limit(PAGE + 1);
  const last = rows[PAGE - 1];
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE && last?.dueAt ? { due: last.dueAt, id: last.id } : undefined };
}
export type VisitAwaitingReview = Awaited<ReturnType<typeof reviewsPage>>["rows"][number];

export async function countReviews(desk: Desk, scope: "mine" | "all" | "unassigned" | "late"): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.visits).where(waiting(desk, scope));
  return row!.n;
}

function waiting(desk: Desk, scope: "mine" | "all" | "unassigned" | "late"): SQL | undefined {
  const { visits } = desk.see;
  const narrowed = {
    mine: eq(visits.reviewerId, desk.me.id),
    all: undefined,
    unassigned: isNull(visits.reviewerId),
    late: lt(visits.dueAt, desk.now),
  }[scope];
  return and(eq(visits.state, "submitted"), narrowed);
}

export async function myPresets(desk: Desk): Promise<readonly string[]> {
  const [kept] = await desk.select({ phrases: desk.see.presets.phrases }).from(desk.see.presets);
  return kept?.phrases ?? firstPresets;
}
