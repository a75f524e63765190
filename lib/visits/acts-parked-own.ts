import { and, eq, inArray } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { lostDoor } from "@/lib/gate/keeper";
import { settleNotices, tell } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { ParkedForm } from "./forms-parked";
import { waitsParked } from "./rules";

const { parkedVisits } = tables;
const settledAlready = () => Refusal.conflict("这条已经处理过了。刷新看看结果");

/** Its author hands it to whoever keeps the household now; to nobody else, and again where that has changed. */
export const handOverParked = (desk: Desk, { parkedId }: ParkedForm): Promise<void> =>
  desk.together((d) => d.change("parked.handOver", parkedId, async (tx, parked) => {
    const keeper = (await lostDoor(d, parked))?.keeper;
    if (!keeper) throw Refusal.conflict("该户现在没有人包，这条由党建办处理");
    const [done] = await tx.update(parkedVisits).set({ state: "handed", keeperId: keeper.id })
      .where(and(eq(parkedVisits.id, parkedId), inArray(parkedVisits.state, [...waitsParked]))).returning();
    if (!done) throw settledAlready();
    await settleNotices(tx, d, "parked", parkedId);
    await tell(tx, d, { to: keeper.id, kind: "parked_handed", subject: "parked", subjectId: parkedId });
  }));

/** Its author does not want it kept any longer. What was settled stays as it was settled. */
export async function withdrawParked(desk: Desk, { parkedId }: ParkedForm): Promise<void> {
  await desk.change("parked.withdraw", parkedId, async (tx) => {
    const set = { state: "withdrawn" as const, settledById: desk.me.id, settledAt: desk.now };
    const [done] = await tx.update(parkedVisits).set(set)
      .where(and(eq(parkedVisits.id, parkedId), inArray(parkedVisits.state, [...waitsParked]))).returning();
    if (!done) throw settledAlready();
    await settleNotices(tx, desk, "parked", parkedId);
  });
}

/** The same visit went on to another door after all: then nobody needs to take it in. */
export async function noLongerParked(desk: Desk, parkedId: Id<"visit">): Promise<void> {
  const { parkedVisits: p } = desk.see;
  const [waits] = await desk.select({ id: p.id }).from(p)
    .where(and(eq(p.id, parkedId), eq(p.authorId, desk.me.id), inArray(p.state, [...waitsParked])));
  if (waits) await withdrawParked(desk, { parkedId });
}
