import { and, count, gte, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { robotFrom } from "@/lib/gate/robot";
import { addDays, startOf } from "@/lib/kernel/calendar";
import { channel, type DeliveryState } from "@/lib/words/notice";

/** How many days the administrator looks back on what did not get through. */
export const BACK_DAYS = 7;

/** Whether a robot is connected, and how it went: counts only, of whom it does not say. */
export async function outside(desk: Desk): Promise<{ robot: string; fault: boolean; sent: number; waiting: number; givenUp: number }> {
  const robot = robotFrom(process.env);
  const [today, back] = await Promise.all([counted(desk, 0), counted(desk, BACK_DAYS - 1)]);
  const words = robot === undefined ? "没有接机器人，提醒只在系统里" : typeof robot === "string" ? `没有接上机器人：${robot}` : `${channel.label(robot.channel)}群机器人`;
  return { robot: words, fault: typeof robot === "string", sent: today.get("sent") ?? 0, waiting: today.get("waiting") ?? 0, givenUp: back.get("given_up") ?? 0 };
}

/** A delivery is next due no earlier than it was made: so the index on state and moment finds those since a day. */
async function counted(desk: Desk, daysBack: number): Promise<ReadonlyMap<DeliveryState, number>> {
  const { deliveries: d } = desk.see;
  const since = startOf(addDays(desk.me.today, -daysBack));
  const rows = await desk.select({ state: d.state, n: count() }).from(d)
    .where(and(inArray(d.state, ["sent", "waiting", "given_up"]), gte(d.nextAt, since))).groupBy(d.state);
  return new Map(rows.map(({ state, n }) => [state, n]));
}
