import "server-only";
import { eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Day } from "@/lib/kernel/day";
import type { Actor } from "./actor";
import { settleNotices, silenceKinds, tell, tellPair } from "./notices";

const { pairings, pairingSteps } = tables;

/** Whether it is a plan still: proposed, or arranged for a day to come. Nothing hangs on it yet. */
export const isPlan = ({ state, startedOn }: Pick<Row<"pairings">, "state" | "startedOn">, today: Day): boolean =>
  state === "proposed" || (state === "active" && startedOn > today);

/**
 * The pairing's last day. What had not begun is withdrawn: only the ledger tells of it. Call it inside a deed on the
 * pairing; who may and which day may be the last is that deed's to ask.
 */
export async function closePairing(tx: Writer, me: Actor, pairing: Row<"pairings">, endedOn: Day, reason: string): Promise<void> {
  const { id, state } = pairing;
  const desk = { me, now: me.now };
  await settleNotices(tx, desk, "pairing", id, { kinds: ["pairing_proposed", "agreement_waiting", "assessment_due", ...silenceKinds] });
  if (state === "proposed") await tell(tx, desk, { to: pairing.mentorId, kind: "pairing_changed", subject: "pairing", subjectId: id });
  else await tellPair(tx, desk, pairing);
  if (isPlan(pairing, me.today)) {
    await tx.delete(pairingSteps).where(eq(pairingSteps.pairingId, id));
    return void (await tx.delete(pairings).where(eq(pairings.id, id)));
  }
  await tx.update(pairings).set({ state: "ended", endedOn, reason }).where(eq(pairings.id, id));
  await tx.insert(pairingSteps).values({ pairingId: id, move: "end", from: state, to: "ended", actorId: me.id, at: me.now, note: reason });
}
