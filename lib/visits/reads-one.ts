import { and, asc, desc, eq, lte, ne } from "drizzle-orm";
import { takesReviewsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { VisitForm, VisitInput } from "./forms";
import { headingWords } from "@/lib/words/heading";
import { readable } from "./reads";
import { placeIn } from "./rules";

/** One visit with everything its page shows; undefined where it may not be seen. */
export async function visitInFull(desk: Desk, id: Id<"visit">) {
  const { visits, people, households, householders, villages, enterprises } = desk.see;
  const [found] = await desk
    .select()
    .from(visits)
    .innerJoin(people, eq(people.id, visits.authorId))
    .innerJoin(villages, eq(villages.id, visits.villageId))
    .leftJoin(households, eq(households.id, visits.householdId))
    .leftJoin(householders, eq(householders.householdId, visits.householdId))
    .leftJoin(enterprises, eq(enterprises.id, visits.enterpriseId))
    .where(eq(visits.id, id));
  if (!found) return undefined;
  const [steps, versions, companions, nextSteps, place, photos, problem, earlier, proposals] = await Promise.all([
    stepsOf(desk, id), versionsOf(desk, id), companionsOf(desk, id), nextStepsOf(desk, id), placeOf(desk, id), photosOf(desk, id), problemOf(desk, id), earlierAt(desk, found.visits),
    proposalsOf(desk, found.visits),
  ]);
  const { visits: visit, people: author, villages: village, households: household, householders: householder, enterprises: firm } = found;
  const account = readable(desk, visit.authorId, visit.account);
  return { visit, author, village, household, householder, firm, account, steps, versions, companions, nextSteps, place, photos, problem, earlier, proposals };
}
export type VisitInFull = NonNullable<Awaited<ReturnType<typeof visitInFull>>>;

/** A stored visit as the form was when it was written. */
export function inputOf({ visit, companions, nextSteps, place, photos, problem, proposals }: VisitInFull): VisitInput {
  const { id, version, kind, householdId, enterpriseId, visitedOn, slot, notDone, topics, account, atmosphere, matter, nextVisitOn } = visit;
  return {
    id, version, kind, householdId, enterpriseId, visitedOn, slot, notDone, topics, account, atmosphere, matter, nextVisitOn,
    problemTitle: problem?.title ?? "",
    companionIds: companions.map((companion) => companion.id),
    nextSteps: nextSteps.map(({ side, words, dueOn }) => ({ side, words, dueOn })),
    place: place ?? null,
    photoIds: photos.map((photo) => photo.id),
    proposals: proposals.filter((one) => one.stands).map(({ kind, topic, says = "" }) => ({ kind, topic, says })),
    capturedAt: null,
  };
}

async function stepsOf(desk: Desk, id: Id<"visit">) {
  const { visitSteps: s, people } = desk.see;
  return desk.select({ move: s.move, to: s.to, at: s.at, note: s.note, version: s.version, actor: people.name }).from(s)
    .innerJoin(people, eq(people.id, s.actorId)).where(eq(s.visitId, id)).orderBy(asc(s.version));
}

async function versionsOf(desk: Desk, id: Id<"visit">) {
  const { visitVersions: v } = desk.see;
  return desk.select({ version: v.version, account: v.account, at: v.at }).from(v).where(eq(v.visitId, id)).orderBy(asc(v.version));
}

async function companionsOf(desk: Desk, id: Id<"visit">) {
  const { companions: c, people } = desk.see;
  return desk.select({ id: people.id, name: people.name }).from(c).innerJoin(people, eq(people.id, c.personId)).where(eq(c.visitId, id));
}

async function nextStepsOf(desk: Desk, id: Id<"visit">) {
  const { nextSteps: n } = desk.see;
  return desk.select({ side: n.side, words: n.words, dueOn: n.dueOn }).from(n).where(eq(n.visitId, id));
}

/** 位置, for the author and their mentor. */
async function placeOf(desk: Desk, id: Id<"visit">) {
  const { visitPlaces: p } = desk.see;
  const [found] = await desk.select({ point: p.point }).from(p).where(eq(p.visitId, id));
  return found && placeIn(found.point);
}

async function photosOf(desk: Desk, id: Id<"visit">) {
  const { photos: p } = desk.see;
  const rows = await desk.select().from(p).where(and(eq(p.visitId, id), ne(p.state, "removed"))).orderBy(asc(p.position));
  return rows.map((photo) => ({ id: photo.id, state: photo.state, mayRemove: desk.may("photo.remove", photo) }));
}

async function problemOf(desk: Desk, id: Id<"visit">) {
  const { problems: p } = desk.see;
  const [problem] = await desk.select({ id: p.id, title: p.title, state: p.state }).from(p).where(eq(p.visitId, id));
  return problem;
}

/** 户情有变化: what it said anew, and what became of it. Words of the file are read by their author, by 包户 and by the office. */
async function proposalsOf(desk: Desk, { id, householdId }: { id: Id<"visit">; householdId: Id<"household"> | null }) {
  const { factProposals: t, people } = desk.see;
  if (!householdId) return [];
  const rows = await desk
    .select({ id: t.id, kind: t.kind, topic: t.topic, says: t.says, state: t.state, why: t.why, decidedAt: t.decidedAt, decidedBy: people.name, proposedById: t.proposedById })
    .from(t).leftJoin(people, eq(people.id, t.decidedById)).where(eq(t.visitId, id)).orderBy(asc(t.id));
  const reads = desk.me.keeps(householdId) || desk.me.is("office");
  return rows.map(({ says, proposedById, decidedAt, ...row }) => {
    const waits = row.state === "declined" && decidedAt === null;
    return { ...row, heading: headingWords(row), stands: waits || row.state === "open", waits, ...((reads || proposedById === desk.me.id) && { says }) };
  });
}

/** What was written at the same door before, newest first: a reader sees whether a matter comes back. */
export async function earlierAt(desk: Desk, visit: { id: Id<"visit">; householdId: Id<"household"> | null; enterpriseId: Id<"enterprise"> | null; visitedOn: Day }) {
  const { visits: v, people } = desk.see;
  const door = visit.householdId ? eq(v.householdId, visit.householdId) : visit.enterpriseId && eq(v.enterpriseId, visit.enterpriseId);
  if (!door) return [];
  const rows = await desk.select({ id: v.id, visitedOn: v.visitedOn, account: v.account, authorId: v.authorId, author: people.name }).from(v)
    .innerJoin(people, eq(people.id, v.authorId))
    .where(and(door, lte(v.visitedOn, visit.visitedOn), ne(v.id, visit.id), ne(v.state, "draft")))
    .orderBy(desc(v.visitedOn)).limit(4);
  return rows.map((row) => ({ ...row, account: readable(desk, row.authorId, row.account) }));
}

export async function myVisit(desk: Desk, id: Id<"visit">) {
  const { visits } = desk.see;
  const [visit] = await desk.select({ id: visits.id, state: visits.state, bodyHash: visits.bodyHash, version: visits.version })
    .from(visits).where(and(eq(visits.id, id), eq(visits.authorId, desk.me.id)));
  return visit;
}

/** Where a visit went: the household or firm, if this desk may see it at all. */
export async function doorOf(desk: Desk, form: Pick<VisitForm, "kind" | "householdId" | "enterpriseId">) {
  const { households, enterprises } = desk.see;
  const [door] = form.kind === "enterprise"
    ? form.enterpriseId ? await desk.select({ villageId: enterprises.villageId }).from(enterprises).where(eq(enterprises.id, form.enterpriseId)) : []
    : form.householdId ? await desk.select({ villageId: households.villageId }).from(households).where(eq(households.id, form.householdId)) : [];
  return door;
}

/** Who reviews what a person hands in on a day: their mentor, unless that day is the pairing's last, for tomorrow the mentor may not. */
export async function mentorOn(desk: Desk, menteeId: Id<"person">, day: Day): Promise<Id<"person"> | undefined> {
  const { pairings: p } = desk.see;
  const [pairing] = await desk.select({ mentorId: p.mentorId }).from(p)
    .where(and(eq(p.menteeId, menteeId), takesReviewsOn(day, p)));
  return pairing?.mentorId;
}

export async function mentorNameOn(desk: Desk, menteeId: Id<"person">, day: Day): Promise<string | undefined> {
  const mentorId = await mentorOn(desk, menteeId, day);
  const { people } = desk.see;
  const [mentor] = mentorId ? await desk.select({ name: people.name }).from(people).where(eq(people.id, mentorId)) : [];
  return mentor?.name;
}
