import { and, eq, exists, inArray, isNotNull, isNull, not, sql } from "drizzle-orm";
import { mayJudge } from "@/lib/defences/rules";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { gate, type Gate } from "@/lib/words/topic";
import { lateness, type Lateness } from "./rules-late";

type Line = { kind: "gate" | "milestone" | "question"; topicId: Id<"topic">; title: string; what: string; dueOn: Day | null; mine: boolean };
export type TopicAsk = { key: string; topicId: Id<"topic">; title: string; what: string; question: boolean; stands: Lateness | undefined };

/** What my 课题组 asks of me today: answers I owe to what was asked at a defence, then each topic with what is due next. One question in all. */
export async function topicAsks(desk: Desk): Promise<TopicAsk[]> {
  if (desk.me.topicIds.length === 0) return [];
  const lines = await linesOf(desk);
  const due = (line: Line) => line.dueOn ?? "9999";
  const byDay = lines.toSorted((a, b) => due(a).localeCompare(due(b)) || Number(b.mine) - Number(a.mine));
  const next = new Map(byDay.filter(({ kind }) => kind !== "question").toReversed().map((line) => [line.topicId, line]));
  return [...byDay.filter(({ kind }) => kind === "question"), ...byDay.filter((line) => next.get(line.topicId) === line)].map((line, place) => ({
    key: `${line.topicId} ${place}`, topicId: line.topicId, title: line.title, question: line.kind === "question", what: whatOf(line),
    stands: line.dueOn ? lateness({ dueOn: line.dueOn, doneOn: null }, desk.me.today) : undefined,
  }));
}

const whatOf = ({ kind, what, mine }: Line): string =>
  kind === "gate" ? `节点“${gate.label(what as Gate)}”` : kind === "milestone" ? `${mine ? "你负责的" : ""}“${what}”` : what;

async function linesOf(desk: Desk): Promise<Line[]> {
  const { topics: t, topicGates: g, milestones: m, questions: q } = desk.see;
  const ids = [...desk.me.topicIds];
  const as = (kind: Line["kind"], what: unknown, dueOn: unknown, mine: unknown) => ({
    kind: sql<Line["kind"]>`${kind}`, topicId: t.id, title: t.title, what: sql<string>`${what}`, dueOn: sql<Day | null>`${dueOn}`, mine: sql<number>`${mine}`,
  });
  const gates = desk.select(as("gate", t.gate, g.dueOn, 0)).from(t).leftJoin(g, and(eq(g.topicId, t.id), eq(g.gate, t.gate)))
    .where(and(inArray(t.id, ids), isNull(t.stoppedOn), isNotNull(t.gate)));
  const milestones = desk.select(as("milestone", m.title, m.dueOn, eq(m.ownerId, desk.me.id))).from(m).innerJoin(t, eq(t.id, m.topicId))
    .where(and(inArray(m.topicId, ids), isNull(m.doneOn), isNull(m.droppedOn), isNull(t.stoppedOn)));
  const questions = desk.select(as("question", q.words, q.dueOn, 1)).from(q).innerJoin(t, eq(t.id, q.topicId))
    .where(and(eq(q.ownerId, desk.me.id), isNull(q.answeredAt), isNull(t.stoppedOn)));
  const rows = await gates.unionAll(milestones).unionAll(questions);
  return rows.map((row) => ({ ...row, mine: !!row.mine }));
}

/** Defences where scoring is open, I sit and still may, and my sheet is not in. Whether I must stand back is asked elsewhere. */
export async function scoringWaits(desk: Desk) {
  if (desk.me.seats.length === 0 || !mayJudge(desk.me.roles)) return [];
  const { defences: d, topics: t, sheets: s } = desk.see;
  const handedIn = desk.select({ one: sql`1` }).from(s).where(and(eq(s.defenceId, d.id), eq(s.personId, desk.me.id), isNotNull(s.submittedAt), isNull(s.reopenedAt)));
  return desk.select({ id: d.id, topicId: d.topicId, title: t.title, heldOn: d.heldOn }).from(d).innerJoin(t, eq(t.id, d.topicId))
    .where(and(inArray(d.id, desk.me.seats.map(({ defenceId }) => defenceId)), eq(d.state, "open"), isNull(t.stoppedOn), not(exists(handedIn))));
}
