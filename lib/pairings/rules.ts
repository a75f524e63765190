import { type Day, overlaps, type Period } from "@/lib/kernel/day";
import { Refusal } from "@/lib/kernel/refusal";
import { type PairingMove, pairingState, type PairingState } from "@/lib/words/pairing";

/** The life of a 结对, drawn once: from which states a move may leave, and where it leads. No day moves it. */
export const moves: Record<PairingMove, { from: readonly (PairingState | null)[]; to: PairingState }> = {
  propose: { from: [null], to: "proposed" },
  open: { from: [null], to: "active" },
  accept: { from: ["proposed"], to: "active" },
  decline: { from: ["proposed"], to: "declined" },
  pause: { from: ["active"], to: "paused" },
  resume: { from: ["paused"], to: "active" },
  end: { from: ["active", "paused"], to: "ended" },
};

export const mayMove = (from: PairingState | null, move: PairingMove): boolean => moves[move].from.includes(from);

/** The state a move leads to. Throws a conflict that names the state it found. */
export function moved(from: PairingState, move: PairingMove): PairingState {
  if (mayMove(from, move)) return moves[move].to;
  throw Refusal.conflict(`这段结对现在是“${pairingState.label(from)}”，不能这样做。刷新看看最新的情况`);
}

/** How many a mentor takes without the office saying why. */
export const CAPACITY = 2;

/** How far ahead a pairing may be arranged. */
export const AHEAD_DAYS = 60;

/** Working days a mentor has to say yes or no; after that the office sees that it waits. */
export const ANSWER_DAYS = 5;

/** Lines an area of the agreement has at most. */
export const MOST_GOALS = 3;

/** From this level down the mentor says why. */
export const LOW_LEVEL = 2;

/** The first of some periods that shares a day with `next`. */
export const clashing = <P extends Period>(periods: readonly P[], next: Period): P | undefined =>
  periods.find((period) => overlaps(period, next));

/** 「2025-09-01 至 2026-01-31」, 「2026-02-01 至今」 */
export const spanOf = ({ startedOn, endedOn }: Period): string => `${startedOn} 至${endedOn ? ` ${endedOn}` : "今"}`;

/** 「2026 年 10 月」 */
export const spokenMonth = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;

/** 「2026-01」 → 「2025-12」 */
export function monthBefore(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number > 1 ? `${year}-${String(number - 1).padStart(2, "0")}` : `${year - 1}-12`;
}

/** How many whole months back a mentor may still write. */
const MONTHS_BACK = 3;

/** The whole months of a term that may be assessed today, latest first. */
export function monthsOpen(startedOn: Day, today: Day): string[] {
  const months = [monthBefore(today.slice(0, 7))];
  while (months.length < MONTHS_BACK) months.push(monthBefore(months.at(-1)!));
  return months.filter((month) => month >= startedOn.slice(0, 7));
}

/** A mentor's word may be corrected until the mentee has answered it, or the month after is over. */
export const mayCorrect = ({ month, repliedAt }: { month: string; repliedAt: Date | null }, today: Day): boolean =>
  repliedAt === null && month >= monthBefore(today.slice(0, 7));
