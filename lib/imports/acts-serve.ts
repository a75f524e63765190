import { and, eq, inArray, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

const { assignments } = tables;
type Place = { villageId: Id<"village">; gridId?: Id<"grid">; householdId?: Id<"household"> };

/** 联村, 网格 and 包户 out of a workbook begin today. */
export async function serve(desk: Desk, personId: Id<"person">, place: Place): Promise<void> {
  const placeId = place.householdId ?? place.gridId ?? place.villageId;
  await desk.begin("assignment.open", async (tx) => {
    const [made] = await tx.insert(assignments).values({ personId, ...place, placeId, startedOn: desk.me.today }).onConflictDoNothing().returning();
    return made;
  }, "导入");
}

/** What an import alone had opened is withdrawn with it. */
export async function unserve(tx: Writer, personId: Id<"person">, placeIds: readonly string[]): Promise<void> {
  if (placeIds.length === 0) return;
  await tx.delete(assignments).where(and(eq(assignments.personId, personId), inArray(assignments.placeId, [...placeIds]), isNull(assignments.endedOn)));
}
