import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { memberColumns, type MemberEntry, writeMembers } from "@/lib/gate/household-file";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { kinship, leavingReason } from "@/lib/words/household";
import type { MemberForm, MemberLeaving, MemberRevision } from "./forms";
import { isMinor } from "./rules";

const { members, memberNames } = tables;

/*
 * 家庭成员. Each is a deed upon the household: the ledger says who touched which family, by kinship and never by name.
 */

export async function addMember(desk: Desk, form: MemberForm) {
  const entry = entryOf(desk, form);
  const { members: seen } = desk.see;
  const [already] = await desk.select().from(seen).where(eq(seen.id, form.id));
  if (already) return;
  await desk.change("household.revise", form.householdId, async (tx) => {
    if (form.kinship === "householder") await refuseSecondHouseholder(tx, form.householdId);
    await writeMembers(tx, form.householdId, [{ ...entry, id: form.id }]);
  }, `添加家庭成员：${kinship.label(form.kinship)}`);
}

type Typed = { kinship: MemberEntry["kinship"]; name: string; birthYear: number | undefined; minor: boolean };

function entryOf(desk: Desk, { kinship, name, birthYear, minor }: Typed): MemberEntry {
  const { today } = desk.me;
  if (birthYear && birthYear > Number(today.slice(0, 4))) throw Refusal.invalid("birthYear", "出生年份不能晚于今年");
  const child = birthYear === undefined ? minor : isMinor(birthYear, today);
  return { kinship, name, minor: child, ...(birthYear !== undefined && { birthYear }) };
}

async function refuseSecondHouseholder(tx: Writer, householdId: Id<"household">, except?: Id<"member">) {
  const family = await tx.select().from(members).where(and(eq(members.householdId, householdId), isNull(members.leftOn)));
  if (family.some((member) => member.kinship === "householder" && member.id !== except))
    throw Refusal.invalid("kinship", "这一户已经有户主。要换户主，用“修改基本情况”");
}

/** A field the reviser may not see arrives empty and keeps what it held. */
export async function reviseMember(desk: Desk, form: MemberRevision) {
  await desk.change("household.revise", form.householdId, async (tx) => {
    const was = await memberOf(tx, form.householdId, form.memberId);
    if (form.kinship === "householder") await refuseSecondHouseholder(tx, form.householdId, form.memberId);
    const known = was.birthYear === null ? undefined : Number(was.birthYear);
    const entry = entryOf(desk, { ...form, name: form.name || was.name, birthYear: form.birthYear ?? known });
    const { masked, clear } = memberColumns(entry);
    await tx.update(members).set(masked).where(eq(members.id, form.memberId));
    await tx.update(memberNames).set(clear).where(eq(memberNames.memberId, form.memberId));
  }, `修改家庭成员：${kinship.label(form.kinship)}`);
}

async function memberOf(tx: Writer, householdId: Id<"household">, memberId: Id<"member">) {
  const [found] = await tx
    .select({ name: memberNames.name, birthYear: memberNames.birthYear })
    .from(members)
    .innerJoin(memberNames, eq(memberNames.memberId, members.id))
    .where(and(eq(members.id, memberId), eq(members.householdId, householdId), isNull(members.leftOn)));
  if (!found) throw Refusal.notFound("这位家庭成员");
  return found;
}

/** Office and village secretary only, as for the household itself. */
export async function memberLeaves(desk: Desk, form: MemberLeaving) {
  if (form.leftOn > desk.me.today) throw Refusal.invalid("leftOn", "离开的日期不能晚于今天");
  await desk.change("household.leave", form.householdId, async (tx) => {
    await memberOf(tx, form.householdId, form.memberId);
    await tx.update(members).set({ leftOn: form.leftOn }).where(eq(members.id, form.memberId));
  }, `家庭成员：${leavingReason.label(form.why)}`);
}
