import { and, eq } from "drizzle-orm";
import { type NewRow, type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { lostDoor } from "@/lib/gate/keeper";
import { settleNotices, tell } from "@/lib/gate/notices";
import { writeProposal } from "@/lib/gate/proposals";
import { addWorkingHours, weekOf } from "@/lib/kernel/calendar";
import { Refusal } from "@/lib/kernel/refusal";
import { type Claim, clocksOf, doorIn, hashOf, wordsOf } from "./acts";
import { attach, bringsProblem, companionsIn, mentorIn, noteProblem } from "./acts-beside";
import { keepBooks } from "./acts-books";
import { proposalsIn } from "./acts-proposals";
import type { VisitForm } from "./forms";
import type { AdmitForm, DeclineForm } from "./forms-parked";
import { bodyOf, type ParkedAnswer, parkedAnswer, saidIn } from "./reads-parked";
import { REVIEW_HOURS, waitsParked } from "./rules";

const { parkedVisits, visits, visitSteps, visitVersions } = tables;
type Parked = Row<"parkedVisits">;

/**
 * What its author may no longer hand in, because the door went to somebody else, is kept until somebody takes it in.
 * Undefined where the door never was theirs: then nothing is kept, and nothing is told.
 */
export async function parkVisit(desk: Desk, form: VisitForm, claim: Claim): Promise<ParkedAnswer | undefined> {
  const lost = await lostDoor(desk, doorIn(form));
  if (!lost) return undefined;
  const { skewed, capturedAt = null } = clocksOf(desk.now, form, claim);
  const { householdId, enterpriseId, villageId, words: reason } = lost;
  const words = { body: bodyOf(form, skewed), bodyHash: hashOf(form), reason, parkedAt: desk.now, capturedAt };
  const row = { id: form.id, authorId: desk.me.id, householdId, enterpriseId, villageId, ...words, state: "parked" as const };
  await desk.begin("visit.park", async (tx) => {
    await companionsIn(tx, form, desk.me.id);
    const kept = await keep(tx, row);
    if (kept) await settleNotices(tx, desk, "parked", row.id);
    return kept;
  });
  return parkedAnswer(desk, form.id, lost);
}

/** The same words once more change nothing; other words take their place, until somebody has taken it in. */
async function keep(tx: Writer, row: NewRow<"parkedVisits"> & Pick<Parked, "id">): Promise<Parked | undefined> {
  const [visit] = await tx.select({ id: visits.id }).from(visits).where(eq(visits.id, row.id));
  const [before] = await tx.select().from(parkedVisits).where(eq(parkedVisits.id, row.id));
  if (visit || before?.bodyHash === row.bodyHash || (before && before.authorId !== row.authorId)) return undefined;
  const [kept] = before
    ? await tx.update(parkedVisits).set({ ...row, keeperId: null, settledById: null, settledAt: null, note: "" }).where(eq(parkedVisits.id, row.id)).returning()
    : await tx.insert(parkedVisits).values(row).returning();
  return kept;
}

/** Taken in under its author's name and days, as if it had come through that door; the reviewer is the author's of today. */
export async function admitParked(desk: Desk, form: AdmitForm): Promise<void> {
  const dueAt = addWorkingHours(desk.now, REVIEW_HOURS, await almanacOf(desk));
  await desk.change("parked.admit", form.parkedId, async (tx, parked) => {
    if (parked.keeperId !== desk.me.id && form.note.length < 5) throw Refusal.invalid("note", "党建办收进来要写明原因，至少 5 个字");
    await settle(tx, desk, parked, "admitted", form);
    const { visit: said, skewed } = saidIn(parked.body);
    const { id, authorId, villageId, bodyHash, capturedAt } = parked;
    const reviewerId = await mentorIn(tx, desk, authorId);
    const entry = { villageId, week: weekOf(said.visitedOn), bodyHash, capturedAt, skewed, reviewerId, submittedAt: desk.now, dueAt };
    const row = { ...wordsOf(said), ...entry, id, authorId, state: "submitted" as const };
    const [visit] = await tx.insert(visits).values(row).onConflictDoNothing().returning();
    if (!visit) throw Refusal.conflict("这条走访已经在系统里了");
    await attach(tx, desk, visit, said, true);
    await writeFirstStep(tx, desk, visit);
    await keepBooks(tx, null, visit, desk.now);
    if (bringsProblem(said)) await noteProblem(tx, visit, said, desk.now);
    for (const entry of proposalsIn(visit, said)) await writeProposal(tx, desk, entry);
  });
}

export async function declineParked(desk: Desk, form: DeclineForm): Promise<void> {
  await desk.change("parked.decline", form.parkedId, (tx, parked) => settle(tx, desk, parked, "declined", form));
}

/** Of two who settle it at once the first one's word stands; and nobody settles other words than those they read. */
async function settle(tx: Writer, desk: Desk, parked: Parked, state: "admitted" | "declined", { seen, note }: AdmitForm): Promise<void> {
  const waits = waitsParked.find((one) => one === parked.state);
  const [done] = waits ? await tx.update(parkedVisits).set({ state, note, settledById: desk.me.id, settledAt: desk.now })
    .where(and(eq(parkedVisits.id, parked.id), eq(parkedVisits.state, waits), eq(parkedVisits.bodyHash, seen))).returning() : [];
  if (!done) throw Refusal.conflict("这条刚有人处理过，或作者刚改过。刷新看看最新的情况");
  await settleNotices(tx, desk, "parked", parked.id);
  await tell(tx, desk, { to: parked.authorId, kind: "parked_settled", subject: "parked", subjectId: parked.id });
}

/** Said by its author; who took it in stands beside it. */
async function writeFirstStep(tx: Writer, desk: Desk, { id: visitId, authorId, state: to, version, account }: Row<"visits">): Promise<void> {
  const note = `写好后这户已移交，由 ${desk.me.name} 收进来`;
  await tx.insert(visitSteps).values({ visitId, move: "submit", from: null, to, actorId: authorId, at: desk.now, note, version });
  await tx.insert(visitVersions).values({ visitId, version, account, at: desk.now });
}
