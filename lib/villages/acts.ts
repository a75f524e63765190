import { and, eq, isNotNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { searchKeyOf, sortKeyOf } from "@/lib/kernel/pinyin";
import { Refusal } from "@/lib/kernel/refusal";
import type { GridForm, ReviseVillageForm, VillageForm } from "./forms";

const { grids, households, villages } = tables;

/** The 27th village. Sent twice, it is one village. */
export async function addVillage(desk: Desk, form: VillageForm): Promise<void> {
  await desk.begin("village.add", async (tx) => {
    await refuseName(tx, form.name, form.id);
    const [other] = await tx.select({ id: villages.id, name: villages.name }).from(villages).where(eq(villages.code, form.code));
    if (other && other.id !== form.id) throw Refusal.invalid("code", `代码 ${form.code} 已经是 ${other.name} 的`);
    const [made] = await tx.insert(villages).values({ ...form, ...keysOf(form.name) }).onConflictDoNothing().returning();
    return made;
  });
}

/** Its name, and how often its households are visited; then every visited household has a new due day, in the same deed. */
export async function reviseVillage(desk: Desk, form: ReviseVillageForm): Promise<void> {
  await desk.change("village.revise", form.villageId, async (tx, village) => {
    await refuseName(tx, form.name, village.id);
    const { name, visitEveryDays } = form;
    const [after] = await tx.update(villages).set({ name, visitEveryDays, ...keysOf(name), version: village.version + 1 })
      .where(and(eq(villages.id, village.id), eq(villages.version, form.version))).returning();
    if (!after) throw Refusal.conflict(`${village.name} 刚在别处改过。刷新看看最新的内容，再决定怎么改`);
    if (visitEveryDays !== village.visitEveryDays) await moveDueDays(tx, village.id, visitEveryDays);
  });
}

const keysOf = (name: string) => ({ sortKey: sortKeyOf(name), searchKey: searchKeyOf(name) });

async function refuseName(tx: Writer, name: string, but: Id<"village">): Promise<void> {
  const [other] = await tx.select({ id: villages.id }).from(villages).where(eq(villages.name, name));
  if (other && other.id !== but) throw Refusal.invalid("name", `已经有一个${name}了`);
}

/** One statement for each day on which households were last visited. One never visited stays due as it was. */
async function moveDueDays(tx: Writer, villageId: Id<"village">, everyDays: number): Promise<void> {
  const inVillage = eq(households.villageId, villageId);
  const days = await tx.selectDistinct({ on: households.lastVisitedOn }).from(households).where(and(inVillage, isNotNull(households.lastVisitedOn)));
  for (const { on } of days)
    await tx.update(households).set({ visitDueOn: addDays(on!, everyDays) }).where(and(inVillage, eq(households.lastVisitedOn, on!)));
}

export async function addGrid(desk: Desk, form: GridForm): Promise<void> {
  await desk.begin("grid.add", async (tx) => {
    const [village] = await tx.select({ id: villages.id }).from(villages).where(eq(villages.id, form.villageId));
    if (!village) throw Refusal.notFound("这个村社");
    const [other] = await tx.select({ id: grids.id }).from(grids).where(and(eq(grids.villageId, form.villageId), eq(grids.name, form.name)));
    if (other && other.id !== form.id) throw Refusal.invalid("name", `这个村社已经有“${form.name}”了`);
    const [made] = await tx.insert(grids).values(form).onConflictDoNothing().returning();
    return made;
  });
}
