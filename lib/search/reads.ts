import { and, asc, desc, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { patternsOf, snippetOf, wordsOf } from "./rules";

/** So many of each kind; who has more to choose from types another character. */
const most = 20;

/** Households are asked for at `lib/households`, which knows what of them may be shown. */
export async function peopleByQuery(desk: Desk, text: string) {
  const { people: p } = desk.see;
  const like = holdsAll(text, p.searchKey);
  if (!like) return [];
  return desk
    .select({ id: p.id, name: p.name, roles: p.roles, department: p.department, title: p.title })
    .from(p)
    .where(and(isNull(p.leftOn), like))
    .orderBy(asc(p.sortKey), asc(p.id))
    .limit(most);
}

export async function villagesByQuery(desk: Desk, text: string) {
  const { villages: v } = desk.see;
  const like = holdsAll(text, v.searchKey);
  if (!like) return [];
  return desk.select({ id: v.id, name: v.name, kind: v.kind }).from(v).where(like).orderBy(asc(v.sortKey), asc(v.id)).limit(most);
}

function holdsAll(text: string, key: SQLWrapper): SQL | undefined {
  return and(...patternsOf(text).map((pattern) => sql`${key} like ${pattern} escape '\\'`));
}

/** Visits whose account says every word asked for, the newest written first, with the words around the hit. */
export async function visitsByQuery(desk: Desk, text: string) {
  const hits = desk.visitsMentioning(text);
  if (!hits) return [];
  const { visits: v, people: p, villages } = desk.see;
  const says = wordsOf(text).map((word) => sql`instr(lower(${v.account}), ${word}) > 0`);
  const found = await desk
    .select({ id: v.id, on: v.visitedOn, author: p.name, village: villages.name, account: v.account })
    .from(sql`${hits} as hits`)
    .innerJoin(v, eq(v.id, sql`hits.visit_id`))
    .innerJoin(p, eq(p.id, v.authorId))
    .innerJoin(villages, eq(villages.id, v.villageId))
    .where(and(...says))
    .orderBy(desc(sql`hits.doc`))
    .limit(most);
  // Found in the order they were written, which is how the index lies; shown in the order they took place.
  return found.toSorted((a, b) => b.on.localeCompare(a.on)).map(({ account, ...visit }) => ({ ...visit, snippet: snippetOf(account, text) }));
}
