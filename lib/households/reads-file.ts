import { and, asc, desc, eq, isNull, ne, notInArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays, clockOf, dayOf, daysBetween } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { unclear } from "@/lib/words/heading";
import { factKind, type FactKind, factSource, factTopic, kinship, unmaskField, unmaskReason } from "@/lib/words/household";
import { type FileKind, fileKind } from "@/lib/words/practice";
import { problemState } from "@/lib/words/problem";
import { side } from "@/lib/words/visit";
import { type KindProposals, proposalsOf } from "./reads-proposals";
import { checkAfterDays, sinceWords } from "./rules";

/**
 * All there is to read before knocking, on one screen. What this desk may not see of it is not here at all:
 * a hidden name is masked, hidden facts are a count or their headings, a hidden child is only counted.
 */
export async function household(desk: Desk, id: Id<"household">) {
  const head = await headOf(desk, id);
  if (!head) return undefined;
  const [members, rows] = [await membersOf(desk, id), await factRows(desk, id)];
  const [problems, steps] = [await openProblems(desk, id), await stepsOwed(desk, id)];
  const [visits, keepers, openings] = [await recentVisits(desk, id), await keepersOf(desk, id), await openingsOf(desk, id)];
  const home = { id, villageId: head.village.id, gridId: head.gridId };
  const { saidBy, proposals } = await proposalsOf(desk, home, rows, openings.open.map(({ field }) => field));
  const facts = factsOf(desk, rows, saidBy);
  return { ...head, ...members, facts, proposals, toCheck: [...toCheck(facts), ...waiting(proposals)], problems, steps, visits, keepers, ...openings };
}
export type HouseholdFile = NonNullable<Awaited<ReturnType<typeof household>>>;

async function headOf(desk: Desk, id: Id<"household">) {
  const { households: h, householders: clear, phones, villages: v, grids: g } = desk.see;
  const [found] = await desk
    .select()
    .from(h)
    .innerJoin(v, eq(v.id, h.villageId))
    .leftJoin(g, eq(g.id, h.gridId))
    .leftJoin(clear, eq(clear.householdId, h.id))
    .leftJoin(phones, eq(phones.householdId, h.id))
    .where(eq(h.id, id));
  if (!found) return undefined;
  const { households: row, villages: village, grids: grid, householders: known, phones: phone } = found;
  const { lastVisitedOn, visitDueOn, leftOn } = row;
  const overdue = !leftOn && visitDueOn < desk.me.today;
  return {
    id, version: row.version, gridId: row.gridId, code: row.code, name: known?.name ?? row.maskedName, nameShown: known !== null, address: known?.address, phone: phone?.number,
    village: { id: village.id, name: village.name, everyDays: village.visitEveryDays }, grid: grid?.name, groupName: row.groupName, leftOn, overdue,
    visited: lastVisitedOn ? sinceWords(daysBetween(lastVisitedOn, desk.me.today)) : "还没走访过", lastVisitedOn,
    keeps: desk.may("household.revise", row), ends: desk.may("household.leave", row),
    opens: desk.may("household.unmask", row), confirms: desk.me.is("office"), opensPhone: desk.may("household.revealPhone", row),
  };
}

async function membersOf(desk: Desk, id: Id<"household">) {
  const { members: m, memberNames: clear } = desk.see;
  const rows = await desk
    .select({ id: m.id, kinship: m.kinship, maskedName: m.maskedName, minor: m.minor, name: clear.name, birthYear: clear.birthYear })
    .from(m)
    .leftJoin(clear, eq(clear.memberId, m.id))
    .where(and(eq(m.householdId, id), isNull(m.leftOn)))
    .orderBy(asc(m.id));
  const named = rows.filter((row) => row.name !== null || !row.minor);
  const members = named.map(({ maskedName, name, birthYear, ...row }) => ({
    ...row, relation: kinship.label(row.kinship), name: name ?? maskedName, shown: name !== null, ...(birthYear && { birthYear }),
  }));
  return { members, hiddenMinors: rows.length - named.length };
}
export type MemberLine = Awaited<ReturnType<typeof membersOf>>["members"][number];

type FactRow = Awaited<ReturnType<typeof factRows>>[number];

async function factRows(desk: Desk, id: Id<"household">) {
  const { facts: f, factValues: clear, people: p } = desk.see;
  return desk
    .select({
      id: f.id, kind: f.kind, topic: f.topic, says: clear.says, asOf: f.asOf, source: f.source, by: p.name, replacedAt: f.replacedAt,
    })
    .from(f)
    .innerJoin(p, eq(p.id, f.recordedById))
    .leftJoin(clear, eq(clear.factId, f.id))
    .where(eq(f.householdId, id))
    .orderBy(asc(f.kind), desc(f.id));
}

/** Per kind: the facts as they stand, with what each replaced; or, where they may not be read, only how many and on what. */
function factsOf(desk: Desk, rows: readonly FactRow[], saidBy: SaidBy) {
  return factKind.values.map((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const current = ofKind.filter((row) => !row.replacedAt);
    const hidden = current.some((row) => row.says === null);
    const dates = current.map((row) => row.asOf);
    return {
      kind, label: factKind.label(kind), old: dates.some((day) => day < addDays(desk.me.today, -checkAfterDays)),
      masked: hidden ? maskOf(kind, current) : undefined,
      shown: hidden ? [] : current.map((row) => factLine(desk, row, ofKind, saidBy)),
    };
  });
}
export type FactGroup = ReturnType<typeof factsOf>[number];
export type FactLine = ReturnType<typeof factLine>;

