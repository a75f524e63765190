import { eq, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { DrawRow } from "./verify";

/** Which household an id is, for whoever may know: its village, number and masked name. */
export async function doorWords(desk: Desk, draws: readonly Pick<DrawRow, "householdId">[]): Promise<ReadonlyMap<string, string>> {
  const ids = draws.flatMap(({ householdId }) => householdId ?? []);
  if (ids.length === 0) return new Map();
  const { households: h, villages: v } = desk.see;
  const rows = await desk.select({ id: h.id, code: h.code, name: h.maskedName, village: v.name }).from(h).innerJoin(v, eq(v.id, h.villageId)).where(inArray(h.id, ids));
  return new Map(rows.map(({ id, code, name, village }) => [id as string, `${village} ${name} 户（${code}）`]));
}
