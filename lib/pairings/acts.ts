import { and, eq, ne } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { tell, tellPair } from "@/lib/gate/notices";
import { closePairing, isPlan } from "@/lib/gate/pairing-end";
import { handOverReviews } from "@/lib/gate/reviewers";
import { addDays, addWorkdays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { spokenDay } from "@/lib/kernel/day";
import { Refusal } from "@/lib/kernel/refusal";
import type { Role } from "@/lib/words/person";
import type { EndPairingForm, PairingForm } from "./forms";
import { takesAPlace } from "./reads";
import { AHEAD_DAYS, ANSWER_DAYS, CAPACITY, clashing, mayMove, spanOf } from "./rules";

const { pairings, pairingSteps, people } = tables;
type Opening = Omit<PairingForm, "atOnce"> & { handover?: string };

/** As the office's form says: put to the mentor, or opened without waiting for an answer. */
export const pairUp = (desk: Desk, form: PairingForm): Promise<void> => (form.atOnce ? openPairing(desk, form) : proposePairing(desk, form));

/** One mentor for one young cadre from a day on. Sent twice, it is one pairing. */
export const openPairing = (desk: Desk, form: Opening): Promise<void> => arrange(desk, "pairing.open", form, null);

/** The mentor is asked first, and has five working days for it. */
export async function proposePairing(desk: Desk, form: Opening): Promise<void> {
  await arrange(desk, "pairing.propose", form, addWorkdays(desk.me.today, ANSWER_DAYS, await almanacOf(desk)));
}

async function arrange(desk: Desk, deed: "pairing.open" | "pairing.propose", form: Opening, answerBy: Day | null): Promise<void> {
  if (!desk.me.is("office")) throw Refusal.forbidden(); // before anything is looked at: a refusal tells whose mentor is who
  const { id, mentorId, menteeId, startedOn, reason, handover = "" } = form;
  if (mentorId === menteeId) throw Refusal.invalid("mentorId", "导师和学员不能是同一个人");
  const last = addDays(desk.me.today, AHEAD_DAYS);
  if (startedOn > last) throw Refusal.invalid("startedOn", `开始日期最晚到 ${spokenDay(last)}`);
  const [state, move] = answerBy ? (["proposed", "propose"] as const) : (["active", "open"] as const);
  await desk.begin(deed, async (tx) => {
    const [already] = await tx.select({ id: pairings.id }).from(pairings).where(eq(pairings.id, id));
    if (already) return undefined;
    const mentee = await inPost(tx, menteeId, "cadre", "menteeId");
    const mentor = await inPost(tx, mentorId, "mentor", "mentorId");
    await refuseOverlap(tx, form, mentee.name);
    if (!reason) await refuseOverload(tx, form, mentor.name);
    const [made] = await tx.insert(pairings).values({ id, mentorId, menteeId, startedOn, reason, handover, state, answerBy }).returning();
    await tx.insert(pairingSteps).values({ pairingId: id, move, to: state, actorId: desk.me.id, at: desk.now, note: reason });
    if (answerBy) await tell(tx, desk, { to: mentorId, kind: "pairing_proposed", subject: "pairing", subjectId: id });
    else await tellPair(tx, desk, form);
    return made;
  }, reason);
}

async function inPost(tx: Writer, id: PairingForm["mentorId"], role: Role, field: "mentorId" | "menteeId"): Promise<Row<"people">> {
  const [person] = await tx.select().from(people).where(eq(people.id, id));
  if (!person || person.leftOn) throw Refusal.invalid(field, "这个人不在岗");
  if (person.roles.includes(role)) return person;
  throw Refusal.invalid(field, role === "mentor" ? `${person.name} 还不是导师。先在人员页加上“导师”角色` : `${person.name} 不是青年干部，不能做学员`);
}

/** A mentee has one mentor on any one day, and one proposal at a time. */
async function refuseOverlap(tx: Writer, { menteeId, startedOn }: Opening, name: string): Promise<void> {
  const periods = await tx.select({ startedOn: pairings.startedOn, endedOn: pairings.endedOn, state: pairings.state, mentor: people.name }).from(pairings)
    .innerJoin(people, eq(people.id, pairings.mentorId)).where(and(eq(pairings.menteeId, menteeId), ne(pairings.state, "declined")));
  const waits = periods.find(({ state }) => state === "proposed");
  if (waits) throw Refusal.invalid("startedOn", `${name} 已经有一份结对提议（${waits.startedOn} 起，导师 ${waits.mentor}），和 ${startedOn} 开始的这一段重叠。先等答复，或者撤回那一份`);
  const clash = clashing(periods, { startedOn, endedOn: null });
  if (!clash) return;
  const cure = clash.endedOn ? "开始日期要晚一些" : "先结束那一段";
  throw Refusal.invalid("startedOn", `${name} 在 ${spanOf(clash)} 的导师是 ${clash.mentor}，和 ${startedOn} 开始的这一段重叠。${cure}`);
}

async function refuseOverload(tx: Writer, { mentorId, startedOn }: Opening, name: string): Promise<void> {
  const held = await tx.select({ id: pairings.id }).from(pairings).where(and(eq(pairings.mentorId, mentorId), takesAPlace(pairings, startedOn)));
  if (held.length >= CAPACITY) throw Refusal.invalid("reason", `${name} 已经带了 ${held.length} 名学员，一般最多 ${CAPACITY} 名。再带一名要写原因`);
}

/**
 * The pairing's last day, today at the latest. Visits of the mentee that wait with this mentor go to the next mentor,
 * or to the office while there is none, in the same deed. What had not begun is withdrawn: only the ledger tells of it.
 */
export const endPairing = (desk: Desk, form: EndPairingForm): Promise<void> =>
  desk.together(async (d) => {
    let ended: Row<"pairings"> | undefined;
    await d.change("pairing.end", form.pairingId, async (tx, pairing) => {
      ended = pairing;
      if (!isPlan(pairing, d.me.today)) refuseDay(pairing, form.endedOn, d.me.today);
      await closePairing(tx, d.me, pairing, form.endedOn, form.reason);
    }, form.reason);
    const { mentorId, menteeId, startedOn } = ended!;
    const next = form.nextMentorId || null;
    const from = isPlan(ended!, d.me.today) ? startedOn : addDays(form.endedOn, 1);
    if (next) await openPairing(d, { id: form.nextId, mentorId: next, menteeId, startedOn: from, reason: "", handover: form.handover }).catch(onNext);
    await handOverReviews(d, { from: mentorId, author: menteeId, to: next, note: next ? "换了导师" : "结对结束，转到党建办" });
  });

/** What is wrong with the next pairing is said beside the one field that chose it. */
const onNext = (error: unknown): never => {
  if (!(error instanceof Refusal) || !error.field) throw error;
  throw Refusal.invalid("nextMentorId", error.field === "reason" ? `${error.message}：这里先不选接任，再用“新增结对”写` : error.message);
};

function refuseDay(pairing: Row<"pairings">, endedOn: Day, today: Day): void {
  if (pairing.endedOn && pairing.state === "ended") throw Refusal.conflict(`这段结对已经在 ${pairing.endedOn} 结束了`);
  if (!mayMove(pairing.state, "end")) throw Refusal.conflict("这份提议没有结成，不用再结束");
  if (endedOn > today) throw Refusal.invalid("endedOn", `结束日期不能晚于今天（${spokenDay(today)}）`);
  if (endedOn < pairing.startedOn) throw Refusal.invalid("endedOn", `结束日期不能早于开始日期 ${pairing.startedOn}`);
}
