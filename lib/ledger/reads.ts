import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";

export type LedgerFilter = { action?: string; actorId?: Id<"person">; before?: number };
const PAGE = 50;

/** The newest deeds first, with who did each. */
export async function ledgerPage(desk: Desk, { action, actorId, before }: LedgerFilter) {
  const { ledger: l, people } = desk.see;
  const rows = await desk
    .select({ seq: l.id, at: l.at, actor: people.name, actorId: l.actorId, action: l.action, reason: l.reason, changed: l.changed, subjectId: l.subjectId })
    .from(l)
    .leftJoin(people, eq(people.id, l.actorId))
    .where(and(action ? eq(l.action, action) : undefined, actorId && eq(l.actorId, actorId), before ? lt(l.id, before) : undefined))
    .orderBy(desc(l.id))
    .limit(PAGE + 1);
  return { lines: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.seq : undefined };
}
export type LedgerLine = Awaited<ReturnType<typeof ledgerPage>>["lines"][number];

/** Whose deeds one may ask for: everybody, those who left too. */
export async function actors(desk: Desk) {
  const { people } = desk.see;
  return desk.select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.sortKey), asc(people.id));
}
