import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";

/*
 * While somebody is examined on a household, what their phone sends of it can be neither taken in nor answered: either
 * would tell them which one it is. It waits on the phone. Read past their sight, and nothing of it is shown.
 */
const { photos: p, visits: v } = tables;

/** A visit at a household that is kept from its author just now: as the phone tells it, or as it stands here. */
export async function isVisitKept(desk: Desk, visit: { id: Id<"visit">; householdId: Id<"household"> | null }): Promise<boolean> {
  const hidden = desk.me.hiddenHouseholdIds;
  if (hidden.length === 0) return false;
  if (visit.householdId && hidden.includes(visit.householdId)) return true;
  const [mine] = await desk.select({ id: v.id }).from(v).where(and(eq(v.id, visit.id), eq(v.authorId, desk.me.id), inArray(v.householdId, [...hidden])));
  return mine !== undefined;
}

/** A picture of such a visit. */
export async function isPhotoKept(desk: Desk, photoId: Id<"photo">): Promise<boolean> {
  const hidden = desk.me.hiddenHouseholdIds;
  if (hidden.length === 0) return false;
  const [mine] = await desk.select({ id: p.id }).from(p).innerJoin(v, eq(v.id, p.visitId))
    .where(and(eq(p.id, photoId), eq(p.authorId, desk.me.id), inArray(v.householdId, [...hidden])));
  return mine !== undefined;
}
