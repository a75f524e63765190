import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { addWorkdays } from "@/lib/kernel/calendar";
import { Refusal } from "@/lib/kernel/refusal";
import type { AnswerForm, FeedbackForm } from "./forms";
import { ANSWER_DAYS } from "./rules";

const { feedback } = tables;

/** Anybody says anything, about the work or this system. The same form sent twice is said once. */
export async function sayFeedback(desk: Desk, form: FeedbackForm): Promise<void> {
  const dueOn = addWorkdays(desk.me.today, ANSWER_DAYS, await almanacOf(desk));
  await desk.begin("feedback.say", async (tx) => {
    const [taken] = await tx.select({ by: feedback.authorId }).from(feedback).where(eq(feedback.id, form.id));
    if (taken?.by === desk.me.id) return undefined;
    if (taken) throw Refusal.notFound("这一条");
    const [made] = await tx.insert(feedback).values({ ...form, authorId: desk.me.id, at: desk.now, dueOn }).returning();
    return made!;
  });
}

/** Answered once, by name; of two answers the first one stands. */
export async function answerFeedback(desk: Desk, form: AnswerForm): Promise<void> {
  await desk.change("feedback.answer", form.feedbackId, async (tx) => {
    const [done] = await tx.update(feedback).set({ answer: form.answer, answeredById: desk.me.id, answeredAt: desk.now })
      .where(and(eq(feedback.id, form.feedbackId), isNull(feedback.answeredAt))).returning();
    if (!done) throw Refusal.conflict("这一条刚有人答复过了。刷新看看答复");
  });
}