/** income → 「2 种」, difficulty → 「住房、出行」, door → 「已登记」. */
function maskOf(kind: FactKind, current: readonly FactRow[]): string {
  if (kind === "income") return `${current.length} 种`;
  return kind === "door" ? "已登记" : [...new Set(current.map((row) => factTopic.label(row.topic)))].join("、");
}

function factLine(desk: Desk, row: FactRow, all: readonly FactRow[], saidBy: SaidBy) {
  const earlier = all.filter((other) => other.replacedAt && other.topic === row.topic);
  return {
    ...wordsOf(row, saidBy), id: row.id, topic: row.topic, heading: factTopic.label(row.topic),
    old: row.asOf < addDays(desk.me.today, -checkAfterDays), days: daysBetween(row.asOf, desk.me.today), earlier: earlier.map((one) => wordsOf(one, saidBy)),
  };
}

/** Who said it first, where somebody else took it into the file. */
type SaidBy = ReadonlyMap<Id<"fact">, string>;
const wordsOf = ({ id, says, asOf, source, by }: FactRow, saidBy: SaidBy) => {
  const first = saidBy.get(id) ?? by;
  return { says: says ?? "", asOf, source: factSource.label(source), by: first === by ? by : `${first}说的，${by}采纳` };
};

/** 要核对的情况: grown old, or asked and not learnt. */
function toCheck(groups: readonly FactGroup[]) {
  return groups.flatMap((group) => {
    if (group.masked) return group.old ? [{ label: group.label, why: "半年以上没有核对" }] : [];
    return group.shown
      .filter((fact) => fact.old || fact.says === unclear)
      .map((fact) => ({ label: `${group.label}${group.kind === "door" ? "" : `·${fact.heading}`}`, why: fact.says === unclear ? "上次没问清楚" : `${fact.days} 天前的情况` }));
  });
}

/** Each kind that has new words waiting, by how many; what may not be read is counted all the same. */
const waiting = (proposals: Record<FileKind, KindProposals>) =>
  fileKind.options.flatMap(({ value, label }) => {
    const { boxes, hidden } = proposals[value];
    const many = hidden + boxes.flatMap(({ sides }) => sides).length;
    return many > 0 ? [{ label, why: `有 ${many} 条新说法等核对` }] : [];
  });

async function openProblems(desk: Desk, id: Id<"household">) {
  const { problems: t } = desk.see;
  const open = and(eq(t.householdId, id), notInArray(t.state, ["closed", "closed_unresolved"]));
  const rows = await desk.select({ id: t.id, title: t.title, state: t.state, raisedAt: t.raisedAt }).from(t).where(open).orderBy(desc(t.raisedAt)).limit(20);
  return rows.map(({ raisedAt, state, ...row }) => ({ ...row, state: problemState.label(state), raisedOn: dayOf(raisedAt) }));
}

async function stepsOwed(desk: Desk, id: Id<"household">) {
  const { nextSteps: s, visits: v } = desk.see;
  const rows = await desk
    .select({ id: s.id, side: s.side, words: s.words, dueOn: s.dueOn, visitId: v.id, visitedOn: v.visitedOn })
    .from(v)
    .innerJoin(s, eq(s.visitId, v.id))
    .where(and(eq(v.householdId, id), isNull(s.doneOn)))
    .orderBy(asc(s.dueOn), asc(s.id))
    .limit(20);
  return rows.map((row) => ({ ...row, side: side.label(row.side), late: row.dueOn !== null && row.dueOn < desk.me.today }));
}

async function recentVisits(desk: Desk, id: Id<"household">) {
  const { visits: v, people: p } = desk.see;
  return desk
    .select({ id: v.id, kind: v.kind, on: v.visitedOn, account: v.account, state: v.state, notDone: v.notDone, author: p.name })
    .from(v)
    .innerJoin(p, eq(p.id, v.authorId))
    .where(and(eq(v.householdId, id), ne(v.state, "draft")))
    .orderBy(desc(v.visitedOn), desc(v.id))
    .limit(5);
}

/** 包户: who answers for this household today. */
async function keepersOf(desk: Desk, id: Id<"household">) {
  const { assignments: a, people: p } = desk.see;
  const rows = await desk.select({ name: p.name }).from(a).innerJoin(p, eq(p.id, a.personId)).where(and(eq(a.householdId, id), isNull(a.endedOn))).limit(10);
  return rows.map((row) => row.name);
}

/** What is open at this desk now, and (the office's 查看记录) who opened what before. */
async function openingsOf(desk: Desk, id: Id<"household">) {
  const { unmaskings: u, people: p } = desk.see;
  const rows = await desk
    .select({ id: u.id, personId: u.personId, who: p.name, field: u.field, reason: u.reason, words: u.words, at: u.at, until: u.until })
    .from(u)
    .innerJoin(p, eq(p.id, u.personId))
    .where(eq(u.householdId, id))
    .orderBy(desc(u.at), desc(u.id))
    .limit(20);
  const openNow = rows.filter((row) => row.personId === desk.me.id && row.until > desk.now);
  return {
    open: openNow.map((row) => ({ field: row.field, until: row.until })),
    viewings: rows.map(({ id, who, at, words, ...row }) => ({ id, who, at: clockOf(at), field: unmaskField.label(row.field), reason: words || unmaskReason.label(row.reason) })),
  };
}
