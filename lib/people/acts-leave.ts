import { and, eq, isNull, or } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { closePairing } from "@/lib/gate/pairing-end";
import { handOverReviews } from "@/lib/gate/reviewers";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { LeaveForm } from "./forms";

const { accounts, assignments, pairings, people, sessions, topicMembers } = tables;

/**
 * 离岗: from this moment the person can do nothing here. What they served and whom they were paired with ends today,
 * what had not begun is withdrawn, and visits that waited with them, or are theirs, wait at the office.
 */
export const letLeave = (desk: Desk, form: LeaveForm): Promise<void> =>
  desk.together(async (d) => {
    await d.change("person.leave", form.personId, async (tx, person) => {
      if (person.leftOn) throw Refusal.conflict(`${person.name} 已经离岗了`);
      await tx.update(people).set({ leftOn: d.me.today, version: person.version + 1 }).where(eq(people.id, person.id));
      await shutOut(tx, person.id, d.now);
    }, form.reason);
    await endPairings(d, form);
    await endAssignments(d, form);
    await leaveGroups(d, form);
    await handOverReviews(d, { from: form.personId, to: null, note: "导师离岗，转到党建办" });
    await handOverReviews(d, { author: form.personId, to: null, note: "作者离岗，转到党建办" });
  });

async function shutOut(tx: Writer, personId: Id<"person">, now: Date): Promise<void> {
  await tx.update(sessions).set({ endedAt: now, cause: "left" }).where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
  await tx.update(accounts).set({ disabledAt: now }).where(and(eq(accounts.personId, personId), isNull(accounts.disabledAt)));
}

async function endPairings(desk: Desk, { personId, reason }: LeaveForm): Promise<void> {
  const theirs = or(eq(pairings.mentorId, personId), eq(pairings.menteeId, personId));
  const open = await desk.select({ id: pairings.id }).from(pairings).where(and(theirs, isNull(pairings.endedOn)));
  for (const { id } of open)
    await desk.change("pairing.end", id, (tx, pairing) => closePairing(tx, desk.me, pairing, desk.me.today, reason), reason);
}

async function endAssignments(desk: Desk, { personId, reason }: LeaveForm): Promise<void> {
  const open = await desk.select({ id: assignments.id }).from(assignments)
    .where(and(eq(assignments.personId, personId), isNull(assignments.endedOn)));
  for (const { id } of open)
    await desk.change("assignment.end", id, async (tx, { startedOn }) => {
      if (startedOn > desk.me.today) await tx.delete(assignments).where(eq(assignments.id, id));
      else await tx.update(assignments).set({ endedOn: desk.me.today }).where(eq(assignments.id, id));
    }, reason);
}

/** 课题组, the leader's too: the office sees that a group has none, and names another. */
async function leaveGroups(desk: Desk, { personId, reason }: LeaveForm): Promise<void> {
  const open = await desk.select({ id: topicMembers.id }).from(topicMembers).where(and(eq(topicMembers.personId, personId), isNull(topicMembers.endedOn)));
  for (const { id } of open)
    await desk.change("topic.leave", id, async (tx) => void (await tx.update(topicMembers).set({ endedOn: desk.me.today }).where(eq(topicMembers.id, id))), reason);
}
