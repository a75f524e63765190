import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

const PAGE = 60;
/** As many as are published in one deed. */
const TOGETHER = 30;

const lines = (desk: Desk, where: SQL | undefined, size: number) => {
  const { defences: d, topics: t, results: r } = desk.see;
  return desk.select({
    defenceId: d.id, topicId: t.id, title: t.title, heldOn: d.heldOn, state: d.state, version: d.version, quorum: d.quorum, rule: d.rule,
    used: r.rule, closedById: d.closedById, total: r.total, counted: r.counted, spread: r.spread, publishedAt: d.publishedAt, belowQuorum: d.belowQuorum,
  }).from(d).innerJoin(t, eq(t.id, d.topicId)).leftJoin(r, and(eq(r.defenceId, d.id), isNull(r.undoneAt)))
    .where(where).orderBy(asc(t.searchKey), asc(t.id), desc(d.heldOn), desc(d.id)).limit(size);
};

/** Defences that are closed or published, by title; of those whose result I may not read yet, only that they are closed. */
export async function resultsPage(desk: Desk, after?: Id<"defence">, size = PAGE) {
  const found = await lines(desk, and(inArray(desk.see.defences.state, ["closed", "published"]), await beyond(desk, after)), size + 1);
  return { lines: found.slice(0, size), next: found.length > size ? found[size - 1]!.defenceId : undefined };
}
export type ResultLine = Awaited<ReturnType<typeof resultsPage>>["lines"][number];

async function beyond(desk: Desk, after: Id<"defence"> | undefined): Promise<SQL | undefined> {
  const { defences: d, topics: t } = desk.see;
  const [last] = after ? await desk.select({ key: t.searchKey, topicId: t.id, heldOn: d.heldOn }).from(d).innerJoin(t, eq(t.id, d.topicId)).where(eq(d.id, after)) : [];
  if (!last) return undefined;
  const ofTopic = or(lt(d.heldOn, last.heldOn), and(eq(d.heldOn, last.heldOn), lt(d.id, after!)));
  return or(gt(t.searchKey, last.key), and(eq(t.searchKey, last.key), or(gt(t.id, last.topicId), and(eq(t.id, last.topicId), ofTopic))));
}

/** All of them, for a file that is to leave nothing out. */
export async function allResults(desk: Desk): Promise<ResultLine[]> {
  const found: ResultLine[] = [];
  let after: Id<"defence"> | undefined;
  do {
    const page = await resultsPage(desk, after, 200);
    found.push(...page.lines);
    after = page.next;
  } while (after);
  return found;
}

/** Those that wait to be published, by title: as many as can be at one moment, and whether there are more. */
export async function waitingResults(desk: Desk) {
  const found = await lines(desk, eq(desk.see.defences.state, "closed"), TOGETHER + 1);
  return { waiting: found.slice(0, TOGETHER), more: found.length > TOGETHER };
}

/** Totals that more than one result has, whatever page they stand on. */
export async function equalTotals(desk: Desk): Promise<ReadonlySet<number>> {
  const { defences: d, results: r } = desk.see;
  const rows = await desk.select({ total: r.total }).from(r).innerJoin(d, eq(d.id, r.defenceId))
    .where(and(isNull(r.undoneAt), isNotNull(r.total), inArray(d.state, ["closed", "published"]))).groupBy(r.total).having(gt(count(), 1));
  return new Set(rows.flatMap(({ total }) => total ?? []));
}
