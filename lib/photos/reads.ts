import { and, eq, gte, sum } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";

export async function myPhoto(desk: Desk, id: Id<"photo">) {
  const { photos: p } = desk.see;
  const [photo] = await desk.select({ state: p.state, bodyHash: p.bodyHash }).from(p).where(and(eq(p.id, id), eq(p.authorId, desk.me.id)));
  return photo;
}

/** How many bytes of mine were kept this month. */
export async function keptThisMonth(desk: Desk): Promise<number> {
  const { photos: p } = desk.see;
  const first = new Date(`${dayOf(desk.now).slice(0, 7)}-01T00:00:00+08:00`);
  const [row] = await desk.select({ bytes: sum(p.bytes) }).from(p).where(and(eq(p.authorId, desk.me.id), gte(p.receivedAt, first)));
  return Number(row?.bytes ?? 0);
}
