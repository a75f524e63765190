import { showAtOf } from "@/lib/gate/quiet";
import { addDays, addWorkingHours, type Almanac, dayOf, isWorkday, mondayOf, startOf, weekOf, weeksUpTo } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { keepBooks } from "@/lib/visits/acts-books";
import { REVIEW_HOURS } from "@/lib/visits/rules";
import type { VisitKind, VisitMove, VisitState } from "@/lib/words/visit";
import { type NewRow, type Row, tables } from "../schema";
import type { Writer } from "../store";
import { int, type Next, often, pick, weighted } from "./material/chance";
import { type HouseholdMaterial, traitsOf } from "./material/households";
import { approvalNote, returnFor } from "./material/reviews";
import { visitWriter, type VisitMaterial } from "./material/visits";

export type Home = { id: Id<"household">; villageId: Id<"village">; material: HouseholdMaterial };
export type Firm = { id: Id<"enterprise">; villageId: Id<"village"> };
export type Walker = { id: Id<"person">; mentorId: Id<"person"> | null; homes: Home[]; firms: Firm[] };
type Context = { tx: Writer; next: Next; now: Date; almanac: Almanac; writer: ReturnType<typeof visitWriter>; officeId: Id<"person"> };

/** Twelve weeks of 双访: Tuesdays by day, Wednesdays by night, in every state a visit can be in. */
export async function walk(context: Context, walkers: Walker[]): Promise<void> {
  const { now, next, almanac } = context;
  for (const week of weeksUpTo(weekOf(dayOf(now)), 12)) {
    for (const [place, walker] of walkers.entries()) {
      // Two of the town's villages fall silent for a while, as villages do.
      if (place % 9 === 4 && often(next, 0.5)) continue;
      for (const { day, kind, hour } of roundsOf(next, mondayOf(week), almanac))
        if (startOf(day).getTime() + hour * 3_600_000 < now.getTime()) await oneVisit(context, walker, day, kind, hour);
    }
  }
}

function roundsOf(next: Next, monday: Day, almanac: Almanac) {
  const plan: { offset: number; kind: VisitKind; count: number; hour: number }[] = [
    { offset: 1, kind: "household_day", count: int(next, 2, 4), hour: 9 },
    { offset: 2, kind: "night_talk", count: int(next, 1, 2), hour: 19 },
    { offset: 3, kind: "enterprise", count: often(next, 0.35) ? 1 : 0, hour: 10 },
    { offset: 4, kind: "household_day", count: often(next, 0.4) ? 1 : 0, hour: 14 },
  ];
  return plan
    .filter(({ offset }) => isWorkday(addDays(monday, offset), almanac))
    .flatMap(({ offset, kind, count, hour }) => Array.from({ length: count }, () => ({ day: addDays(monday, offset), kind, hour: hour + int(next, 0, 2) })));
}

async function oneVisit(context: Context, walker: Walker, day: Day, kind: VisitKind, hour: number): Promise<void> {
  const { next, writer } = context;
  const firm = kind === "enterprise" ? walker.firms.length > 0 && pick(next, walker.firms) : undefined;
  if (firm === false) return;
  const home = firm ? undefined : pick(next, walker.homes);
  const material = home?.material;
  const occasion = { kind, month: Number(day.slice(5, 7)), ...(material && { householder: material.members[0]!, traits: traitsOf(material) }) };
  const missed = !firm && often(next, 0.06) ? writer.notDone(occasion) : undefined;
  const told = missed ? undefined : writer.visit(occasion);
  const at = new Date(startOf(day).getTime() + hour * 3_600_000);
  const visit = {
    id: newId<"visit">(), authorId: walker.id, kind, householdId: home?.id ?? null, enterpriseId: firm?.id ?? null,
    villageId: (home ?? firm!).villageId, visitedOn: day, week: weekOf(day), bodyHash: "",
    slot: hour < 12 ? "morning" as const : hour < 17 ? "afternoon" as const : "evening" as const,
    notDone: missed?.reason ?? null, topics: told?.topics ?? [], account: missed?.account ?? told!.account,
    atmosphere: told && often(next, 0.3) ? weighted(next, [["warm", 6], ["plain", 3], ["tense", 1]] as const) : null,
    matter: told?.matter ?? null, nextVisitOn: often(next, 0.7) ? addDays(day, 14) : null,
  };
  await handIn(context, walker, visit, told, at);
}

type Draft = Omit<NewRow<"visits">, "state"> & { id: Id<"visit">; account: string };
type Step = { move: VisitMove; to: VisitState; at: Date; note?: string; by: Id<"person">; account?: string };

