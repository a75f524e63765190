import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { unclear } from "@/lib/words/heading";
import { factTopic, kinship } from "@/lib/words/household";
import type { FileKind } from "@/lib/words/practice";
import { type KeyState, quizItem } from "@/lib/words/quiz";

const { facts, factProposals, factValues, members, memberNames, quizKeys, unmaskings } = tables;

type Key = Omit<Row<"quizKeys">, "id">;
type Answer = { state: KeyState; says: string; asOf: Day | null };
type Known = { topic: Row<"facts">["topic"]; asOf: Day; says: string };

/**
 * 答案 as the file stands at this moment; what is written here never changes. What the examinee themselves said of it takes
 * nothing out: a word about each of their households would else be an exam of nothing.
 */
export async function keysFor(tx: Writer, { id: drawId, householdId }: { id: Id<"draw">; householdId: Id<"household"> }, { id: quizId, examineeId }: Pick<Row<"quizzes">, "id" | "examineeId">): Promise<Key[]> {
  const byOthers = and(eq(factProposals.householdId, householdId), eq(factProposals.state, "open"), ne(factProposals.proposedById, examineeId));
  const open = await tx.select({ kind: factProposals.kind }).from(factProposals).where(byOthers);
  const contested = new Set(open.map(({ kind }) => kind));
  const rows: Key[] = [];
  for (const item of quizItem.values) {
    const answer = item === "members" ? await familyOf(tx, householdId) : factsWords(await knownOf(tx, householdId, item), item);
    rows.push({ quizId, drawId, householdId, item, ...stateOf(answer, contested.has(item)) });
  }
  return rows;
}

/** Of each item whether it was known: for what is handed in late too, when nobody reads the answers any more. */
export const keyStates = (tx: Writer, drawId: Id<"draw">): Promise<Pick<Row<"quizKeys">, "item" | "state">[]> =>
  tx.select({ item: quizKeys.item, state: quizKeys.state }).from(quizKeys).where(eq(quizKeys.drawId, drawId)).then((rows) => rows);

/** What the file holds stands against what somebody has proposed, until that is decided. */
const stateOf = (answer: Answer, contested: boolean): Answer => (contested && answer.state !== "missing" ? { ...answer, state: "contested" } : answer);

async function familyOf(tx: Writer, householdId: Id<"household">): Promise<Answer> {
  const family = await tx.select({ kinship: members.kinship, minor: members.minor, name: memberNames.name }).from(members)
    .innerJoin(memberNames, eq(memberNames.memberId, members.id)).where(and(eq(members.householdId, householdId), isNull(members.leftOn))).orderBy(asc(members.id));
  if (family.length === 0) return missing;
  const adults = family.filter(({ minor }) => !minor).map((one) => `${kinship.label(one.kinship)} ${one.name}`);
  const children = family.length - adults.length;
  return { state: "verified", says: [...adults, ...(children > 0 ? [`14 岁以下的孩子 ${children} 人`] : [])].join("\n"), asOf: null };
}

const missing: Answer = { state: "missing", says: "", asOf: null };

async function knownOf(tx: Writer, householdId: Id<"household">, kind: Exclude<FileKind, "members">): Promise<Known[]> {
  return tx.select({ topic: facts.topic, asOf: facts.asOf, says: factValues.says }).from(facts).innerJoin(factValues, eq(factValues.factId, facts.id))
    .where(and(eq(facts.householdId, householdId), eq(facts.kind, kind), isNull(facts.replacedAt))).orderBy(asc(facts.id));
}

function factsWords(known: readonly Known[], kind: FileKind): Answer {
  if (known.length === 0) return missing;
  const sure = known.filter(({ says }) => says !== unclear);
  const lines = known.map(({ topic, says }) => (kind === "door" ? says : `${factTopic.label(topic)}：${says}`));
  const asOf = known.map((one) => one.asOf).toSorted().at(-1)!;
  return { state: sure.length > 0 ? "verified" : "unclear", says: lines.join("\n"), asOf };
}

/** 查看记录 of every examiner: a line in the household's log, which opens nothing by itself. */
export async function logOpening(tx: Writer, desk: Pick<Desk, "now">, householdId: Id<"household">, { examinerId, secondExaminerId }: Pick<Row<"quizzes">, "examinerId" | "secondExaminerId">): Promise<void> {
  const said = { householdId, reason: "exam" as const, words: "考核抽到这一户", at: desk.now, until: desk.now };
  for (const personId of [examinerId, ...(secondExaminerId ? [secondExaminerId] : [])])
    await tx.insert(unmaskings).values([{ ...said, personId, field: "members" as const }, { ...said, personId, field: "facts" as const }]);
}
