import { and, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import { overlaps, spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { AssignmentForm, EndAssignmentForm } from "./forms";
import { AHEAD_DAYS } from "./rules";

const { assignments, grids, households, people, villages } = tables;
type Place = Pick<Row<"assignments">, "villageId" | "gridId" | "householdId" | "placeId">;

/** 联村, 网格 or 包户: a person serves a place from a day on, once at a time. */
export async function openAssignment(desk: Desk, form: AssignmentForm): Promise<void> {
  const { id, personId, startedOn } = form;
  const last = addDays(desk.me.today, AHEAD_DAYS);
  if (startedOn > last) throw Refusal.invalid("startedOn", `开始日期最晚到 ${spokenDay(last)}`);
  await desk.begin("assignment.open", async (tx) => {
    const [already] = await tx.select({ id: assignments.id }).from(assignments).where(eq(assignments.id, id));
    if (already) return undefined;
    const place = await placeOf(tx, form);
    await refuseUnfit(tx, form);
    await refuseTwice(tx, form, place);
    const [made] = await tx.insert(assignments).values({ id, personId, startedOn, ...place }).returning();
    return made;
  });
}

async function placeOf(tx: Writer, form: AssignmentForm): Promise<Place> {
  const { villageId } = form;
  const [village] = await tx.select({ id: villages.id }).from(villages).where(eq(villages.id, villageId));
  if (!village) throw Refusal.notFound("这个村社");
  if (form.way === "village") return { villageId, gridId: null, householdId: null, placeId: villageId };
  if (form.way === "household") {
    const [home] = await tx.select({ id: households.id, leftOn: households.leftOn }).from(households)
      .where(and(eq(households.villageId, villageId), eq(households.code, form.householdCode)));
    if (!home || home.leftOn) throw Refusal.invalid("householdCode", `这个村社没有户号 ${form.householdCode}`);
    return { villageId, gridId: null, householdId: home.id, placeId: home.id };
  }
  const [grid] = await tx.select({ id: grids.id }).from(grids).where(and(eq(grids.id, form.gridId as Id<"grid">), eq(grids.villageId, villageId)));
  if (!grid) throw Refusal.invalid("gridId", "这个村社没有这个网格");
  return { villageId, gridId: grid.id, householdId: null, placeId: grid.id };
}

async function refuseUnfit(tx: Writer, form: AssignmentForm): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, form.personId));
  if (!person || person.leftOn) throw Refusal.invalid("personId", "这个人不在岗");
  if (person.roles.some((role) => role === "admin" || role === "auditor"))
    throw Refusal.invalid("personId", `${person.name} 是系统管理员或审计员，不接触农户资料，不能联村`);
  if (form.way === "grid" && !person.roles.includes("gridMember"))
    throw Refusal.invalid("personId", `${person.name} 还不是网格员。先在人员页加上“网格员”角色`);
}

async function refuseTwice(tx: Writer, form: AssignmentForm, { placeId }: Place): Promise<void> {
  const before = await tx.select().from(assignments).where(and(eq(assignments.personId, form.personId), eq(assignments.placeId, placeId)));
  const clash = before.find((period) => overlaps(period, { startedOn: form.startedOn, endedOn: null }));
  if (!clash) return;
  const until = clash.endedOn ? `到 ${clash.endedOn} 为止` : "一直到现在";
  throw Refusal.invalid("startedOn", `从 ${clash.startedOn} ${until}已经有这项安排，和 ${form.startedOn} 开始的重叠`);
}

/** The last day is today at the latest. What had not begun is withdrawn: only the ledger tells of it. */
export async function endAssignment(desk: Desk, form: EndAssignmentForm): Promise<void> {
  await desk.change("assignment.end", form.assignmentId, async (tx, period) => {
    if (period.endedOn) throw Refusal.conflict(`这项安排已经在 ${period.endedOn} 结束了`);
    const mine = eq(assignments.id, period.id);
    if (period.startedOn > desk.me.today) return void (await tx.delete(assignments).where(mine));
    if (form.endedOn > desk.me.today) throw Refusal.invalid("endedOn", `结束日期不能晚于今天（${spokenDay(desk.me.today)}）`);
    if (form.endedOn < period.startedOn) throw Refusal.invalid("endedOn", `结束日期不能早于开始日期 ${period.startedOn}`);
    await tx.update(assignments).set({ endedOn: form.endedOn }).where(mine);
  });
}
