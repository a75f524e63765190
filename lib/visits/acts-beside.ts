import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { takesReviewsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { attachPhotos } from "./acts-photos";
import { holdProposals } from "./acts-proposals";
import type { VisitForm } from "./forms";
import { pointOf } from "./rules";

const { companions, nextSteps, pairings, people, problems, visitPlaces } = tables;
type Visit = Row<"visits">;

/** Who came along, what comes next, where it was, what it looked like: as the form says it now. What was just begun has nothing to clear. */
export async function attach(tx: Writer, desk: Desk, visit: Visit, form: VisitForm, fresh: boolean): Promise<void> {
  if (!fresh) for (const table of [companions, nextSteps, visitPlaces]) await tx.delete(table).where(eq(table.visitId, visit.id));
  const others = await companionsIn(tx, form, visit.authorId);
  if (others.length) await tx.insert(companions).values(others.map((personId) => ({ visitId: visit.id, personId })));
  if (form.nextSteps.length) await tx.insert(nextSteps).values(form.nextSteps.map((s) => ({ ...s, visitId: visit.id })));
  await attachPhotos(tx, desk, visit, form.photoIds, fresh);
  await holdProposals(tx, desk, visit, form, fresh);
  if (form.place) await tx.insert(visitPlaces).values({ visitId: visit.id, point: pointOf(form.place) });
}

/** Everybody who came along besides the author; a name that nobody has is refused. */
export async function companionsIn(tx: Writer, form: VisitForm, authorId: Id<"person">): Promise<Id<"person">[]> {
  const others = [...new Set(form.companionIds)].filter((id) => id !== authorId);
  const known = others.length ? await tx.select({ id: people.id }).from(people).where(inArray(people.id, others)) : [];
  if (known.length < others.length) throw Refusal.invalid("companionIds", "同行的人里有一位不在名单上，刷新后重新选");
  return others;
}

/** 「有，要上报」 becomes a problem in the same transaction, once a visit. */
export async function raiseProblem(desk: Desk, visit: Visit, form: VisitForm): Promise<void> {
  if (bringsProblem(form)) await desk.begin("problem.raise", (tx) => noteProblem(tx, visit, form, desk.now));
}

export const bringsProblem = (form: VisitForm): boolean => !form.notDone && form.matter === "report";

/** Raised by the visit's author, whoever takes the visit in. */
export async function noteProblem(tx: Writer, visit: Visit, form: VisitForm, raisedAt: Date): Promise<Row<"problems"> | undefined> {
  const [already] = await tx.select().from(problems).where(eq(problems.visitId, visit.id));
  if (already) return undefined;
  const title = form.problemTitle || Array.from(form.account).slice(0, 30).join("");
  const { villageId, householdId, id: visitId, authorId: raisedById } = visit;
  const source = { villageId, householdId, visitId, raisedById, raisedAt };
  const row = { ...source, id: newId<"problem">(), title, topic: form.topics[0] ?? ("other" as const), state: "collected" as const };
  const [made] = await tx.insert(problems).values(row).returning();
  return made!;
}

/** Whose mentor it is for need not be seen by who acts; so it is asked for past their sight, and shown to nobody. */
export async function mentorIn(tx: Writer, desk: Desk, menteeId: Id<"person">): Promise<Id<"person"> | null> {
  const [pairing] = await tx.select({ mentorId: pairings.mentorId }).from(pairings).innerJoin(people, eq(people.id, pairings.mentorId))
    .where(and(eq(pairings.menteeId, menteeId), isNull(people.leftOn), takesReviewsOn(desk.me.today, pairings)));
  return pairing?.mentorId ?? null;
}
