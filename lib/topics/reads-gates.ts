import { asc, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { gate, type Gate } from "@/lib/words/topic";
import { missingAt } from "./rules";

type Tick = { by: string; at: Date };
export type GateItemLine = { id: Id<"gateItem">; words: string; tick: Tick | undefined };
export type GateLine = {
  gate: Gate; dueOn: Day | null; closedOn: Day | null; waived: boolean;
  items: GateItemLine[];
  /** What keeps it from being passed now. */
  missing: string[];
};

/** Of each of these topics every gate in its order, with what its list asks and what is ticked. */
export async function gatesOf(desk: Desk, ids: readonly Id<"topic">[]): Promise<ReadonlyMap<Id<"topic">, GateLine[]>> {
  if (ids.length === 0) return new Map();
  const { topicGates: g } = desk.see;
  const [rows, items, ticks, published] = await Promise.all([
    desk.select().from(g).where(inArray(g.topicId, [...ids])), itemsKept(desk), ticksOf(desk, ids), topicsWithResult(desk, ids),
  ]);
  const linesOf = (topicId: Id<"topic">) => gate.values.map((at): GateLine => {
    const row = rows.find((one) => one.topicId === topicId && one.gate === at);
    const { dueOn = null, closedOn = null, waived = false } = row ?? {};
    const tickOf = (item: Id<"gateItem">) => ticks.find((tick) => tick.topicId === topicId && tick.itemId === item);
    const asked = items.filter((item) => item.gate === at && seesWork(desk, topicId)).map((item) => ({ ...item, tick: tickOf(item.id) }));
    const missing = missingAt({ gate: at, items: asked.filter(({ retiredOn }) => !retiredOn).map(({ words, tick }) => ({ words, ticked: !!tick })) }, published.has(topicId));
    const shown = asked.filter(({ retiredOn, tick }) => (closedOn && !waived ? tick : !retiredOn));
    return { gate: at, dueOn, closedOn, waived, items: shown.map(({ id, words, tick }) => ({ id, words, tick: tick && { by: tick.by, at: tick.at } })), missing };
  });
  return new Map(ids.map((id) => [id, linesOf(id)]));
}

/** How a group works, and not only what its judges read: whose ticks I do not see, their list would look undone to me. */
export const seesWork = (desk: Desk, topicId: Id<"topic">): boolean => desk.me.is("office", "leader") || desk.me.inTopic(topicId);

/** 节点清单 of the town, retired ones too: a few dozen. */
export async function itemsKept(desk: Desk) {
  const { gateItems: i } = desk.see;
  return desk.select({ id: i.id, gate: i.gate, place: i.place, words: i.words, retiredOn: i.retiredOn }).from(i).orderBy(asc(i.place), asc(i.id));
}
export type GateItemKept = Awaited<ReturnType<typeof itemsKept>>[number];

async function ticksOf(desk: Desk, ids: readonly Id<"topic">[]) {
  const { gateTicks: t } = desk.see;
  const ticks = await desk.select({ topicId: t.topicId, itemId: t.itemId, byId: t.byId, at: t.at }).from(t).where(inArray(t.topicId, [...ids]));
  const names = await namesOf(desk, ticks.map(({ byId }) => byId));
  return ticks.map(({ byId, ...tick }) => ({ ...tick, by: names(byId) }));
}

/** Those whose latest defence is published. */
async function topicsWithResult(desk: Desk, ids: readonly Id<"topic">[]): Promise<ReadonlySet<Id<"topic">>> {
  const { defences: d } = desk.see;
  const rows = await desk.select({ topicId: d.topicId, state: d.state }).from(d).where(inArray(d.topicId, [...ids])).orderBy(asc(d.heldOn), asc(d.id));
  const latest = new Map(rows.map(({ topicId, state }) => [topicId, state]));
  return new Set([...latest].filter(([, state]) => state === "published").map(([id]) => id));
}
