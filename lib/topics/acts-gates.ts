import { and, asc, desc, eq, inArray, isNull, max } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { addMonths } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { gate, type Gate } from "@/lib/words/topic";
import { keep, refuseStopped, tellGroup } from "./acts-guard";
import { heard } from "./acts-heard";
import type { GateItemForm, MoveForm, RetireItemForm, TickForm } from "./forms";
import { closedBy, followUps, missingAt, reopenedBy, type Standing, standingWords } from "./rules";

const { defences, gateItems, gateTicks, topicGates, topicSteps } = tables;

/** 勾清单: by the group or the office, ahead of its gate or at it. What a gate was passed with stays as it was. */
export async function tickItem(desk: Desk, { topicId, itemId, ticked }: TickForm): Promise<void> {
  const { gateItems: kept } = desk.see;
  const [item] = await desk.select().from(kept).where(eq(kept.id, itemId));
  if (!item || item.retiredOn) throw Refusal.conflict("这一条清单已经去掉了。刷新看看最新的清单");
  await desk.change("topic.tick", topicId, async (tx, topic) => {
    refuseStopped(topic);
    const [at] = await tx.select().from(topicGates).where(and(eq(topicGates.topicId, topicId), eq(topicGates.gate, item.gate)));
    if (at?.closedOn && !at.waived) throw Refusal.conflict(`“${gate.label(item.gate)}”已经过了，清单不再改。要改，由党建办先退回这个节点`);
    if (ticked) await tx.insert(gateTicks).values({ topicId, itemId, byId: desk.me.id, at: desk.now }).onConflictDoNothing();
    else await tx.delete(gateTicks).where(and(eq(gateTicks.topicId, topicId), eq(gateTicks.itemId, itemId)));
    if (ticked) await heard(tx, topicId, desk.me.today);
  }, `${ticked ? "勾上" : "收回"}“${gate.label(item.gate)}”的第 ${item.place} 条`);
}

/**
 * 移到…: forward it passes every gate on the way, and the office says why where a list is not complete; back it opens
 * them again, with a reason. What was ticked stays ticked, and 历程 keeps every step.
 */
export async function moveTopic(desk: Desk, { topicId, to, reason, version }: MoveForm): Promise<void> {
  const goal: Standing = to === "done" ? null : to;
  await desk.change("topic.move", topicId, async (tx, topic) => {
    refuseStopped(topic);
    await keep(tx, topic, version, { gate: goal });
    if (goal === topic.gate) throw Refusal.conflict(`课题已经在“${standingWords(goal)}”了。刷新看看最新的情况`);
    const passed = closedBy(topic.gate, goal);
    if (passed.length > 0) await pass(tx, desk, topic, passed, reason);
    else await reopen(tx, desk, topic, reopenedBy(topic.gate, goal), reason);
    await tellGroup(tx, desk, topicId);
  }, reason);
}

/** Each gate by itself: those with nothing missing are passed, the others are waived. */
async function pass(tx: Writer, desk: Desk, topic: Row<"topics">, passed: readonly Gate[], reason: string): Promise<void> {
  const missing = await missingOf(tx, topic.id, passed);
  const short = passed.filter((at) => missing(at).length > 0);
  if (short.length > 0 && !reason) throw Refusal.invalid("reason", `${short.map((at) => `“${gate.label(at)}”还差 ${missing(at).length} 项`).join("，")}。写一写为什么免查`);
  for (const at of passed) {
    const waived = short.includes(at);
    await tx.update(topicGates).set({ closedOn: desk.me.today, waived }).where(and(eq(topicGates.topicId, topic.id), eq(topicGates.gate, at)));
    await tx.insert(topicSteps).values({ topicId: topic.id, move: waived ? "waive" : "close", gate: at, actorId: desk.me.id, at: desk.now, note: waived ? reason : "" });
    if (at === "concluded") await planFollowUps(tx, desk, topic.id);
  }
}

async function reopen(tx: Writer, desk: Desk, { id }: Row<"topics">, gates: readonly Gate[], reason: string): Promise<void> {
  if (!reason) throw Refusal.invalid("reason", "写一写为什么退回");
  await tx.update(topicGates).set({ closedOn: null, waived: false }).where(and(eq(topicGates.topicId, id), inArray(topicGates.gate, [...gates])));
  await tx.insert(topicSteps).values({ topicId: id, move: "reopen", gate: gates[0]!, actorId: desk.me.id, at: desk.now, note: reason });
}

/** Three and six months from today, unless the office had other days in mind. */
async function planFollowUps(tx: Writer, desk: Desk, topicId: Id<"topic">): Promise<void> {
  for (const [at, months] of followUps)
    await tx.update(topicGates).set({ dueOn: addMonths(desk.me.today, months) })
      .where(and(eq(topicGates.topicId, topicId), eq(topicGates.gate, at), isNull(topicGates.dueOn)));
}

/** What each of these gates still lacks, as it is at this moment. */
async function missingOf(tx: Writer, topicId: Id<"topic">, gates: readonly Gate[]): Promise<(at: Gate) => string[]> {
  const items = await tx.select().from(gateItems).where(and(inArray(gateItems.gate, [...gates]), isNull(gateItems.retiredOn))).orderBy(asc(gateItems.place));
  const ticks = await tx.select({ itemId: gateTicks.itemId }).from(gateTicks).where(eq(gateTicks.topicId, topicId));
  const [latest] = await tx.select({ state: defences.state }).from(defences).where(eq(defences.topicId, topicId)).orderBy(desc(defences.heldOn), desc(defences.id)).limit(1);
  return (at) => {
    const asked = items.filter((item) => item.gate === at).map(({ id, words }) => ({ words, ticked: ticks.some(({ itemId }) => itemId === id) }));
    return missingAt({ gate: at, items: asked }, latest?.state === "published");
  };
}

/** 节点清单 of the whole town: asked of every topic that has not passed the gate. Sent twice, it is one line. */
export async function addGateItem(desk: Desk, { id, gate: at, words }: GateItemForm): Promise<void> {
  await desk.begin("gateItem.add", async (tx) => {
    const [already] = await tx.select({ id: gateItems.id }).from(gateItems).where(eq(gateItems.id, id));
    if (already) return undefined;
    const [last] = await tx.select({ place: max(gateItems.place) }).from(gateItems).where(eq(gateItems.gate, at));
    const [made] = await tx.insert(gateItems).values({ id, gate: at, place: (last?.place ?? 0) + 1, words }).returning();
    return made;
  });
}

/** It asks nothing any more; what was ticked of it stays to be read. */
export const retireGateItem = (desk: Desk, { itemId }: RetireItemForm): Promise<void> =>
  desk.change("gateItem.retire", itemId, async (tx, item) => {
    if (item.retiredOn) throw Refusal.conflict("这一条清单已经去掉了。刷新看看最新的清单");
    await tx.update(gateItems).set({ retiredOn: desk.me.today }).where(eq(gateItems.id, itemId));
  });
