import { and, eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, silenceKinds, tell } from "@/lib/gate/notices";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { pairingInTerm } from "./acts-term";
import type { CoachingForm, LearnedForm } from "./forms-terms";

const { coachingSessions } = tables;

/** 帮带记录, written by the mentor. Sent twice, it is one. */
export const addCoaching = (desk: Desk, form: CoachingForm): Promise<void> =>
  desk.together(async (d) => {
    const { mentorId, menteeId, startedOn } = await pairingInTerm(d, form.pairingId);
    if (form.heldOn > d.me.today) throw Refusal.invalid("heldOn", `帮带日期不能晚于今天（${spokenDay(d.me.today)}）`);
    if (form.heldOn < startedOn) throw Refusal.invalid("heldOn", `这段结对 ${startedOn} 才开始`);
    await refuseStrangeLink(d, form, menteeId);
    await d.begin("coaching.add", async (tx) => {
      const [already] = await tx.select({ by: coachingSessions.mentorId }).from(coachingSessions).where(eq(coachingSessions.id, form.id));
      if (already?.by === d.me.id) return undefined;
      if (already) throw Refusal.notFound("这一条");
      const [made] = await tx.insert(coachingSessions).values({ ...form, mentorId, menteeId, at: d.now }).returning();
      await settleNotices(tx, d, "pairing", form.pairingId, { kinds: silenceKinds });
      await tell(tx, d, { to: menteeId, kind: "coached", subject: "pairing", subjectId: form.pairingId });
      return made;
    });
  });

/** A talk hangs on a visit or a problem of the mentee's own, and on one the mentor may see. */
async function refuseStrangeLink(desk: Desk, { visitId, problemId }: CoachingForm, menteeId: Id<"person">): Promise<void> {
  const { visits: v, problems: p } = desk.see;
  if (visitId) {
    const [visit] = await desk.select({ id: v.id }).from(v).where(and(eq(v.id, visitId), eq(v.authorId, menteeId)));
    if (!visit) throw Refusal.invalid("visitId", "选一篇学员自己的走访日志");
  }
  if (problemId) {
    const [problem] = await desk.select({ id: p.id }).from(p).where(and(eq(p.id, problemId), eq(p.raisedById, menteeId)));
    if (!problem) throw Refusal.invalid("problemId", "选一个学员上报的问题");
  }
}

/** 我学到、下一步: the mentee's own lines on the same record, theirs to mend. */
export const noteLearned = (desk: Desk, { sessionId, learned, nextStep }: LearnedForm): Promise<void> =>
  desk.change("coaching.learn", sessionId, async (tx, { pairingId }) => {
    await settleNotices(tx, desk, "pairing", pairingId, { kinds: ["coached"], of: desk.me.id });
    await tx.update(coachingSessions).set({ learned, nextStep, learnedAt: desk.now }).where(eq(coachingSessions.id, sessionId));
  });
