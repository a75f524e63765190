import { and, asc, count, eq, isNull, lt, lte, type SQL } from "drizzle-orm";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import { addDays, addWorkdays, type Almanac, dayOf, daysBetween, meetingDayOf, startOf, weekOf } from "@/lib/kernel/calendar";
import type { Day, Week } from "@/lib/kernel/day";
import { TRIAGE_DAYS } from "@/lib/problems/rules";
import { doorName } from "@/lib/visits/rules";
import { visitKind } from "@/lib/words/visit";
import { pairedCadres, unpairedCadres } from "./reads";
import { villagesCalledOn, villagesNotCalledOn } from "./reads-board";
import { talksDue } from "./reads-pairs";
import { type WaitingKind, waitingKind } from "./rules";

/** One thing that is overdue, due today, or (a cadre without a mentor) waits without a date. */
export type WaitingLine = {
  kind: WaitingKind;
  id: string;
  title: string;
  /** Whose move it is. */
  who: string;
  dueOn: Day | undefined;
  late: boolean;
  /** Whole days past the day it was due; 0 for what is late since this morning. */
  days: number;
};

/** What today means to each kind. */
type Moment = { today: Day; week: Week; meetingOn: Day | undefined; raisedBefore: Date; almanac: Almanac };

const MOST = 60;

/** Everything at once, whoever needs help longest first: the late by their day, then the undated, then today's. */
export async function whatWaits(desk: Desk, only?: WaitingKind) {
  const moment = await momentOf(desk);
  const all = await Promise.all(waitingKind.values.map((kind) => linesOf[kind](desk, moment)));
  const counts = await Promise.all(waitingKind.values.map(async (kind, place) =>
    ({ kind, n: all[place]!.length > MOST ? await countOf[kind](desk, moment) : all[place]!.length })));
  const lines = all.flat().filter((line) => !only || line.kind === only).sort(byNeed).slice(0, MOST);
  const total = counts.filter(({ kind }) => !only || kind === only).reduce((sum, { n }) => sum + n, 0);
  return { lines, counts, total, more: total - lines.length };
}
export type Waiting = Awaited<ReturnType<typeof whatWaits>>;

const orderOf = (line: WaitingLine): string => (line.late ? `0 ${line.dueOn}` : line.dueOn ? "2" : "1");
const byNeed = (a: WaitingLine, b: WaitingLine): number => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0);

async function momentOf(desk: Desk): Promise<Moment> {
  const [{ today }, almanac] = [desk.me, await almanacOf(desk)];
  const week = weekOf(today);
  let raisedOn = today;
  while (addWorkdays(raisedOn, TRIAGE_DAYS, almanac) > today) raisedOn = addDays(raisedOn, -1);
  return { today, week, meetingOn: meetingDayOf(week, almanac), raisedBefore: startOf(addDays(raisedOn, 1)), almanac };
}

const linesOf: Record<WaitingKind, (desk: Desk, moment: Moment) => Promise<WaitingLine[]>> = {
  review: reviews, call: calls, pairing: pairings, proposal: proposals, coaching: talks, feedback, problem: problems,
};

const countOf: Record<WaitingKind, (desk: Desk, moment: Moment) => Promise<number>> = {
  review: async (desk, { today }) => {
    const [row] = await desk.select({ n: count() }).from(desk.see.visits).where(reviewsDue(desk, today));
    return row!.n;
  },
  call: async (desk, { week }) => villagesCalledOn(desk, week).then(({ called, all }) => all - called),
  proposal: (desk, moment) => proposals(desk, moment).then(({ length }) => length),
  coaching: (desk, moment) => talks(desk, moment).then(({ length }) => length),
  pairing: async (desk) => pairedCadres(desk).then(({ cadres, paired }) => cadres - paired),
  feedback: async (desk, { today }) => {
    const [row] = await desk.select({ n: count() }).from(desk.see.feedback).where(answersDue(desk, today));
    return row!.n;
  },
  problem: async (desk, { raisedBefore }) => {
    const [row] = await desk.select({ n: count() }).from(desk.see.problems).where(triageDue(desk, raisedBefore));
    return row!.n;
  },
};

const dated = (dueOn: Day, today: Day, late = dueOn < today) => ({ dueOn, late, days: Math.max(0, daysBetween(dueOn, today)) });

const reviewsDue = (desk: Desk, today: Day): SQL | undefined =>
  and(eq(desk.see.visits.state, "submitted"), lt(desk.see.visits.dueAt, startOf(addDays(today, 1))));

