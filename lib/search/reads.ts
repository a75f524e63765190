import { and, asc, count, desc, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
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

export async function topicsByQuery(desk: Desk, text: string) {
  const { topics: t } = desk.see;
  const like = holdsAll(text, t.searchKey);
  if (!like) return [];
  return desk.select({ id: t.id, title: t.title, gate: t.gate, stoppedOn: t.stoppedOn, leadDepartment: t.leadDepartment })
    .from(t).where(like).orderBy(desc(t.startedOn), desc(t.id)).limit(most);
}

function holdsAll(text: string, key: SQLWrapper): SQL | undefined {
  return and(...patternsOf(text).map((pattern) => sql`${key} like ${pattern} escape '\\'`));
}

/** Visits whose account says every word asked for, with the words around the hit, in the order they took place. */
export async function visitsByQuery(desk: Desk, text: string) {
  const hits = desk.visitsMentioning(text);
  if (!hits) return [];
  const found = seesFew(desk) && (await isCommon(desk, hits)) ? await saidAmongMine(desk, text) : await mentioned(desk, hits, text);
  return found.toSorted((a, b) => b.on.localeCompare(a.on)).map(({ account, ...visit }) => ({ ...visit, snippet: snippetOf(account, text) }));
}

/** From the index, the newest written first. Of what the town wrote one looks up hit by hit what this desk may see. */
async function mentioned(desk: Desk, hits: SQL, text: string) {
  const { visits: v, people: p, villages } = desk.see;
  return desk
    .select({ id: v.id, on: v.visitedOn, author: p.name, village: villages.name, account: v.account })
    .from(sql`${hits} as hits`)
    .innerJoin(v, eq(v.id, sql`hits.visit_id`))
    .innerJoin(p, eq(p.id, v.authorId))
    .innerJoin(villages, eq(villages.id, v.villageId))
    .where(saying(desk, text))
    .orderBy(desc(sql`hits.doc`))
    .limit(most);
}

/** Whoever follows nobody but themselves: a few hundred visits of a town's hundred thousand. */
const seesFew = ({ me }: Desk): boolean => me.menteeIds.length === 0 && !me.is("office", "leader", "villageCadre", "gridMember");

/** More hits than may be looked up one by one, most of them in vain. */
const common = 200;

async function isCommon(desk: Desk, hits: SQL): Promise<boolean> {
  const [row] = await desk.select({ n: count() }).from(sql`(select 1 from ${hits} limit ${common + 1}) as some`);
  return row!.n > common;
}

/** From the visits themselves: a desk's own few, read one by one. */
async function saidAmongMine(desk: Desk, text: string) {
  const { visits: v, people: p, villages } = desk.see;
  return desk
    .select({ id: v.id, on: v.visitedOn, author: p.name, village: villages.name, account: v.account })
    .from(v)
    .innerJoin(p, eq(p.id, v.authorId))
    .innerJoin(villages, eq(villages.id, v.villageId))
    .where(saying(desk, text))
    .orderBy(desc(v.visitedOn), desc(v.id))
    .limit(most);
}

const saying = (desk: Desk, text: string): SQL | undefined =>
  and(...wordsOf(text).map((word) => sql`instr(lower(${desk.see.visits.account}), ${word}) > 0`));
