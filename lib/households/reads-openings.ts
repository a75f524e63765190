import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import { type Id, idFrom } from "@/lib/kernel/id";
import { patternsOf } from "@/lib/search/rules";
import { unmaskField, unmaskReason } from "@/lib/words/household";

export type OpeningFilter = { householdId?: Id<"household">; personId?: Id<"person">; home?: string };
export type OpeningKey = { at: Date; id: Id<"unmasking"> };
const PAGE = 30;

/**
 * 查看记录 of the whole town, newest first: ids begin with their moment, so all of them are walked by id; those of one
 * household or person, few as they are, by their moment. Whoever sees no households reads which number it was.
 */
export async function openingsPage(desk: Desk, filter: OpeningFilter, after?: OpeningKey) {
  const { unmaskings: u, people: p, households: h, villages: v } = desk.see;
  const narrowed = Object.values(filter).some(Boolean);
  const rows = await desk
    .select({
      id: u.id, at: u.at, who: p.name, personId: u.personId, field: u.field, reason: u.reason, words: u.words,
      householdId: u.householdId, maskedName: h.maskedName, code: h.code, groupName: h.groupName, village: v.name,
    })
    .from(u)
    .innerJoin(p, eq(p.id, u.personId))
    .leftJoin(h, eq(h.id, u.householdId))
    .leftJoin(v, eq(v.id, h.villageId))
    .where(and(matching(desk, filter), after && (narrowed ? sql`(${u.at}, ${u.id}) < (${after.at.getTime()}, ${after.id})` : lt(u.id, after.id))))
    .orderBy(...(narrowed ? [desc(u.at), desc(u.id)] : [desc(u.id)]))
    .limit(PAGE + 1);
  const lines = rows.slice(0, PAGE).map(({ field, reason, words, at, ...row }) => ({
    ...row, at: clockOf(at), field: unmaskField.label(field), reason: [unmaskReason.label(reason), words].filter(Boolean).join("："),
  }));
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { lines, ...(last && { next: `${last.at.getTime()}~${last.id}` }) };
}
export type OpeningLine = Awaited<ReturnType<typeof openingsPage>>["lines"][number];

/** A household is found by 户号, village, group or the surname that everybody reads; never by a name that is masked here. */
function matching(desk: Desk, { householdId, personId, home = "" }: OpeningFilter): SQL | undefined {
  const { unmaskings: u, households: h } = desk.see;
  const patterns = patternsOf(home.replaceAll("*", " "));
  const holds = patterns.map((pattern) => sql`${h.searchKey} like ${pattern} escape '\\'`);
  const named = desk.select({ id: h.id }).from(h).where(and(...holds));
  return and(householdId && eq(u.householdId, householdId), personId && eq(u.personId, personId), holds.length > 0 ? inArray(u.householdId, named) : undefined);
}

/** A key out of an address bar; what is not one begins at the beginning. */
export function openingKeyFrom(text: string | undefined): OpeningKey | undefined {
  const [ms, id] = [/^\d{1,14}(?=~)/.exec(text ?? "")?.[0], idFrom<"unmasking">(text?.split("~")[1])];
  return ms && id ? { at: new Date(Number(ms)), id } : undefined;
}
