import { eq } from "drizzle-orm";
import type { Result } from "@/app/api/v1/outbox/deliver";
import { deliver } from "@/app/api/v1/outbox/deliver";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { assign } from "@/db/seed/place";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { handOverParked } from "@/lib/visits/acts-parked-own";
import type { VisitInput } from "@/lib/visits/forms";
import { parkedVisit } from "@/lib/visits/reads-parked";

/** Somebody's desk with what they may see and do by now. */
export const nowOf = async (town: Town, who: Who): Promise<Desk> => (await Desk.of(town.store, town.people[who], town.now))!;

/** 林晓's seats ended yesterday, and the household she kept is somebody else's from today on, or nobody's. */
export async function lostTo(town: Town, keeper?: Who): Promise<Desk> {
  const [yesterday, today] = ["2026-03-03", "2026-03-04"] as [Day, Day];
  await town.store.write(async (tx) => {
    await tx.update(tables.assignments).set({ endedOn: yesterday }).where(eq(tables.assignments.personId, town.people.lin));
    if (keeper) await assign(tx, town.people[keeper], { villageId: town.villages.dongling, householdId: town.homes.zhang }, today);
  });
  return nowOf(town, "lin");
}

/** As a phone hands them in. */
export const handIn = (desk: Desk, ...visits: VisitInput[]): Promise<Result[]> =>
  deliver(desk, { sentAt: desk.now.getTime(), items: visits.map((visit) => ({ deed: "submit", visit })) });

export async function handedOverTo(town: Town, author: Desk, parkedId: Id<"visit">, keeper: Who): Promise<Desk> {
  await handOverParked(author, { parkedId });
  return nowOf(town, keeper);
}

/** The one to settle, and the words as they are read at this desk. */
export const asRead = async (desk: Desk, parkedId: Id<"visit">) => ({ parkedId, seen: (await parkedVisit(desk, parkedId))!.bodyHash });

export const deedsOn = async (town: Town, id: string): Promise<string[]> =>
  (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).map((line) => line.action);
