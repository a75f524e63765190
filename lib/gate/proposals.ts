import "server-only";
import { and, asc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import type { FactSource, FactTopic } from "@/lib/words/household";
import type { Role } from "@/lib/words/person";
import type { FileKind } from "@/lib/words/practice";
import { holdsOn } from "./actor";
import type { Desk } from "./desk";
import { officeOf, tell } from "./notices";

/*
 * 户情的新说法, as a visit, an exam or a form that came too late writes it. Nothing of the file changes here: somebody
 * who keeps it decides. Call it inside `desk.begin("fact.propose", …)`.
 */

const { assignments: a, facts, factProposals: t, households, notices: n, people, quizzes } = tables;
type Proposal = Row<"factProposals">;
type Door = Pick<Row<"households">, "id" | "villageId">;

export type ProposalEntry = {
  householdId: Id<"household">;
  kind: FileKind;
  /** None for 家庭成员; of the others none where nobody said which: whoever adopts it chooses. */
  topic: FactTopic | null;
  says: string;
  asOf: Day;
  source: FactSource;
  visitId?: Id<"visit">;
  quizId?: Id<"quiz">;
  /** The fact its author looked at; left out, the one that stands now. */
  basedOnId?: Id<"fact"> | null;
  /** Who says it, where somebody else takes it in for them. */
  proposedById?: Id<"person">;
};

/** Undefined where there is nothing to keep: no such household, or the same person said just this from here already. */
export async function writeProposal(tx: Writer, desk: Pick<Desk, "me" | "now">, entry: ProposalEntry): Promise<Proposal | undefined> {
  const [home] = await tx.select({ id: households.id, villageId: households.villageId }).from(households).where(eq(households.id, entry.householdId));
  const proposedById = entry.proposedById ?? desk.me.id;
  if (!home || (await isSaid(tx, proposedById, entry))) return undefined;
  const basedOnId = entry.basedOnId === undefined ? await standing(tx, entry) : entry.basedOnId;
  const row = { ...entry, basedOnId, id: newId<"factProposal">(), villageId: home.villageId, proposedById, proposedAt: desk.now };
  const [made] = await tx.insert(t).values(row).returning();
  for (const to of await decidersOf(tx, desk, home, entry.quizId)) await tellOnce(tx, desk, to, home.id);
  return made;
}

async function isSaid(tx: Writer, byId: Id<"person">, { householdId, kind, topic, says, visitId, quizId }: ProposalEntry): Promise<boolean> {
  const known = await tx.select().from(t)
    .where(and(eq(t.householdId, householdId), eq(t.kind, kind), eq(t.proposedById, byId), visitId || quizId ? undefined : eq(t.state, "open")));
  return known.some((one) => one.topic === topic && one.says === says && one.visitId === (visitId ?? null) && one.quizId === (quizId ?? null) && isPutForward(one));
}

/** What its author wrote over in the visit it came from. */
const REWRITTEN = "作者在走访日志里改了说法";
export const rewritten = { state: "declined", why: REWRITTEN } as const;

/** Words of a visit that was not handed in yet: kept for their author, closed for everybody else. */
export const unsaid = { state: "declined", why: "" } as const;
export const isUnsaid = ({ state, decidedAt }: Pick<Proposal, "state" | "decidedAt">): boolean => state === "declined" && decidedAt === null;
/** Open, or decided by somebody: its author need not say it again. */
export const isPutForward = (one: Pick<Proposal, "state" | "decidedAt" | "why">): boolean => !isUnsaid(one) && one.why !== REWRITTEN;

/** The fact that stands under this heading now. */
async function standing(tx: Writer, { householdId, kind, topic }: ProposalEntry): Promise<Id<"fact"> | null> {
  if (kind === "members" || !topic) return null;
  const [fact] = await tx.select({ id: facts.id }).from(facts)
    .where(and(eq(facts.householdId, householdId), eq(facts.kind, kind), eq(facts.topic, topic), isNull(facts.replacedAt)))
    .orderBy(asc(facts.id)).limit(1);
  return fact?.id ?? null;
}

/** 包户, else the village's own people, else the office: the first of them who may decide. What an exam says is never decided by its people. */
async function decidersOf(tx: Writer, { me }: Pick<Desk, "me">, home: Door, quizId?: Id<"quiz">): Promise<Id<"person">[]> {
  const barred = quizId ? await peopleOfExam(tx, quizId) : [];
  const serving = (where: SQL | undefined, ...roles: Role[]) => tx.select({ id: a.personId, roles: people.roles }).from(a).innerJoin(people, eq(people.id, a.personId))
    .where(and(where, isNull(people.leftOn), holdsOn(me.today, a)))
    .then((rows) => rows.filter((row) => row.roles.some((role) => roles.includes(role)) && !barred.includes(row.id)).map((row) => row.id));
  const keepers = await serving(eq(a.householdId, home.id), "cadre", "villageCadre", "gridMember");
  const inVillage = and(eq(a.villageId, home.villageId), isNull(a.gridId), isNull(a.householdId));
  const local = keepers.length > 0 ? keepers : await serving(inVillage, "villageCadre");
  return local.length > 0 ? local : (await officeOf(tx)).filter((id) => !barred.includes(id));
}

/** Examiners and examinee: what comes of their exam is for others to decide. */
async function peopleOfExam(tx: Writer, quizId: Id<"quiz">): Promise<Id<"person">[]> {
  const [quiz] = await tx.select().from(quizzes).where(eq(quizzes.id, quizId));
  return quiz ? [quiz.examinerId, quiz.examineeId, quiz.secondExaminerId].filter((id) => id !== null) : [];
}

/** Which of these exams were mine, on either side. Asked past my sight, for a role that was lost since bars all the same. */
export async function ownExams(desk: Desk, ids: readonly (Id<"quiz"> | null)[]): Promise<ReadonlySet<Id<"quiz">>> {
  const [asked, me] = [[...new Set(ids.filter((id) => id !== null))], desk.me.id];
  if (asked.length === 0) return new Set();
  const mine = or(eq(quizzes.examinerId, me), eq(quizzes.secondExaminerId, me), eq(quizzes.examineeId, me));
  return new Set((await desk.select({ id: quizzes.id }).from(quizzes).where(and(inArray(quizzes.id, asked), mine))).map(({ id }) => id));
}

/** Ten new words about one household are one notice, until it has been looked at. */
async function tellOnce(tx: Writer, desk: Pick<Desk, "me" | "now">, to: Id<"person">, householdId: Id<"household">): Promise<void> {
  const [told] = await tx.select({ id: n.id }).from(n)
    .where(and(eq(n.subject, "household"), eq(n.subjectId, householdId), eq(n.personId, to), eq(n.kind, "fact_waits"), isNull(n.doneAt)));
  if (!told) await tell(tx, desk, { to, kind: "fact_waits", subject: "household", subjectId: householdId });
}
