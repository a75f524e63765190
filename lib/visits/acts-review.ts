import { desc, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { officeOf, settleNotices, tell } from "@/lib/gate/notices";
import { addWorkingHours, dayOf } from "@/lib/kernel/calendar";
import { Refusal } from "@/lib/kernel/refusal";
import type { Change } from "@/lib/gate/policy";
import { visitMove } from "@/lib/words/visit";
import { step } from "./acts";
import { mentorIn } from "./acts-beside";
import { release, withhold } from "./acts-remarks";
import type { PresetsForm, ReviewForm, UnlockForm, VisitVersionForm } from "./forms";
import type { SeenForm } from "./forms-review";
import { mentorOn } from "./reads-one";
import { moveOf, needsNote, REVIEW_HOURS, UNDO_GRACE_MS } from "./rules";

const { people, presets, visitSteps } = tables;
const deedOf = { approve: "visit.approve", return: "visit.return", pass_on: "visit.passOn" } as const satisfies Record<ReviewForm["verdict"], Change>;

/**
 * The reviewer's answer: 通过, 请补充 with a reason, or 转交 to the office; their remarks leave with it. Of two reviewers
 * the first one's stands; the second is told whose it was. Nothing is ever approved by time.
 */
export async function reviewVisit(desk: Desk, form: ReviewForm, reason?: string): Promise<void> {
  await desk.change(deedOf[form.verdict], form.visitId, async (tx, visit) => {
    if (visit.state !== "submitted") throw await answeredBy(tx, visit);
    if (needsNote(form.verdict, desk.me.mentors(visit.authorId) || desk.me.standsIn(visit)) && form.note.length < 5)
      throw Refusal.invalid("note", "党建办代为批阅要写明原因，至少 5 个字");
    if (form.verdict === "pass_on" && !visit.reviewerId) throw Refusal.conflict("这条已经在党建办了");
    const set = form.verdict === "pass_on" ? { reviewerId: null } : {};
    await step(tx, desk, visit, moveOf[form.verdict], set, form.note, form.version);
    await tellAnswer(tx, desk, visit, form.verdict, await release(tx, desk, visit.id));
  }, reason);
}

/** The author hears what is asked or remarked; of what is passed on, the office it waits with now. */
async function tellAnswer(tx: Writer, desk: Desk, { id, authorId }: Row<"visits">, verdict: ReviewForm["verdict"], remarks: number): Promise<void> {
  const [toAuthor, about] = [{ to: authorId }, { subject: "visit", subjectId: id } as const];
  await settleNotices(tx, desk, "visit", id, { kinds: verdict === "return" ? ["review_handed", "visit_remarked"] : ["review_handed"] });
  if (verdict === "return") await tell(tx, desk, { ...about, ...toAuthor, kind: "visit_returned" });
  else if (remarks > 0) await tell(tx, desk, { ...about, ...toAuthor, kind: "visit_remarked" });
  if (verdict === "pass_on") for (const to of await officeOf(tx)) if (to !== authorId) await tell(tx, desk, { ...about, to, kind: "review_handed" });
}

/** 「通过已看过的 n 条」: each is a deed of its own, and one that is refused does not hold up the others. */
export async function approveSeen(desk: Desk, { visits }: SeenForm): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const at of visits)
    await reviewVisit(desk, { ...at, verdict: "approve", note: "" }, `看过后一并通过 ${visits.length} 条`).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ visitId: at.visitId, message: error.message });
    });
  return refused;
}
export type Refused = { visitId: string; message: string };

/**
 * 撤销: whoever gave a verdict takes it back, for a moment and while nothing has come after it. It waits again with the
 * same reviewer until the same day, and the remarks that left with the verdict are pending again.
 */
export async function undoReview(desk: Desk, form: VisitVersionForm): Promise<void> {
  await desk.change("visit.undoReview", form.visitId, async (tx, visit) => {
    const [last] = await tx.select().from(visitSteps).where(eq(visitSteps.visitId, visit.id)).orderBy(desc(visitSteps.version)).limit(1);
    if (!last || last.version !== visit.version || (last.move !== "approve" && last.move !== "return"))
      throw Refusal.conflict("这条走访日志已经有了新的动作，收不回来了");
    if (last.actorId !== desk.me.id) throw Refusal.forbidden("谁批阅的，谁才能收回");
    if (desk.now.getTime() - last.at.getTime() > UNDO_GRACE_MS) throw Refusal.conflict("过了能收回的时间。要改的话，联系党建办解锁");
    await step(tx, desk, visit, "undo", await stillReviewed(tx, desk, visit), "", form.version);
    await withhold(tx, desk, visit.id, last.at);
    await settleNotices(tx, desk, "visit", visit.id, { kinds: ["visit_returned", "visit_remarked"] });
  });
}

/** The pairing may have ended in between: then it waits with the next mentor, or at the office. */
const stillReviewed = async (tx: Writer, desk: Desk, { authorId, reviewerId }: Row<"visits">) =>
  reviewerId ? { reviewerId: await mentorIn(tx, desk, authorId) } : {};

async function answeredBy(tx: Writer, visit: Row<"visits">): Promise<Refusal> {
  const [last] = await tx.select({ name: people.name, move: visitSteps.move }).from(visitSteps)
    .innerJoin(people, eq(people.id, visitSteps.actorId))
    .where(eq(visitSteps.visitId, visit.id)).orderBy(desc(visitSteps.version)).limit(1);
  if (visit.state === "draft") return Refusal.conflict("作者已经撤回这条走访日志");
  return Refusal.conflict(last ? `已由 ${last.name} 批阅：${visitMove.label(last.move)}` : "这条已经批阅过了");
}

/** Sends a visit that waits at the office to the mentor its author has today. */
export async function reassignReviewer(desk: Desk, form: VisitVersionForm): Promise<void> {
  await desk.change("visit.reassign", form.visitId, async (tx, visit) => {
    const mentor = await mentorOn(desk, visit.authorId, dayOf(desk.now));
    if (!mentor) throw Refusal.conflict("作者现在没有导师。先结对，再改派");
    if (mentor === visit.reviewerId) throw Refusal.conflict("这条已经在作者的导师那里了");
    const dueAt = addWorkingHours(desk.now, REVIEW_HOURS, await almanacOf(tx));
    await step(tx, desk, visit, "reassign", { reviewerId: mentor, dueAt }, "", form.version);
    await settleNotices(tx, desk, "visit", visit.id, { kinds: ["review_handed"] });
    await tell(tx, desk, { to: mentor, kind: "review_handed", subject: "visit", subjectId: visit.id });
  });
}

/** After approval only the office opens a visit again, and says why. */
export async function unlockVisit(desk: Desk, form: UnlockForm): Promise<void> {
  await desk.change("visit.unlock", form.visitId, async (tx, visit) => {
    await step(tx, desk, visit, "unlock", {}, form.note, form.version);
    await tell(tx, desk, { to: visit.authorId, kind: "visit_unlocked", subject: "visit", subjectId: visit.id });
  });
}

/** A reviewer's own phrases. */
export async function keepPresets(desk: Desk, form: PresetsForm): Promise<void> {
  await desk.begin("presets.keep", async (tx) => {
    const row = { personId: desk.me.id, phrases: form.phrases };
    const [kept] = await tx.insert(presets).values(row)
      .onConflictDoUpdate({ target: presets.personId, set: { phrases: form.phrases } }).returning();
    return kept!;
  });
}