async function handIn(context: Context, walker: Walker, visit: Draft, told: VisitMaterial | undefined, at: Date): Promise<void> {
  const { tx, next, now, almanac } = context;
  const submittedAt = new Date(at.getTime() + int(next, 20, 30 * 60) * 60_000);
  const steps = lifeOf(context, walker, visit, told, submittedAt).filter((step) => step.at <= now);
  const last = steps.at(-1);
  const sent = steps.findLast((step) => step.move !== "approve" && step.move !== "return");
  const account = steps.findLast((step) => step.account)?.account ?? visit.account;
  const [made] = await tx.insert(tables.visits).values({
    ...visit, account, state: last?.to ?? "draft", version: Math.max(1, steps.length), reviewerId: last ? walker.mentorId : null,
    submittedAt: sent?.at ?? null, dueAt: sent ? addWorkingHours(sent.at, REVIEW_HOURS, almanac) : null,
  }).returning();
  await writeLife(tx, made!, steps);
  await tellAuthor(context, made!, steps);
  const nextSteps = told?.nextSteps.map(({ side, text, inDays }) => ({ visitId: visit.id, side, words: text, dueOn: addDays(visit.visitedOn, inDays) })) ?? [];
  if (nextSteps.length > 0) await tx.insert(tables.nextSteps).values(nextSteps);
  if (last && told?.problem) await raise(context, made!, told.problem);
  await keepBooks(tx, null, made!, now);
}

/** Most are approved within two days, some after a question; a few mentors are behind. */
function lifeOf({ next, now, officeId }: Context, walker: Walker, visit: Draft, told: VisitMaterial | undefined, submittedAt: Date): Step[] {
  const reviewer = walker.mentorId ?? officeId;
  const later = (from: Date, least: number, most: number) => new Date(from.getTime() + int(next, least * 60, most * 60) * 60_000);
  const submit: Step = { move: "submit", to: "submitted", at: submittedAt, by: walker.id, account: visit.account };
  const daysAgo = (now.getTime() - submittedAt.getTime()) / 86_400_000;
  // The last days still wait for somebody to read them; a few from the last weeks were forgotten.
  if (often(next, daysAgo < 6 ? 0.6 : daysAgo < 30 ? 0.03 : 0)) return [submit];
  const reviewedAt = later(submittedAt, 3, 44);
  if (!told || !often(next, 0.13)) return [submit, { move: "approve", to: "approved", at: reviewedAt, note: approvalNote(next), by: reviewer }];
  const { note, addition } = returnFor(next, told);
  const back: Step = { move: "return", to: "returned", at: reviewedAt, note, by: reviewer };
  if (often(next, 0.12)) return [submit, back];
  const again = later(reviewedAt, 2, 30);
  return [submit, back, { move: "resubmit", to: "submitted", at: again, by: walker.id, account: visit.account + addition }, { move: "approve", to: "approved", at: later(again, 2, 30), by: reviewer }];
}

async function writeLife(tx: Writer, visit: Row<"visits">, steps: Step[]): Promise<void> {
  const visitId = visit.id;
  const rows = steps.map(({ move, to, at, note = "", by }, i) => ({ visitId, move, from: steps[i - 1]?.to ?? null, to, actorId: by, at, note, version: i + 1 }));
  if (rows.length === 0) return;
  await tx.insert(tables.visitSteps).values(rows);
  const versions = steps.flatMap(({ account, at }, i) => (account ? [{ visitId, version: i + 1, account, at }] : []));
  await tx.insert(tables.visitVersions).values(versions);
}

/** As the deeds would have told it: what was asked waits for its author, or was answered. */
async function tellAuthor({ tx, almanac }: Context, { id, authorId }: Row<"visits">, steps: Step[]): Promise<void> {
  const asked = steps.findIndex(({ move }) => move === "return");
  const [step, answer] = [steps[asked], steps[asked + 1]];
  if (!step) return;
  const showAt = showAtOf("visit_returned", step.at, almanac);
  const doneAt = answer?.at ?? null;
  if (doneAt && doneAt < showAt) return;
  await tx.insert(tables.notices).values({ personId: authorId, kind: "visit_returned", subject: "visit", subjectId: id, actorId: step.by, at: step.at, showAt, doneAt });
}

async function raise({ tx, next, now }: Context, visit: Row<"visits">, problem: NonNullable<VisitMaterial["problem"]>): Promise<void> {
  const age = now.getTime() - visit.submittedAt!.getTime();
  const weeks = age / (7 * 86_400_000);
  const state = weeks < 1 ? "collected" as const : weeks < 3 ? pick(next, ["triaged", "assigned", "in_progress"] as const) : weeks < 6 ? pick(next, ["in_progress", "answered", "closed"] as const) : "closed" as const;
  const { villageId, householdId, id: visitId, authorId: raisedById } = visit;
  await tx.insert(tables.problems).values({ title: problem.title, topic: problem.topic, villageId, householdId, visitId, raisedById, raisedAt: visit.submittedAt!, state });
}
