import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { Id } from "@/lib/kernel/id";
import { recusedAmong } from "./reads-relations";
import { mayJudge, totalOf } from "./rules";

/** The defences of a topic, the latest first. */
export const defencesOf = (desk: Desk, topicId: Id<"topic">) => {
  const { defences: d } = desk.see;
  return desk.select().from(d).where(eq(d.topicId, topicId)).orderBy(desc(d.heldOn), desc(d.id));
};
export type DefenceRow = Awaited<ReturnType<typeof defencesOf>>[number];

export const criteriaOf = (desk: Desk, defenceId: Id<"defence">) => {
  const { criteria: c } = desk.see;
  return desk.select().from(c).where(eq(c.defenceId, defenceId)).orderBy(asc(c.place));
};
export type CriterionRow = Awaited<ReturnType<typeof criteriaOf>>[number];

/**
 * The judges in the order of their seats, each with the sheet that stands if I may read it, its total, and why they
 * stand back. While scoring goes on a recusal is derived for the office, and for me of myself; afterwards it is what
 * was written down.
 */
export async function judgesOf(desk: Desk, defence: DefenceRow, asked: readonly CriterionRow[]) {
  const { seats: s, people, sheets, topics } = desk.see;
  const seated = await desk
    .select({ seatId: s.id, number: s.number, personId: s.personId, recusedFor: s.recusedFor, name: people.name, department: people.department, title: people.title })
    .from(s).innerJoin(people, eq(people.id, s.personId)).where(eq(s.defenceId, defence.id)).orderBy(asc(s.number));
  const open = defence.state === "preparing" || defence.state === "open";
  const ask = desk.me.is("office", "leader") ? seated.map(({ personId }) => personId) : [desk.me.id];
  const recused = open ? await recusedAmong(desk, defence.topicId, defence.heldOn, ask) : new Map<Id<"person">, never>();
  const handed = await desk.select().from(sheets).where(and(eq(sheets.defenceId, defence.id), isNull(sheets.reopenedAt)));
  const points = await pointsBySheet(desk, handed.map(({ id }) => id));
  const named = await namesOf(desk, [...recused.values(), ...seated.map(({ recusedFor }) => recusedFor ?? [])].flat().map((one) => one.personId));
  const [topic] = await desk.select({ leadDepartment: topics.leadDepartment }).from(topics).where(eq(topics.id, defence.topicId));
  return seated.map(({ recusedFor, ...seat }) => {
    const sheet = handed.find(({ seatId }) => seatId === seat.seatId);
    const given = sheet && points.get(sheet.id);
    const causes = (open ? recused.get(seat.personId) : recusedFor ? [recusedFor] : undefined) ?? [];
    return {
      ...seat,
      sheet: sheet && { id: sheet.id, round: sheet.round, submittedAt: sheet.submittedAt },
      points: given ?? new Map<Id<"criterion">, number>(),
      total: sheet?.submittedAt && given ? totalOf(asked, given) : undefined,
      recusals: causes.map(({ cause, personId }) => ({ cause, of: personId === seat.personId ? (topic?.leadDepartment ?? "") : named(personId) })),
    };
  });
}
export type Judge = Awaited<ReturnType<typeof judgesOf>>[number];

async function pointsBySheet(desk: Desk, sheetIds: readonly Id<"sheet">[]): Promise<ReadonlyMap<Id<"sheet">, Map<Id<"criterion">, number>>> {
  const { marks: m } = desk.see;
  const found = new Map(sheetIds.map((id) => [id, new Map<Id<"criterion">, number>()]));
  if (sheetIds.length === 0) return found;
  for (const { sheetId, criterionId, points } of await desk.select().from(m).where(inArray(m.sheetId, [...sheetIds]))) found.get(sheetId)?.set(criterionId, points);
  return found;
}

/** What was reckoned each time scoring ended, the one that stands first. */
export const resultsOf = (desk: Desk, defenceId: Id<"defence">) => {
  const { results: r } = desk.see;
  return desk.select().from(r).where(eq(r.defenceId, defenceId)).orderBy(desc(r.round));
};
export type ResultRow = Awaited<ReturnType<typeof resultsOf>>[number];

/** Sheets that were given back, as they had been handed in. */
export async function earlierSheets(desk: Desk, defenceId: Id<"defence">, asked: readonly CriterionRow[]) {
  const { sheets: s, seats, people } = desk.see;
  const rows = await desk.select({ id: s.id, round: s.round, number: seats.number, name: people.name, submittedAt: s.submittedAt, reopenedAt: s.reopenedAt, why: s.reopenedWhy })
    .from(s).innerJoin(seats, eq(seats.id, s.seatId)).innerJoin(people, eq(people.id, s.personId))
    .where(eq(s.defenceId, defenceId)).orderBy(asc(seats.number), asc(s.round));
  const earlier = rows.filter(({ reopenedAt }) => reopenedAt);
  const points = await pointsBySheet(desk, earlier.map(({ id }) => id));
  return earlier.map((sheet) => ({ ...sheet, points: points.get(sheet.id)!, total: totalOf(asked, points.get(sheet.id)!) }));
}

/** What was asked, the first one first. */
export async function questionsOf(desk: Desk, topicId: Id<"topic">) {
  const { questions: q, people } = desk.see;
  const rows = await desk.select({
    id: q.id, defenceId: q.defenceId, words: q.words, at: q.at, askedBy: people.name, ownerId: q.ownerId, dueOn: q.dueOn, answer: q.answer, answeredAt: q.answeredAt,
  }).from(q).innerJoin(people, eq(people.id, q.askedById)).where(eq(q.topicId, topicId)).orderBy(asc(q.at), asc(q.id));
  const owners = await namesOf(desk, rows.map(({ ownerId }) => ownerId));
  return rows.map((row) => ({ ...row, owner: owners(row.ownerId) }));
}
export type QuestionRow = Awaited<ReturnType<typeof questionsOf>>[number];

/** Who may be asked to judge: by name. */
export async function judgeChoices(desk: Desk) {
  const { people } = desk.see;
  const rows = await desk.select({ id: people.id, name: people.name, roles: people.roles, department: people.department, key: people.searchKey })
    .from(people).where(isNull(people.leftOn)).orderBy(asc(people.sortKey));
  return rows.filter(({ roles }) => mayJudge(roles))
    .toSorted((a, b) => Number(b.roles.includes("judge")) - Number(a.roles.includes("judge")));
}