async function reviews(desk: Desk, { today }: Moment): Promise<WaitingLine[]> {
  const { visits: v, people, villages, households, enterprises } = desk.see;
  const rows = await desk
    .select({
      id: v.id, visitedOn: v.visitedOn, kind: v.kind, dueAt: v.dueAt, reviewerId: v.reviewerId, author: people.name,
      village: villages.name, maskedName: households.maskedName, firm: enterprises.name,
    })
    .from(v)
    .innerJoin(people, eq(people.id, v.authorId))
    .innerJoin(villages, eq(villages.id, v.villageId))
    .leftJoin(households, eq(households.id, v.householdId))
    .leftJoin(enterprises, eq(enterprises.id, v.enterpriseId))
    .where(reviewsDue(desk, today))
    .orderBy(asc(v.dueAt), asc(v.id))
    .limit(MOST + 1);
  const names = await namesOf(desk, rows.map((row) => row.reviewerId));
  return rows.map((row) => ({
    kind: "review", id: row.id, who: names(row.reviewerId) || "还没有批阅人",
    title: `${row.author} · ${row.village} ${doorName(row)} · ${row.visitedOn.slice(5)} ${visitKind.label(row.kind)}`,
    ...dated(dayOf(row.dueAt!), today, row.dueAt! < desk.now),
  }));
}

/** Only once 走访日 is over; a week of holidays owes nothing. */
async function calls(desk: Desk, { today, week, meetingOn }: Moment): Promise<WaitingLine[]> {
  if (!meetingOn || today <= meetingOn) return [];
  const villages = await villagesNotCalledOn(desk, week, MOST + 1);
  return villages.map(({ id, name, people }) => ({
    kind: "call", id, title: `${name} 本周双访还没有登记`,
    who: people.slice(0, 2).join("、") + (people.length > 2 ? " 等" : "") || "还没有人联村",
    ...dated(meetingOn, today),
  }));
}

async function pairings(desk: Desk): Promise<WaitingLine[]> {
  const cadres = await unpairedCadres(desk, MOST + 1);
  return cadres.map(({ id, name, department }) => ({
    kind: "pairing", id, title: [name, department, "还没有导师"].filter(Boolean).join(" "), who: "党建办",
    dueOn: undefined, late: false, days: 0,
  }));
}

/** A proposal whose mentor was to answer by today; it stays one, however long it waits. */
async function proposals(desk: Desk, { today }: Moment): Promise<WaitingLine[]> {
  const { pairings: p, people } = desk.see;
  const rows = await desk.select({ id: p.id, menteeId: p.menteeId, answerBy: p.answerBy, mentor: people.name }).from(p)
    .innerJoin(people, eq(people.id, p.mentorId)).where(and(eq(p.state, "proposed"), lte(p.answerBy, today))).orderBy(asc(p.answerBy), asc(p.id));
  const names = await namesOf(desk, rows.map(({ menteeId }) => menteeId));
  return rows.map(({ id, menteeId, answerBy, mentor }) => ({ kind: "proposal", id, title: `${names(menteeId)} 的结对提议还没有答复`, who: mentor, ...dated(answerBy!, today) }));
}

async function talks(desk: Desk, { today }: Moment): Promise<WaitingLine[]> {
  const due = await talksDue(desk);
  return due.map(({ pairingId, mentee, mentor, says, dueOn }) => ({ kind: "coaching", id: pairingId, title: `${mentee} ${says}`, who: mentor, ...dated(dueOn, today) }));
}

const answersDue = (desk: Desk, today: Day): SQL | undefined =>
  and(isNull(desk.see.feedback.answeredAt), lte(desk.see.feedback.dueOn, today));

async function feedback(desk: Desk, { today }: Moment): Promise<WaitingLine[]> {
  const { feedback: f, people } = desk.see;
  const rows = await desk.select({ id: f.id, says: f.says, dueOn: f.dueOn, author: people.name }).from(f)
    .innerJoin(people, eq(people.id, f.authorId)).where(answersDue(desk, today)).orderBy(asc(f.dueOn), asc(f.id)).limit(MOST + 1);
  return rows.map(({ id, says, dueOn, author }) => ({ kind: "feedback", id, title: `${author}：${says}`, who: "党建办", ...dated(dueOn, today) }));
}

const triageDue = (desk: Desk, before: Date): SQL | undefined =>
  and(eq(desk.see.problems.state, "collected"), lt(desk.see.problems.raisedAt, before));

async function problems(desk: Desk, { today, raisedBefore, almanac }: Moment): Promise<WaitingLine[]> {
  const { problems: p, villages, households } = desk.see;
  const rows = await desk
    .select({ id: p.id, title: p.title, raisedAt: p.raisedAt, village: villages.name, maskedName: households.maskedName })
    .from(p)
    .innerJoin(villages, eq(villages.id, p.villageId)).leftJoin(households, eq(households.id, p.householdId))
    .where(triageDue(desk, raisedBefore)).orderBy(asc(p.raisedAt), asc(p.id)).limit(MOST + 1);
  return rows.map((row) => ({
    kind: "problem", id: row.id, who: "党建办",
    title: [row.village, row.maskedName && `${row.maskedName} 户`, row.title].filter(Boolean).join(" "),
    ...dated(addWorkdays(dayOf(row.raisedAt), TRIAGE_DAYS, almanac), today),
  }));
}
