import { and, asc, desc, eq, inArray, ne, or, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { patternsOf, type Snippet, snippetOf, wordsOf } from "@/lib/search/rules";
import { blot, doorName } from "@/lib/visits/rules";
import { type VisitKind, visitKind } from "@/lib/words/visit";
import { MOST_PICKS } from "./rules";

/** What a topic may rest on, as it is found: never more than its finder may see, and no name in full. */
export type Pick = { kind: "visit" | "problem"; id: string; title: string; note: string; snippet: Snippet | undefined; linked: boolean };
export type Source = { visitId: Id<"visit"> | null; problemId: Id<"problem"> | null; visitKind: VisitKind | null; on: Day; villageId: Id<"village"> };

const FIRST = 8;
/** Titles read for their pinyin, which no key is kept of: the newest ones. */
const TITLES = 300;

/** The link to be kept of a visit that was handed in, or of a problem; none of what I may not see. */
export async function evidenceSource(desk: Desk, pick: { kind: "visit"; id: Id<"visit"> } | { kind: "problem"; id: Id<"problem"> }): Promise<Source | undefined> {
  const { visits: v, problems: p } = desk.see;
  if (pick.kind === "visit") {
    const [visit] = await desk.select({ on: v.visitedOn, visitKind: v.kind, villageId: v.villageId }).from(v).where(and(eq(v.id, pick.id), ne(v.state, "draft")));
    return visit && { ...visit, visitId: pick.id, problemId: null };
  }
  const [problem] = await desk.select({ at: p.raisedAt, villageId: p.villageId }).from(p).where(eq(p.id, pick.id));
  return problem && { on: dayOf(problem.at), villageId: problem.villageId, visitKind: null, visitId: null, problemId: pick.id };
}

/** Visits and problems by household, firm, village, author or their own words: characters, pinyin or initials. Unasked, my latest. */
export async function picksFor(desk: Desk, topicId: Id<"topic">, q: string): Promise<Pick[]> {
  const [visits, problems] = q ? await found(desk, q) : await latest(desk);
  const { topicEvidence: e } = desk.see;
  const rows = [...visits, ...problems];
  const ids = rows.map(({ id }) => id);
  const linked = ids.length === 0 ? [] : await desk.select({ visitId: e.visitId, problemId: e.problemId }).from(e)
    .where(and(eq(e.topicId, topicId), or(inArray(e.visitId, visits.map(({ id }) => id)), inArray(e.problemId, problems.map(({ id }) => id)))));
  const known = new Set<string | null>(linked.map(({ visitId, problemId }) => visitId ?? problemId));
  return rows.map((row) => ({ ...row, linked: known.has(row.id) })).toSorted((a, b) => Number(a.linked) - Number(b.linked) || b.on.localeCompare(a.on)).slice(0, MOST_PICKS)
    .map(({ kind, id, title, note, linked: there, words }) => ({ kind, id, title, note, linked: there, snippet: words ? snippetOf(blot(words), q) : undefined }));
}

const latest = (desk: Desk) => Promise.all([
  visitsWhere(desk, eq(desk.see.visits.authorId, desk.me.id), FIRST), problemsWhere(desk, eq(desk.see.problems.raisedById, desk.me.id), FIRST),
]);

async function found(desk: Desk, q: string) {
  const { visits: v, problems: p } = desk.see;
  const { homes, firms, villages, authors } = await placesBy(desk, q);
  const visits = [
    ...(await visitsWhere(desk, inArray(v.householdId, homes))), ...(await visitsWhere(desk, inArray(v.enterpriseId, firms))),
    ...(await visitsWhere(desk, inArray(v.villageId, villages))), ...(await visitsWhere(desk, inArray(v.authorId, authors))),
    ...(await visitsSaying(desk, q)),
  ];
  const problems = [
    ...(await problemsWhere(desk, inArray(p.householdId, homes))), ...(await problemsWhere(desk, inArray(p.villageId, villages))),
    ...(await problemsNamed(desk, q)),
  ];
  return [once(visits), once(problems)] as const;
}

const once = <Row extends { id: string }>(rows: Row[]): Row[] => [...new Map(rows.map((row) => [row.id, row])).values()];

const holdsAll = (q: string, ...keys: SQLWrapper[]): SQL | undefined =>
  and(...patternsOf(q).map((pattern) => or(...keys.map((key) => sql`${key} like ${pattern} escape '\\'`))));

/** Where and by whom it may have been; a name in full only finds for whoever may read it. */
async function placesBy(desk: Desk, q: string) {
  const { households: h, householders: clear, enterprises: e, villages: v, people: p } = desk.see;
  const [homes, firms, villages, authors] = await Promise.all([
    desk.select({ id: h.id }).from(h).leftJoin(clear, eq(clear.householdId, h.id)).where(holdsAll(q, h.searchKey, clear.searchKey)).orderBy(asc(h.visitDueOn), asc(h.id)).limit(60),
    desk.select({ id: e.id }).from(e).where(holdsAll(q, e.searchKey)).limit(MOST_PICKS),
    desk.select({ id: v.id }).from(v).where(holdsAll(q, v.searchKey)).limit(5),
    desk.select({ id: p.id }).from(p).where(holdsAll(q, p.searchKey)).limit(10),
  ]);
  const ids = <Row extends { id: string }>(rows: Row[]): Row["id"][] => rows.map(({ id }) => id);
  return { homes: ids(homes), firms: ids(firms), villages: ids(villages), authors: ids(authors) };
}

async function visitsWhere(desk: Desk, where: SQL, size = MOST_PICKS) {
  const { visits: v, villages, people, households: h, enterprises: e } = desk.see;
  const rows = await desk.select({
    id: v.id, on: v.visitedOn, visitKind: v.kind, account: v.account, village: villages.name, author: people.name,
    maskedName: h.maskedName, code: h.code, firm: e.name,
  }).from(v).innerJoin(villages, eq(villages.id, v.villageId)).innerJoin(people, eq(people.id, v.authorId))
    .leftJoin(h, eq(h.id, v.householdId)).leftJoin(e, eq(e.id, v.enterpriseId))
    .where(and(ne(v.state, "draft"), where)).orderBy(desc(v.visitedOn), desc(v.id)).limit(size);
  return rows.map(({ visitKind: kind, account, village, author, code, ...row }) => ({
    kind: "visit" as const, id: row.id, on: row.on, words: account,
    title: `${shortDay(row.on)} ${village} ${row.maskedName || row.firm ? doorName(row) : ""}`.trim(),
    note: [visitKind.label(kind), author, code && `户号 ${code}`].filter(Boolean).join(" · "),
  }));
}

async function visitsSaying(desk: Desk, q: string) {
  const hits = desk.visitsMentioning(q);
  if (!hits) return [];
  const { visits: v } = desk.see;
  const said = and(...wordsOf(q).map((word) => sql`instr(lower(${v.account}), ${word}) > 0`));
  const ids = await desk.select({ id: v.id }).from(sql`${hits} as hits`).innerJoin(v, eq(v.id, sql`hits.visit_id`)).where(said).orderBy(desc(sql`hits.doc`)).limit(MOST_PICKS);
  return visitsWhere(desk, inArray(v.id, ids.map(({ id }) => id)));
}

async function problemsWhere(desk: Desk, where: SQL, size = MOST_PICKS) {
  const { problems: p, villages, households: h } = desk.see;
  const rows = await desk.select({ id: p.id, title: p.title, at: p.raisedAt, village: villages.name, maskedName: h.maskedName })
    .from(p).innerJoin(villages, eq(villages.id, p.villageId)).leftJoin(h, eq(h.id, p.householdId))
    .where(where).orderBy(desc(p.raisedAt), desc(p.id)).limit(size);
  return rows.map(({ id, title, at, village, maskedName }) => ({
    kind: "problem" as const, id, on: dayOf(at), words: "", title,
    note: ["问题", shortDay(dayOf(at)), village, maskedName && doorName({ maskedName, firm: null })].filter(Boolean).join(" · "),
  }));
}

/** By title: its characters anywhere, its pinyin among the newest. */
async function problemsNamed(desk: Desk, q: string) {
  const { problems: p } = desk.see;
  if (/\p{Script=Han}/u.test(q)) return problemsWhere(desk, holdsAll(q, p.title)!);
  const titles = await desk.select({ id: p.id, title: p.title }).from(p).orderBy(desc(p.raisedAt), desc(p.id)).limit(TITLES);
  const hits = titles.filter(({ title }) => wordsOf(q).every((word) => searchKeyOf(title).includes(word))).slice(0, MOST_PICKS);
  return problemsWhere(desk, inArray(p.id, hits.map(({ id }) => id)));
}
