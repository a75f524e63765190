import { and, eq, ne } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { tell } from "@/lib/gate/notices";
import { Refusal } from "@/lib/kernel/refusal";
import type { AssessmentCorrection, EvaluationCorrection } from "./forms-terms";
import { mayCorrect, spokenMonth } from "./rules";

const { assessments, earlierAssessments, evaluations } = tables;

/** 更正月度评价: by its mentor, while the mentee has not answered it. What it said before is kept beside it. */
export const correctAssessment = (desk: Desk, { assessmentId, level, comment }: AssessmentCorrection): Promise<void> =>
  desk.change("assessment.correct", assessmentId, async (tx, was) => {
    if (was.repliedAt) throw Refusal.conflict("学员已经回复了，这份评价不能再改");
    if (!mayCorrect(was, desk.me.today)) throw Refusal.conflict(`${spokenMonth(was.month)}的评价过了能更正的时间：到下个月底为止`);
    if (was.level === Number(level) && was.comment === comment) throw Refusal.conflict("和原来写的一样，没有要更正的");
    const { mentorId, menteeId, pairingId } = was;
    await tx.insert(earlierAssessments).values({ assessmentId, mentorId, menteeId, level: was.level, comment: was.comment, until: desk.now });
    await tx.update(assessments).set({ level: Number(level), comment, correctedAt: desk.now }).where(eq(assessments.id, assessmentId));
    await tell(tx, desk, { to: menteeId, kind: "assessed", subject: "pairing", subjectId: pairingId });
  });

/** 更正双向评价: until the other one's is in too, for from then on each reads both. */
export const correctEvaluation = (desk: Desk, { evaluationId, fit, ...said }: EvaluationCorrection): Promise<void> =>
  desk.change("evaluation.correct", evaluationId, async (tx, { pairingId }) => {
    const [other] = await tx.select({ id: evaluations.id }).from(evaluations).where(and(eq(evaluations.pairingId, pairingId), ne(evaluations.id, evaluationId)));
    if (other) throw Refusal.conflict("对方的也写好了，两份已经互相看得到，不能再改");
    await tx.update(evaluations).set({ ...said, fit: Number(fit), correctedAt: desk.now }).where(eq(evaluations.id, evaluationId));
  });
