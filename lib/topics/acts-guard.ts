import { and, eq, isNull, ne } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { tell } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";

const { defences, topicMembers, topics } = tables;

/** Nothing is written in a topic that was stopped. */
export function refuseStopped({ stoppedOn }: Pick<Row<"topics">, "stoppedOn">): void {
  if (stoppedOn) throw Refusal.conflict(`这个课题 ${stoppedOn} 中止了，先恢复课题再做`);
}

type Changed = Partial<Pick<Row<"topics">, "title" | "background" | "leadDepartment" | "searchKey" | "gate" | "stoppedOn" | "heardOn">>;

/** One guarded step of a topic: of two people who press at the same time, the second is told. */
export async function keep(tx: Writer, { id }: Pick<Row<"topics">, "id">, version: number, set: Changed): Promise<void> {
  const [after] = await tx.update(topics).set({ ...set, version: version + 1 }).where(and(eq(topics.id, id), eq(topics.version, version))).returning({ id: topics.id });
  if (!after) throw Refusal.conflict("这个课题刚在别处改过。刷新看看最新的情况，再决定怎么做");
}

/** A defence of this topic is arranged, scored or not yet published: what its recusals follow from stands fast. */
export async function beingJudged(tx: Writer, topicId: Id<"topic">): Promise<Id<"defence"> | undefined> {
  const [going] = await tx.select({ id: defences.id }).from(defences).where(and(eq(defences.topicId, topicId), ne(defences.state, "published")));
  return going?.id;
}

/** Whoever is of the group today hears that their topic is not where it was. */
export async function tellGroup(tx: Writer, desk: Desk, topicId: Id<"topic">): Promise<void> {
  const group = await tx.select({ to: topicMembers.personId }).from(topicMembers).where(and(eq(topicMembers.topicId, topicId), isNull(topicMembers.endedOn)));
  for (const { to } of group) await tell(tx, desk, { to, kind: "topic_moved", subject: "topic", subjectId: topicId });
}
