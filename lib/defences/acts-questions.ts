import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { refuseRecused } from "./acts-sheets";
import type { AnswerQuestionForm, GiveQuestionForm, QuestionForm } from "./forms";

const { questions, topicMembers: m, topics } = tables;

/** What was asked at the defence. Sent twice, it is one. */
export const askQuestion = (desk: Desk, { id, defenceId, words }: QuestionForm): Promise<void> =>
  desk.together(async (d) => {
    const { defences } = d.see;
    const [defence] = await d.select({ topicId: defences.topicId, heldOn: defences.heldOn, state: defences.state }).from(defences).where(eq(defences.id, defenceId));
    if (!defence) throw Refusal.notFound("这场答辩");
    if (defence.state === "preparing") throw Refusal.conflict("答辩还没有开始");
    if (!d.me.is("office")) await refuseRecused(d, defence);
    await d.begin("question.ask", async (tx) => {
      await refuseStopped(tx, defence.topicId);
      const [already] = await tx.select({ by: questions.askedById }).from(questions).where(eq(questions.id, id));
      if (already?.by === d.me.id) return undefined;
      if (already) throw Refusal.notFound("这条提问");
      const [made] = await tx.insert(questions).values({ id, defenceId, topicId: defence.topicId, askedById: d.me.id, at: d.now, words }).returning();
      return made;
    });
  });

/** Somebody of the group follows it up, until a day; they hear of it. */
export const giveQuestion = (desk: Desk, { questionId, ownerId, dueOn }: GiveQuestionForm): Promise<void> =>
  desk.change("question.give", questionId, async (tx, question) => {
    await refuseStopped(tx, question.topicId);
    if (question.answeredAt) throw Refusal.conflict("这条提问已经答复了");
    if (dueOn < desk.me.today) throw Refusal.invalid("dueOn", `期限不能早于今天（${spokenDay(desk.me.today)}）`);
    const [member] = await tx.select({ id: m.id }).from(m).where(and(eq(m.topicId, question.topicId), eq(m.personId, ownerId), isNull(m.endedOn)));
    if (!member) throw Refusal.invalid("ownerId", "选一位现在在组里的人");
    await tx.update(questions).set({ ownerId, dueOn }).where(eq(questions.id, questionId));
    if (question.ownerId) await settleOwner(tx, desk, question.topicId, question.ownerId);
    await tell(tx, desk, { to: ownerId, kind: "follow_up_given", subject: "topic", subjectId: question.topicId });
  });

export const answerQuestion = (desk: Desk, { questionId, answer }: AnswerQuestionForm): Promise<void> =>
  desk.change("question.answer", questionId, async (tx, { topicId, ownerId, answeredById }) => {
    await refuseStopped(tx, topicId);
    if (answeredById && answeredById !== desk.me.id && !desk.me.is("office")) throw Refusal.conflict("这条已经有人答复了。要改就请答复的人改");
    await tx.update(questions).set({ answer, answeredAt: desk.now, answeredById: desk.me.id }).where(eq(questions.id, questionId));
    if (ownerId) await settleOwner(tx, desk, topicId, ownerId);
  });

/** Who has nothing more to follow up in this topic is not reminded of it any more. */
async function settleOwner(tx: Writer, desk: Desk, topicId: Id<"topic">, ownerId: Id<"person">): Promise<void> {
  const [open] = await tx.select({ id: questions.id }).from(questions)
    .where(and(eq(questions.topicId, topicId), eq(questions.ownerId, ownerId), isNull(questions.answeredAt))).limit(1);
  if (!open) await settleNotices(tx, desk, "topic", topicId, { kinds: ["follow_up_given"], of: ownerId });
}

/** In a topic that was stopped nothing is written, what was asked at its defence neither. */
async function refuseStopped(tx: Writer, topicId: Id<"topic">): Promise<void> {
  const [topic] = await tx.select({ stoppedOn: topics.stoppedOn }).from(topics).where(eq(topics.id, topicId));
  if (topic?.stoppedOn) throw Refusal.conflict(`这个课题 ${topic.stoppedOn} 中止了，提问先不能记、不能答。党建办恢复后再写`);
}
