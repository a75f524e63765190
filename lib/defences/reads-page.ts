import { and, asc, eq, isNull } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { criteriaOf, defencesOf, earlierSheets, type DefenceRow, judgeChoices, judgesOf, resultsOf } from "./reads";
import { recusedAmong } from "./reads-relations";
import { mayJudge } from "./rules";
import { recusalLine } from "./rules-words";

export async function topicNamed(desk: Desk, id: Id<"topic">) {
  const { topics: t } = desk.see;
  const [topic] = await desk.select({ id: t.id, title: t.title, leadDepartment: t.leadDepartment, stoppedOn: t.stoppedOn }).from(t).where(eq(t.id, id));
  return topic;
}
export type TopicNamed = NonNullable<Awaited<ReturnType<typeof topicNamed>>>;

/** 课题组 of today: whom a question may be given to. */
export async function groupNow(desk: Desk, topicId: Id<"topic">) {
  const { topicMembers: m, people } = desk.see;
  return desk.select({ id: people.id, name: people.name }).from(m).innerJoin(people, eq(people.id, m.personId))
    .where(and(eq(m.topicId, topicId), isNull(m.endedOn))).orderBy(asc(people.sortKey));
}

/** One defence with everything of it that I may read; `reads` says whether that holds the scores. */
export async function defenceInFull(desk: Desk, topic: TopicNamed, which?: Id<"defence">) {
  const all = await defencesOf(desk, topic.id);
  const defence = all.find(({ id }) => id === which) ?? all.find(({ state }) => state !== "published") ?? all[0];
  if (!defence) return undefined;
  const criteria = await criteriaOf(desk, defence.id);
  const [judges, results, earlier] = await Promise.all([judgesOf(desk, defence, criteria), resultsOf(desk, defence.id), earlierSheets(desk, defence.id, criteria)]);
  const names = await namesOf(desk, [defence.closedById, defence.publishedById]);
  const mine = mayJudge(desk.me.roles) ? judges.find(({ personId }) => personId === desk.me.id) : undefined;
  const reads = mayRead(desk, defence, mine);
  return {
    topic, defence, criteria, judges, mine, reads, earlier,
    closedBy: names(defence.closedById), publishedBy: names(defence.publishedById),
    others: all.filter(({ id }) => id !== defence.id).map(({ id, heldOn, state }) => ({ id, heldOn, state })),
    result: results.find(({ undoneAt }) => !undoneAt), undone: results.filter(({ undoneAt }) => undoneAt),
  };
}
export type DefenceInFull = NonNullable<Awaited<ReturnType<typeof defenceInFull>>>;

/** As the gate has it: whoever does not read the scores must not take what they do not see for what is not there. */
function mayRead(desk: Desk, defence: DefenceRow, mine: { sheet: { submittedAt: Date | null } | undefined } | undefined): boolean {
  const outside = !desk.me.everTopicIds.includes(defence.topicId);
  const told = desk.me.is("office") || (desk.me.is("leader") && defence.state === "closed");
  return defence.state === "published" || (outside && (mine ? !!mine.sheet?.submittedAt : told));
}

/** Who may be asked to judge this topic: those who would have to stand back say why. */
export async function candidatesFor(desk: Desk, topicId: Id<"topic">, heldOn: Day) {
  const [people, topic] = await Promise.all([judgeChoices(desk), topicNamed(desk, topicId)]);
  const recused = await recusedAmong(desk, topicId, heldOn, people.map(({ id }) => id));
  const names = await namesOf(desk, [...recused.values()].flat().map(({ personId }) => personId));
  return people.map(({ id, name, department, key, roles }) => {
    const causes = (recused.get(id) ?? []).map((one) => ({ cause: one.cause, of: one.personId === id ? (topic?.leadDepartment ?? "") : names(one.personId) }));
    return { id, name, department, key, judge: roles.includes("judge"), recused: recusalLine(causes, department) };
  });
}
export type Candidate = Awaited<ReturnType<typeof candidatesFor>>[number];
