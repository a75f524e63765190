import { and, count, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { goingTopic, heard } from "./acts-heard";
import type { DropMilestoneForm, FinishMilestoneForm, MilestoneForm, ReviseMilestoneForm } from "./forms-work";

const { milestones, people, topicMembers } = tables;

/** More than anybody can keep in view; what is done stays. */
const MOST = 40;

/** 加里程碑. Sent twice, it is one. */
export const addMilestone = (desk: Desk, form: MilestoneForm): Promise<void> =>
  desk.together(async (d) => {
    await goingTopic(d, form.topicId);
    await d.begin("milestone.add", async (tx) => {
      const [already] = await tx.select({ topicId: milestones.topicId }).from(milestones).where(eq(milestones.id, form.id));
      if (already?.topicId === form.topicId) return undefined;
      if (already) throw Refusal.notFound("这一条");
      await refuseStranger(tx, form.topicId, form.ownerId);
      const [many] = await tx.select({ n: count() }).from(milestones).where(and(eq(milestones.topicId, form.topicId), isNull(milestones.droppedOn)));
      if (many!.n >= MOST) throw Refusal.conflict(`一个课题最多 ${MOST} 个里程碑。去掉用不到的，或合成一个`);
      const [made] = await tx.insert(milestones).values(form).returning();
      await heard(tx, form.topicId, d.me.today);
      return made;
    });
  });

export const reviseMilestone = (desk: Desk, { milestoneId, ...line }: ReviseMilestoneForm): Promise<void> =>
  desk.together((d) => d.change("milestone.revise", milestoneId, async (tx, before) => {
    await goingTopic(d, before.topicId);
    refuseDropped(before);
    if (before.doneOn) throw Refusal.conflict(`“${before.title}”已经记为完成。要改，先收回完成`);
    if (line.ownerId !== before.ownerId) await refuseStranger(tx, before.topicId, line.ownerId);
    await tx.update(milestones).set(line).where(eq(milestones.id, milestoneId));
    await heard(tx, before.topicId, d.me.today);
  }));

/** Done on a day, or not done after all. */
export const finishMilestone = (desk: Desk, { milestoneId, doneOn }: FinishMilestoneForm): Promise<void> =>
  desk.together((d) => d.change("milestone.finish", milestoneId, async (tx, before) => {
    await goingTopic(d, before.topicId);
    refuseDropped(before);
    if (doneOn && doneOn > d.me.today) throw Refusal.invalid("doneOn", `完成日期不能晚于今天（${spokenDay(d.me.today)}）`);
    const doneById = doneOn ? d.me.id : null;
    const asFound = before.doneOn === null ? isNull(milestones.doneOn) : eq(milestones.doneOn, before.doneOn);
    if (!!doneOn === !!before.doneOn) throw Refusal.conflict(doneOn ? "这个里程碑已经记为完成。刷新看看最新的情况" : "这个里程碑还没有记为完成。刷新看看最新的情况");
    await tx.update(milestones).set({ doneOn, doneById }).where(and(eq(milestones.id, milestoneId), asFound));
    await heard(tx, before.topicId, d.me.today);
  }));

/** 去掉, and 放回: it stays to be read either way. */
export const dropMilestone = (desk: Desk, { milestoneId, dropped }: DropMilestoneForm): Promise<void> =>
  desk.together((d) => d.change("milestone.drop", milestoneId, async (tx, { topicId }) => {
    await goingTopic(d, topicId);
    await tx.update(milestones).set({ droppedOn: dropped ? d.me.today : null }).where(eq(milestones.id, milestoneId));
    await heard(tx, topicId, d.me.today);
  }));

function refuseDropped({ title, droppedOn }: Row<"milestones">): void {
  if (droppedOn) throw Refusal.conflict(`“${title}”已经去掉了。要接着做，先放回来`);
}

/** Whoever answers for it is of the group today. */
async function refuseStranger(tx: Writer, topicId: Id<"topic">, personId: Id<"person">): Promise<void> {
  const [member] = await tx.select({ id: topicMembers.id }).from(topicMembers).innerJoin(people, eq(people.id, topicMembers.personId))
    .where(and(eq(topicMembers.topicId, topicId), eq(topicMembers.personId, personId), isNull(topicMembers.endedOn), isNull(people.leftOn)));
  if (!member) throw Refusal.invalid("ownerId", "负责人要是现在的组员");
}
