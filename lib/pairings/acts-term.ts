import { and, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, silenceKinds, tell, tellPair } from "@/lib/gate/notices";
import { addDays } from "@/lib/kernel/calendar";
import { type Day, spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { PairingMove } from "@/lib/words/pairing";
import type { AcceptForm, DeclineForm, PauseForm } from "./forms";
import { moved } from "./rules";

const { pairings, pairingSteps } = tables;
const LONGEST_PAUSE = 365;

/** The mentor says yes: it begins on the day it was meant to, and not before today. */
export const acceptPairing = (desk: Desk, { pairingId }: AcceptForm): Promise<void> =>
  desk.change("pairing.accept", pairingId, async (tx, pairing) => {
    const { today } = desk.me;
    const startedOn = pairing.startedOn > today ? pairing.startedOn : today;
    await step(tx, desk, pairing, "accept", { startedOn });
    await tellPair(tx, desk, pairing);
  });

/** The mentor says no, and why: between them and the office. */
export const declinePairing = (desk: Desk, { pairingId, reason }: DeclineForm): Promise<void> =>
  desk.change("pairing.decline", pairingId, (tx, pairing) => step(tx, desk, pairing, "decline", { endedOn: desk.me.today, reason }, reason), reason);

/** 暂停: the pair stays a pair, and nobody is reminded of anything until it goes on. */
export async function pausePairing(desk: Desk, { pairingId, reason, expectedOn }: PauseForm): Promise<void> {
  const { today } = desk.me;
  if (expectedOn <= today) throw Refusal.invalid("expectedOn", `预计恢复的日期要晚于今天（${spokenDay(today)}）`);
  if (expectedOn > addDays(today, LONGEST_PAUSE)) throw Refusal.invalid("expectedOn", "暂停最长一年。更久的话结束这段结对，以后再结");
  await desk.change("pairing.pause", pairingId, async (tx, pairing) => {
    if (pairing.startedOn > today) throw Refusal.conflict("这段结对还没有开始，用不着暂停");
    await settleNotices(tx, desk, "pairing", pairingId, { kinds: [...silenceKinds, "assessment_due"] });
    return step(tx, desk, pairing, "pause", {}, reason, expectedOn);
  }, reason);
}

export const resumePairing = (desk: Desk, { pairingId }: AcceptForm): Promise<void> =>
  desk.change("pairing.resume", pairingId, (tx, pairing) => step(tx, desk, pairing, "resume", {}));

type Changed = Partial<Pick<Row<"pairings">, "startedOn" | "endedOn" | "reason">>;

async function step(tx: Writer, desk: Desk, pairing: Row<"pairings">, move: PairingMove, set: Changed, note = "", expectedOn: Day | null = null): Promise<void> {
  const { id, state } = pairing;
  const to = moved(state, move);
  await tx.update(pairings).set({ ...set, state: to }).where(eq(pairings.id, id));
  if (state === "proposed") await tellAnswer(tx, desk, id);
  else await tellPair(tx, desk, pairing);
  await tx.insert(pairingSteps).values({ pairingId: id, move, from: state, to, actorId: desk.me.id, at: desk.now, note, expectedOn });
}

/** Whoever of the office proposed it hears what the mentor said. */
async function tellAnswer(tx: Writer, desk: Desk, id: Id<"pairing">): Promise<void> {
  await settleNotices(tx, desk, "pairing", id, { kinds: ["pairing_proposed"] });
  const [proposed] = await tx.select({ by: pairingSteps.actorId }).from(pairingSteps).where(and(eq(pairingSteps.pairingId, id), eq(pairingSteps.move, "propose")));
  await tell(tx, desk, { to: proposed?.by ?? null, kind: "pairing_answered", subject: "pairing", subjectId: id });
}

/** A pairing that goes on, as one of the two sees it; what is written within it needs one. */
export async function pairingInTerm(desk: Desk, id: Id<"pairing">): Promise<Pick<Row<"pairings">, "id" | "mentorId" | "menteeId" | "startedOn" | "state">> {
  const { pairings: p } = desk.see;
  const [pairing] = await desk.select({ id: p.id, mentorId: p.mentorId, menteeId: p.menteeId, startedOn: p.startedOn, state: p.state }).from(p).where(eq(p.id, id));
  if (!pairing) throw Refusal.notFound("这段结对");
  if (pairing.state === "active" && pairing.startedOn > desk.me.today) throw Refusal.conflict(`这段结对 ${spokenDay(pairing.startedOn)} 才开始`);
  if (pairing.state !== "active" && pairing.state !== "paused") throw Refusal.conflict("这段结对没有在带，不能再写了。刷新看看最新的情况");
  return pairing;
}

/** What hangs on a pairing is not changed any more when it has ended. */
export async function refuseOver(tx: Writer, id: Id<"pairing">): Promise<void> {
  const [pairing] = await tx.select({ endedOn: pairings.endedOn }).from(pairings).where(eq(pairings.id, id));
  if (pairing?.endedOn) throw Refusal.conflict(`这段结对在 ${pairing.endedOn} 结束了，不能再改`);
}
