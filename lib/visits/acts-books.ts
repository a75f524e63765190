import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { type NewRow, type Row, tables } from "@/db/schema";
import { indexVisit } from "@/db/search";
import type { Writer } from "@/db/store";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";

const { households, villages, villageWeeks, visits } = tables;
type Visit = Row<"visits">;
type Tally = Pick<NewRow<"villageWeeks">, "dayVisits" | "nightTalks" | "firmVisits" | "missed">;

/** What is kept beside a visit, so that no board has to count: the index, the week's tally, the household's last visit. */
export async function keepBooks(tx: Writer, before: Visit | null, after: Visit | null, now: Date): Promise<void> {
  if (before) await tally(tx, before, -1);
  if (after) await tally(tx, after, 1);
  if (after && after.state !== "draft") await indexVisit(tx, after.id, after.account, before === null);
  for (const householdId of new Set([before?.householdId, after?.householdId]))
    if (householdId) await noteLastVisit(tx, householdId, now);
}

const columnOf = (visit: Visit): keyof Tally =>
  visit.notDone ? "missed" : visit.kind === "household_day" ? "dayVisits" : visit.kind === "night_talk" ? "nightTalks" : "firmVisits";

/** A draft is nobody's business yet: it is not counted. */
async function tally(tx: Writer, visit: Visit, by: 1 | -1): Promise<void> {
  if (visit.state === "draft") return;
  const column = columnOf(visit);
  const { villageId, week } = visit;
  await tx.insert(villageWeeks).values({ villageId, week, [column]: by })
    .onConflictDoUpdate({
      target: [villageWeeks.villageId, villageWeeks.week],
      set: { [column]: sql`${villageWeeks[column]} + ${by}` },
    });
}

/** Asked of the visits themselves, so that a recall or a mended date puts the household right again. */
export async function noteLastVisit(tx: Writer, householdId: Id<"household">, now: Date): Promise<void> {
  const [last] = await tx.select({ on: visits.visitedOn, by: visits.authorId }).from(visits)
    .where(and(eq(visits.householdId, householdId), ne(visits.state, "draft"), isNull(visits.notDone)))
    .orderBy(desc(visits.visitedOn)).limit(1);
  const [home] = await tx.select({ every: villages.visitEveryDays }).from(households)
    .innerJoin(villages, eq(villages.id, households.villageId)).where(eq(households.id, householdId));
  await tx.update(households)
    .set({ lastVisitedOn: last?.on ?? null, lastVisitedById: last?.by ?? null, visitDueOn: last ? addDays(last.on, home!.every) : dayOf(now) })
    .where(eq(households.id, householdId));
}
