import { and, asc, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { goalArea } from "@/lib/words/pairing";
import { pairingInTerm, refuseOver } from "./acts-term";
import type { AgreementForm, GoalMarkForm, SignForm } from "./forms-terms";

const { agreements, goals, people } = tables;

/** Either of the two drafts and changes it; what was confirmed before a change is not confirmed any more. */
export const draftAgreement = (desk: Desk, form: AgreementForm): Promise<void> =>
  desk.together(async (d) => {
    const pairing = await pairingInTerm(d, form.pairingId);
    if (form.version > 0) return reviseAgreement(d, form);
    await d.begin("agreement.draft", async (tx) => {
      const [already] = await tx.select().from(agreements).where(eq(agreements.pairingId, pairing.id));
      if (already?.id === form.id) return undefined;
      if (already) throw Refusal.conflict("对方刚写好一份协议。刷新看看，在那一份上改");
      const { id: pairingId, mentorId, menteeId } = pairing;
      const [made] = await tx.insert(agreements).values({ id: form.id, pairingId, mentorId, menteeId, changedById: d.me.id, changedAt: d.now }).returning();
      await writeGoals(tx, form.id, form, []);
      await theirTurn(tx, d, pairing.id, [mentorId, menteeId]);
      return made;
    });
  });

async function reviseAgreement(desk: Desk, form: AgreementForm): Promise<void> {
  await desk.change("agreement.revise", form.id, async (tx, agreement) => {
    if (agreement.pairingId !== form.pairingId) throw Refusal.notFound("这份协议");
    await refuseOutdated(tx, agreement, form.version);
    const before = await tx.select().from(goals).where(eq(goals.agreementId, agreement.id));
    await tx.delete(goals).where(eq(goals.agreementId, agreement.id));
    await writeGoals(tx, agreement.id, form, before);
    const version = agreement.version + 1;
    await tx.update(agreements).set({ version, changedById: desk.me.id, changedAt: desk.now, mentorSignedAt: null, menteeSignedAt: null }).where(eq(agreements.id, agreement.id));
    await theirTurn(tx, desk, agreement.pairingId, [agreement.mentorId, agreement.menteeId]);
  });
}

/** What I wrote or confirmed does not wait for me any more; who else has not confirmed it hears that it waits for them. */
async function theirTurn(tx: Writer, desk: Desk, pairingId: Id<"pairing">, waits: readonly Id<"person">[]): Promise<void> {
  await settleNotices(tx, desk, "pairing", pairingId, { kinds: ["agreement_waiting"], of: desk.me.id });
  for (const to of waits) await tell(tx, desk, { to, kind: "agreement_waiting", subject: "pairing", subjectId: pairingId });
}

/** A goal that stays keeps its number; one that says the same keeps the day it was reached. */
async function writeGoals(tx: Writer, agreementId: Id<"agreement">, form: AgreementForm, before: readonly Row<"goals">[]): Promise<void> {
  const known = new Map(before.map((goal) => [goal.id, goal]));
  const kept = goalArea.values.flatMap((area) => form.goals.filter((goal) => goal.area === area && goal.words));
  for (const [place, { id, area, words, dueOn }] of kept.entries()) {
    const was = known.get(id);
    known.delete(id); // named twice, it is one goal and a new one
    const same = was?.words === words && was.area === area;
    await tx.insert(goals).values({ id: was ? id : newId<"goal">(), agreementId, area, place, words, dueOn, reachedOn: same ? was.reachedOn : null });
  }
}

async function refuseOutdated(tx: Writer, agreement: Row<"agreements">, version: number): Promise<void> {
  if (agreement.version === version) return;
  const [by] = await tx.select({ name: people.name }).from(people).where(eq(people.id, agreement.changedById));
  throw Refusal.conflict(`${by?.name ?? "对方"}刚改过这份协议。刷新看过新的再来`);
}

/** Each side once, of the version they read; an agreement has a goal in every area before anybody confirms it. */
export const signAgreement = (desk: Desk, { agreementId, version }: SignForm): Promise<void> =>
  desk.change("pairing.sign", agreementId, async (tx, agreement) => {
    await refuseOver(tx, agreement.pairingId);
    await refuseOutdated(tx, agreement, version);
    const mine = agreement.mentorId === desk.me.id ? "mentorSignedAt" : "menteeSignedAt";
    if (agreement[mine]) throw Refusal.conflict("你已经确认过了");
    const lines = await tx.select({ area: goals.area }).from(goals).where(eq(goals.agreementId, agreementId)).orderBy(asc(goals.place));
    const bare = goalArea.values.filter((area) => !lines.some((line) => line.area === area));
    if (bare.length > 0) throw Refusal.conflict(`还没有写${bare.map(goalArea.label).join("、")}方面的目标，补上再确认`);
    await tx.update(agreements).set({ [mine]: desk.now }).where(eq(agreements.id, agreementId));
    const { mentorId, menteeId, mentorSignedAt, menteeSignedAt, pairingId } = agreement;
    await theirTurn(tx, desk, pairingId, [...(mentorSignedAt ? [] : [mentorId]), ...(menteeSignedAt ? [] : [menteeId])]);
  });

/** The mentor says that a goal is reached, or takes it back; only of what both have confirmed. */
export const markGoal = (desk: Desk, { agreementId, goalId, reached }: GoalMarkForm): Promise<void> =>
  desk.change("agreement.markGoal", agreementId, async (tx, agreement) => {
    await refuseOver(tx, agreement.pairingId);
    if (!agreement.mentorSignedAt || !agreement.menteeSignedAt) throw Refusal.conflict("两个人都确认协议以后，才能记目标达到");
    const [done] = await tx.update(goals).set({ reachedOn: reached ? desk.me.today : null })
      .where(and(eq(goals.id, goalId), eq(goals.agreementId, agreementId))).returning();
    if (!done) throw Refusal.conflict("这条目标刚改过。刷新看看新的协议");
  });
