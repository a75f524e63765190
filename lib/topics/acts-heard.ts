import { and, eq, lt } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";

const { topics } = tables;

/** Something was done in a topic today: its silence is over. */
export async function heard(tx: Writer, topicId: Id<"topic">, today: Day): Promise<void> {
  await tx.update(topics).set({ heardOn: today }).where(and(eq(topics.id, topicId), lt(topics.heardOn, today)));
}

/** A topic in which I may write: mine or the office's, and going on. Who only reads it, as a judge does, learns nothing more. */
export async function goingTopic(desk: Desk, topicId: Id<"topic">) {
  const { topics: t } = desk.see;
  const [topic] = await desk.select({ id: t.id, title: t.title, gate: t.gate, stoppedOn: t.stoppedOn }).from(t).where(eq(t.id, topicId));
  if (!topic) throw Refusal.notFound("这个课题");
  if (!desk.me.is("office") && !desk.me.inTopic(topicId)) throw Refusal.forbidden("课题里的内容由课题组自己写");
  if (topic.stoppedOn) throw Refusal.conflict(`这个课题 ${topic.stoppedOn} 中止了，先不能写。党建办恢复后再写`);
  return topic;
}
