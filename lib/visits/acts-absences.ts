import { and, eq, gte, lte } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import { addDays, daysBetween } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { Refusal } from "@/lib/kernel/refusal";
import type { AbsenceForm, EndAbsenceForm } from "./forms-review";
import { AWAY_MOST } from "./rules";

const { absences, people } = tables;

/** 请人代批阅: from one day to another somebody else answers what waits with a mentor. Sent twice, it is one absence. */
export async function openAbsence(desk: Desk, form: AbsenceForm): Promise<void> {
  const { id, personId, startedOn, endedOn, reason } = form;
  if (!desk.me.is("office") && personId !== desk.me.id) throw Refusal.forbidden(); // a refusal would tell when somebody is away
  const standInId = form.standInId || null;
  if (startedOn < desk.me.today) throw Refusal.invalid("startedOn", `开始日期不能早于今天（${spokenDay(desk.me.today)}）`);
  if (daysBetween(startedOn, endedOn) >= AWAY_MOST) throw Refusal.invalid("endedOn", `一次最多 ${AWAY_MOST} 天`);
  await desk.begin("absence.open", async (tx) => {
    const [already] = await tx.select({ id: absences.id }).from(absences).where(eq(absences.id, id));
    if (already) return undefined;
    await refuseUnfit(tx, form);
    const [made] = await tx.insert(absences).values({ id, personId, standInId, startedOn, endedOn, reason }).returning();
    await tell(tx, desk, { to: personId, kind: "absence_entered", subject: "absence", subjectId: id });
    await tell(tx, desk, { to: standInId, kind: "stand_in", subject: "absence", subjectId: id });
    return made!;
  }, reason);
}

async function refuseUnfit(tx: Writer, { personId, standInId, startedOn, endedOn }: AbsenceForm): Promise<void> {
  const away = await inPost(tx, personId);
  if (!away?.roles.includes("mentor")) throw Refusal.invalid("personId", "这个人不是在岗的导师");
  const [clash] = await during(tx, personId, { startedOn, endedOn });
  if (clash) throw Refusal.invalid("startedOn", `和 ${clash.startedOn} 至 ${clash.endedOn} 的那一段重叠。先结束那一段`);
  if (!standInId) return;
  if (standInId === personId) throw Refusal.invalid("standInId", "代批阅的人不能是自己");
  const standIn = await inPost(tx, standInId);
  if (!standIn) throw Refusal.invalid("standInId", "这个人不在岗");
  if (!standIn.roles.includes("mentor") && !standIn.roles.includes("office")) throw Refusal.invalid("standInId", `${standIn.name} 不是导师，也不在党建办`);
  const [busy] = await during(tx, standInId, { startedOn, endedOn });
  if (busy) throw Refusal.invalid("standInId", `${standIn.name} 在 ${busy.startedOn} 至 ${busy.endedOn} 也不在。换一个人`);
}

async function inPost(tx: Writer, id: Row<"people">["id"]): Promise<Row<"people"> | undefined> {
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  return person?.leftOn ? undefined : person;
}

const during = (tx: Writer, personId: Row<"people">["id"], { startedOn, endedOn }: Pick<AbsenceForm, "startedOn" | "endedOn">) =>
  tx.select().from(absences).where(and(eq(absences.personId, personId), lte(absences.startedOn, endedOn), gte(absences.endedOn, startedOn))).limit(1);

/** Back earlier: the stand-in's right ends now. What had not begun is withdrawn. */
export async function endAbsence(desk: Desk, form: EndAbsenceForm): Promise<void> {
  const { today } = desk.me;
  await desk.change("absence.end", form.absenceId, async (tx, absence) => {
    if (absence.endedOn < today) throw Refusal.conflict(`这一段已经在 ${absence.endedOn} 结束了`);
    const mine = eq(absences.id, absence.id);
    await settleNotices(tx, desk, "absence", absence.id);
    if (absence.startedOn >= today) await tx.delete(absences).where(mine);
    else await tx.update(absences).set({ endedOn: addDays(today, -1) }).where(mine);
  });
}
