import { and, desc, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { clearColumns, maskedColumns, memberColumns, writeHousehold } from "@/lib/gate/household-file";
import { clockOf } from "@/lib/kernel/calendar";
import { type Id, idFrom } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { leavingReason } from "@/lib/words/household";
import type { HouseholdForm, HouseholdLeaving, HouseholdReturn, HouseholdRevision } from "./forms";
import { householderAmong } from "./rules";

const { households, householders, phones, members, memberNames, ledger, people } = tables;
type Household = Row<"households">;

/** Put a household on file, its householder as its first member. The same form sent twice makes one. */
export async function addHousehold(desk: Desk, form: HouseholdForm) {
  const village = await villageNamed(desk, form.villageId, form.gridId);
  await desk.begin("household.add", async (tx) => {
    const [already] = await tx.select().from(households).where(eq(households.id, form.id));
    if (already) return undefined;
    const { gridId, phone, ...home } = form;
    const family = [{ name: form.householder, kinship: "householder" as const }];
    const entry = { ...home, villageName: village, ...(gridId && { gridId }), ...(phone && { phone }), members: family };
    const made = await writeHousehold(tx, entry, desk.me.id, desk.now);
    if (!made) throw await codeTaken(desk, form, village);
    return made;
  });
}

async function villageNamed(desk: Desk, id: Id<"village">, gridId: Id<"grid"> | null): Promise<string> {
  const { villages, grids } = desk.see;
  const [village] = await desk.select().from(villages).where(eq(villages.id, id));
  if (!village) throw Refusal.invalid("villageId", "选择村社");
  if (!gridId) return village.name;
  const [grid] = await desk.select().from(grids).where(and(eq(grids.id, gridId), eq(grids.villageId, id)));
  if (!grid) throw Refusal.invalid("gridId", `选择${village.name}的网格`);
  return village.name;
}

/** Names the household in the way only to those who may see it; anybody else learns that the village is not theirs. */
async function codeTaken(desk: Desk, form: HouseholdForm, village: string): Promise<Refusal> {
  const { households: seen } = desk.see;
  const [taken] = await desk.select().from(seen).where(and(eq(seen.villageId, form.villageId), eq(seen.code, form.code)));
  return taken
    ? Refusal.invalid("code", `${village}的户号 ${form.code} 已经是${taken.maskedName}家的，换一个户号`)
    : Refusal.forbidden();
}

export async function reviseHousehold(desk: Desk, form: HouseholdRevision) {
  await desk.change("household.revise", form.householdId, async (tx, home) => {
    const village = await villageNamed(desk, home.villageId, form.gridId);
    const masked = maskedColumns({ ...form, code: home.code, villageName: village });
    await move(desk, tx, home, form.version, { gridId: form.gridId, groupName: form.groupName, ...masked });
    const [was] = await tx.select().from(householders).where(eq(householders.householdId, home.id));
    const clear = { address: form.address, ...clearColumns(form.householder) };
    await tx.update(householders).set(clear).where(eq(householders.householdId, home.id));
    if (was && was.name !== form.householder) await renameHouseholder(tx, home.id, form.householder);
    await movePhone(tx, home.id, form);
  });
}

/** The guarded UPDATE: whoever looked at an older file is told who was there first. */
async function move(desk: Desk, tx: Writer, home: Household, version: number, to: Partial<Household>) {
  const [moved] = await tx
    .update(households)
    .set({ ...to, version: version + 1 })
    .where(and(eq(households.id, home.id), eq(households.version, version)))
    .returning();
  if (!moved) throw Refusal.conflict(await whoWasFirst(desk, tx, home.id));
}

async function whoWasFirst(desk: Desk, tx: Writer, id: Id<"household">): Promise<string> {
  const lines = await tx.select().from(ledger).where(eq(ledger.subjectId, id)).orderBy(desc(ledger.id)).limit(50);
  const last = lines.find((line) => "version" in line.changed);
  const actor = idFrom<"person">(last?.actorId);
  const [who] = actor ? await tx.select().from(people).where(eq(people.id, actor)) : [];
  const name = who?.id === desk.me.id ? "你在别的页面" : who?.name;
  return `${last && name ? `${name} ${clockOf(last.at)} ` : "有人"}也改了这一户。刷新看看改了什么，再改一次`;
}

async function renameHouseholder(tx: Writer, householdId: Id<"household">, name: string) {
  const family = await tx
    .select({ id: members.id, kinship: members.kinship, minor: members.minor, name: memberNames.name })
    .from(members)
    .innerJoin(memberNames, eq(memberNames.memberId, members.id))
    .where(and(eq(members.householdId, householdId), isNull(members.leftOn)));
  const { rises, renamed, yields } = householderAmong(family, name);
  if (rises) await tx.update(members).set({ kinship: "householder" }).where(eq(members.id, rises.id));
  if (yields) await tx.update(members).set({ kinship: "other" }).where(eq(members.id, yields.id));
  if (!renamed) return;
  const { masked } = memberColumns({ ...renamed, name });
  await tx.update(members).set(masked).where(eq(members.id, renamed.id));
  await tx.update(memberNames).set({ name }).where(eq(memberNames.memberId, renamed.id));
}

async function movePhone(tx: Writer, householdId: Id<"household">, form: Pick<HouseholdRevision, "phone" | "dropPhone">) {
  if (form.dropPhone || form.phone) await tx.delete(phones).where(eq(phones.householdId, householdId));
  if (form.phone) await tx.insert(phones).values({ householdId, number: form.phone });
}

/** The household is no longer visited; its file stays readable. */
export async function leaveHousehold(desk: Desk, form: HouseholdLeaving) {
  if (form.leftOn > desk.me.today) throw Refusal.invalid("leftOn", "离开的日期不能晚于今天");
  const leave = async (tx: Writer, home: Household) => move(desk, tx, home, form.version, { leftOn: form.leftOn });
  await desk.change("household.leave", form.householdId, leave, leavingReason.label(form.why));
}

/** Takes back a leaving: moved home again, or marked by mistake. */
export async function takeBackHousehold(desk: Desk, form: HouseholdReturn) {
  const back = async (tx: Writer, home: Household) => move(desk, tx, home, form.version, { leftOn: null });
  await desk.change("household.leave", form.householdId, back, "恢复登记");
}
