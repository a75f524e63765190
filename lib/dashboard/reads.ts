import { and, asc, count, countDistinct, desc, eq, gt, gte, inArray, isNull, like, lte, max, ne, or, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, mondayOf, startOf, weekOf } from "@/lib/kernel/calendar";
import type { Week } from "@/lib/kernel/day";
import type { VisitKind } from "@/lib/words/visit";

/*
 * The numbers and short lists of 今日 that belong to no single noun. Every one is a question put to a desk: the same
 * question, asked at another desk, counts what that person may see.
 */

/** How many young cadres there are, and how many of them have a mentor, or one arranged. */
export async function pairedCadres(desk: Desk): Promise<{ cadres: number; paired: number }> {
  const { people, pairings } = desk.see;
  const [row] = await desk.select({ cadres: countDistinct(people.id), paired: countDistinct(pairings.menteeId) }).from(people)
    .leftJoin(pairings, and(eq(pairings.menteeId, people.id), goesOn(desk))).where(isCadre(desk));
  return row!;
}

/** Young cadres whom nobody mentors and for whom nothing is arranged, by name. */
export async function unpairedCadres(desk: Desk, limit: number) {
  const { people, pairings } = desk.see;
  return desk.select({ id: people.id, name: people.name, department: people.department }).from(people)
    .leftJoin(pairings, and(eq(pairings.menteeId, people.id), goesOn(desk)))
    .where(and(isCadre(desk), isNull(pairings.id))).orderBy(asc(people.sortKey), asc(people.id)).limit(limit);
}

/** A pairing that ends today is over for whoever looks for a new mentor. */
function goesOn(desk: Desk): SQL | undefined {
  const { pairings: p } = desk.see;
  return or(isNull(p.endedOn), gt(p.endedOn, desk.me.today));
}

function isCadre(desk: Desk): SQL | undefined {
  const { people } = desk.see;
  return and(isNull(people.leftOn), like(people.roles, '%"cadre"%'));
}

/** My visits that came back, with what was asked of me; the one waiting longest first. */
export async function returnedToMe(desk: Desk, limit = 10) {
  const { visits: v, visitSteps: s, people, villages, households, enterprises } = desk.see;
  const asked = inArray(s.move, ["return", "unlock"]);
  const latest = desk.select({ version: max(s.version) }).from(s).where(and(eq(s.visitId, v.id), asked));
  return desk
    .select({
      id: v.id, visitedOn: v.visitedOn, kind: v.kind, village: villages.name, maskedName: households.maskedName, firm: enterprises.name,
      note: s.note, reviewer: people.name, at: s.at,
    })
    .from(v)
    .innerJoin(s, and(eq(s.visitId, v.id), asked, eq(s.version, latest)))
    .innerJoin(people, eq(people.id, s.actorId))
    .innerJoin(villages, eq(villages.id, v.villageId))
    .leftJoin(households, eq(households.id, v.householdId))
    .leftJoin(enterprises, eq(enterprises.id, v.enterpriseId))
    .where(and(eq(v.authorId, desk.me.id), eq(v.state, "returned")))
    .orderBy(asc(s.at)).limit(limit);
}

/** What I began and have not handed in, newest first. */
export async function myDrafts(desk: Desk, limit = 10) {
  const { visits: v, villages, households, enterprises } = desk.see;
  return desk
    .select({
      id: v.id, visitedOn: v.visitedOn, kind: v.kind, account: v.account,
      village: villages.name, maskedName: households.maskedName, firm: enterprises.name,
    })
    .from(v)
    .innerJoin(villages, eq(villages.id, v.villageId))
    .leftJoin(households, eq(households.id, v.householdId))
    .leftJoin(enterprises, eq(enterprises.id, v.enterpriseId))
    .where(and(eq(v.authorId, desk.me.id), eq(v.state, "draft")))
    .orderBy(desc(v.visitedOn), desc(v.id)).limit(limit);
}

/** 学员本周: day visits, night talks and what came back, by name. */
export async function menteesWeek(desk: Desk, week: Week = weekOf(desk.me.today)) {
  const { visits: v, people } = desk.see;
  const mine = [...desk.me.menteeIds];
  const monday = mondayOf(week);
  const [names, tallies] = await Promise.all([
    desk.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, mine)).orderBy(asc(people.sortKey)),
    desk.select({ authorId: v.authorId, kind: v.kind, state: v.state, missed: v.notDone, n: count() }).from(v)
      .where(and(inArray(v.authorId, mine), gte(v.visitedOn, monday), lte(v.visitedOn, addDays(monday, 6)), ne(v.state, "draft")))
      .groupBy(v.authorId, v.kind, v.state, v.notDone),
  ]);
  return names.map((person) => {
    const own = tallies.filter((tally) => tally.authorId === person.id);
    const sum = (fits: (tally: (typeof own)[number]) => boolean) => own.filter(fits).reduce((total, tally) => total + tally.n, 0);
    const kept = (kind: VisitKind) => sum((tally) => tally.kind === kind && !tally.missed);
    return { ...person, day: kept("household_day"), night: kept("night_talk"), returned: sum((tally) => tally.state === "returned") };
  });
}

/** Accounts nobody has opened yet, and those that rest after five wrong passwords. */
export async function accountsWaiting(desk: Desk): Promise<{ unopened: number; locked: number }> {
  const { accounts: a, signInTries: t } = desk.see;
  const [row] = await desk.select({ n: count() }).from(a).where(and(isNull(a.activatedAt), isNull(a.disabledAt)));
  const [tries] = await desk.select({ n: count() }).from(t).where(and(sql`${t.accountId} is not null`, gte(t.lockedUntil, desk.now)));
  return { unopened: row!.n, locked: tries!.n };
}

/** The last line of the 台账, whose number is how many there are, and how many of them are today's. */
export async function lastOfLedger(desk: Desk): Promise<{ lines: number; at: Date | undefined; today: number }> {
  const { ledger } = desk.see;
  const [last] = await desk.select({ seq: ledger.id, at: ledger.at }).from(ledger).orderBy(desc(ledger.id)).limit(1);
  if (!last) return { lines: 0, at: undefined, today: 0 };
  const [before] = await desk.select({ seq: ledger.id }).from(ledger)
    .where(sql`${ledger.at} < ${startOf(dayOf(desk.now)).getTime()}`).orderBy(desc(ledger.id)).limit(1);
  return { lines: last.seq, at: last.at, today: last.seq - (before?.seq ?? 0) };
}
