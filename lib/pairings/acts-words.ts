import { eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { pairingInTerm } from "./acts-term";
import type { AssessmentForm, EvaluationForm, ReplyForm } from "./forms-terms";
import { monthBefore, monthsOpen, spokenMonth } from "./rules";

const { assessments, evaluations } = tables;

/** 月度评价: one word on one whole month, once; sent twice it is one. */
export const assess = (desk: Desk, form: AssessmentForm): Promise<void> =>
  desk.together(async (d) => {
    const { id: pairingId, mentorId, menteeId, startedOn } = await pairingInTerm(d, form.pairingId);
    const { id, month, comment, level } = form;
    await d.begin("assessment.write", async (tx) => {
      const rows = await tx.select({ id: assessments.id, month: assessments.month }).from(assessments).where(eq(assessments.pairingId, pairingId));
      if (rows.some((row) => row.id === id)) return undefined;
      if (rows.some((row) => row.month === month)) throw Refusal.invalid("month", `${spokenMonth(month)}已经评价过了`);
      if (!monthsOpen(startedOn, d.me.today).includes(month)) throw Refusal.invalid("month", `${spokenMonth(month)}现在不能评价：过完的最近三个月可以`);
      const [made] = await tx.insert(assessments).values({ id, pairingId, mentorId, menteeId, month, comment, level: Number(level), at: d.now }).returning();
      if (month === monthBefore(d.me.today.slice(0, 7))) await settleNotices(tx, d, "pairing", pairingId, { kinds: ["assessment_due"] });
      await tell(tx, d, { to: menteeId, kind: "assessed", subject: "pairing", subjectId: pairingId });
      return made;
    });
  });

/** The mentee's answer to it, once. */
export const replyToAssessment = (desk: Desk, { assessmentId, reply }: ReplyForm): Promise<void> =>
  desk.change("assessment.reply", assessmentId, async (tx, assessment) => {
    if (assessment.repliedAt) throw Refusal.conflict("你已经回复过了");
    await settleNotices(tx, desk, "pairing", assessment.pairingId, { kinds: ["assessed"], of: desk.me.id });
    await tx.update(assessments).set({ reply, repliedAt: desk.now }).where(eq(assessments.id, assessmentId));
    await tell(tx, desk, { to: assessment.mentorId, kind: "assessment_replied", subject: "pairing", subjectId: assessment.pairingId });
  });

/** 双向评价: each of the two, once, when the pairing has ended. */
export async function evaluate(desk: Desk, { pairingId, fit, ...form }: EvaluationForm): Promise<void> {
  const pairing = await endedPairing(desk, pairingId);
  const side = pairing.mentorId === desk.me.id ? "mentor" : "mentee";
  const { mentorId, menteeId } = pairing;
  await desk.begin("evaluation.give", async (tx) => {
    if (await said(tx, pairingId, side, form.id)) return undefined;
    const [made] = await tx.insert(evaluations).values({ ...form, pairingId, mentorId, menteeId, side, fit: Number(fit), byId: desk.me.id, at: desk.now }).returning();
    return made;
  });
}

async function endedPairing(desk: Desk, id: Id<"pairing">): Promise<Pick<Row<"pairings">, "mentorId" | "menteeId">> {
  const { pairings: p } = desk.see;
  const [pairing] = await desk.select({ mentorId: p.mentorId, menteeId: p.menteeId, state: p.state }).from(p).where(eq(p.id, id));
  if (!pairing) throw Refusal.notFound("这段结对");
  if (pairing.state !== "ended") throw Refusal.conflict("结对结束以后，两个人再互相评价");
  if (pairing.mentorId !== desk.me.id && pairing.menteeId !== desk.me.id) throw Refusal.forbidden("结对双方才能互相评价");
  return pairing;
}

async function said(tx: Writer, pairingId: Id<"pairing">, side: "mentor" | "mentee", id: Id<"evaluation">): Promise<boolean> {
  const rows = await tx.select({ id: evaluations.id, side: evaluations.side }).from(evaluations).where(eq(evaluations.pairingId, pairingId));
  if (rows.some((row) => row.id === id)) return true;
  if (rows.some((row) => row.side === side)) throw Refusal.conflict("你已经评价过了");
  return false;
}
