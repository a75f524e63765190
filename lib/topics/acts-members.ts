import { and, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices } from "@/lib/gate/notices";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { Refusal } from "@/lib/kernel/refusal";
import { topicPart } from "@/lib/words/topic";
import { refuseStranger, takeIn } from "./acts";
import { beingJudged, refuseStopped } from "./acts-guard";
import type { JoinForm, LeaveTopicForm } from "./forms";

const { seats, topicMembers } = tables;

/**
 * Somebody comes to the group from today on, or to another part in it. A group has one leader: with a new one, the
 * one before stays as a member or leaves, in the same deed. Sent twice, it is one membership.
 */
export async function joinTopic(desk: Desk, form: JoinForm): Promise<void> {
  if (!desk.me.is("office")) throw Refusal.forbidden(); // before anything is looked at
  const { id, topicId, personId, part, before } = form;
  await desk.together(async (d) => {
    const group = await groupNow(d, topicId);
    if (group.some((one) => one.id === id)) return;
    const mine = group.find((one) => one.personId === personId);
    if (mine?.part === part) throw Refusal.invalid("personId", `${mine.name} 已经是${topicPart.label(part)}`);
    if (mine?.part === "leader") throw Refusal.invalid("personId", `${mine.name} 是组长。先选一名新组长，这一位就成为组员或离开`);
    const leader = part === "leader" ? group.find((one) => one.part === "leader") : undefined;
    for (const one of [mine, leader]) if (one) await d.change("topic.leave", one.id, (tx, row) => end(tx, row, dayBefore(row, d.me.today)));
    await d.begin("topic.join", async (tx) => {
      await refuseStranger(tx, personId, "personId");
      await refuseJudge(tx, topicId, personId);
      return takeIn(tx, d, { id, topicId, personId, part }, mine && "topic_moved");
    });
    if (leader && before === "member")
      await d.begin("topic.join", (tx) => takeIn(tx, d, { topicId, personId: leader.personId, part: "member" }, "topic_moved"));
  });
}

/** Who judges the topic's defence does not come into its group before that is published: their marks would be lost. */
async function refuseJudge(tx: Writer, topicId: Row<"topics">["id"], personId: Row<"people">["id"]): Promise<void> {
  const going = await beingJudged(tx, topicId);
  const [seat] = going ? await tx.select({ id: seats.id }).from(seats).where(and(eq(seats.defenceId, going), eq(seats.personId, personId))) : [];
  if (seat) throw Refusal.invalid("personId", "这个人是正在进行的答辩的评委。结果公布以后再加入课题组");
}

async function groupNow(desk: Desk, topicId: Row<"topics">["id"]) {
  const { topics: t, topicMembers: m, people } = desk.see;
  const [topic] = await desk.select({ stoppedOn: t.stoppedOn }).from(t).where(eq(t.id, topicId));
  if (!topic) throw Refusal.notFound("这个课题");
  refuseStopped(topic);
  return desk.select({ id: m.id, personId: m.personId, part: m.part, name: people.name }).from(m)
    .innerJoin(people, eq(people.id, m.personId)).where(and(eq(m.topicId, topicId), isNull(m.endedOn)));
}

/** 移出课题组: today is the last day. A group keeps a leader: another one first. */
export const leaveTopic = (desk: Desk, { memberId }: LeaveTopicForm): Promise<void> =>
  desk.change("topic.leave", memberId, async (tx, row) => {
    if (row.endedOn) throw Refusal.conflict(`这个人 ${row.endedOn} 就不在组里了。刷新看看最新的情况`);
    if (row.part === "leader") throw Refusal.conflict("课题组不能没有组长。先换一名组长，再移出这一位");
    await end(tx, row, desk.me.today);
    await settleNotices(tx, desk, "topic", row.topicId, { of: row.personId });
  });

/** Where another part begins today, this one ended yesterday, unless it is of today itself. */
const dayBefore = ({ startedOn }: Row<"topicMembers">, today: Day): Day => (startedOn < today ? addDays(today, -1) : today);

async function end(tx: Writer, { id }: Row<"topicMembers">, endedOn: Day): Promise<void> {
  await tx.update(topicMembers).set({ endedOn }).where(eq(topicMembers.id, id));
}
