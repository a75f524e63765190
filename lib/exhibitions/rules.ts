import type { Id } from "@/lib/kernel/id";
import type { Gate, Pick } from "@/lib/words/topic";

/*
 * 观众投票: each voter is shown a few pairs and says which of two they liked better. Which pairs, follows from who
 * they are and from nothing they can choose; over many voters every exhibit is shown about as often as any other.
 */

/** Pairs on one ballot. */
export const PAIRS = 5;
/** Shown fewer times than this, one vote more or less moves the share a lot. */
export const FEW = 20;

type Exhibit = { id: Id<"exhibit">; topicId: Id<"topic"> };
export type Pair = readonly [Id<"exhibit">, Id<"exhibit">];
type Voter = { id: Id<"person">; topicIds: readonly Id<"topic">[] };

/** What one voter is asked, in this order. Nobody is asked about the topic they are, or were, of the group of. */
export function pairsFor(voter: Voter, exhibitionId: Id<"exhibition">, exhibits: readonly Exhibit[]): Pair[] {
  const others = exhibits.filter(({ topicId }) => !voter.topicIds.includes(topicId)).map(({ id }) => id);
  return pairsAt(turnOf(`${exhibitionId} ${voter.id}`), others);
}

/** The ballot that begins at this turn of the round. */
export function pairsAt(turn: number, exhibitIds: readonly Id<"exhibit">[]): Pair[] {
  const all = roundRobin(exhibitIds);
  return all.slice(0, PAIRS).map((_, i) => {
    const [left, right] = all[(turn + i) % all.length]!;
    return (turn + i) % 2 === 0 ? [left, right] : [right, left]; // neither is always above
  });
}

/** Every two once, in rounds in which each comes once: whoever walks on from any place meets all of them alike. */
export function roundRobin<T>(all: readonly T[]): (readonly [T, T])[] {
  const ring: (T | undefined)[] = all.length % 2 === 0 ? [...all] : [...all, undefined];
  const [last, around] = [ring.length - 1, ring.length - 1];
  const rounds = Array.from({ length: around }, (_, round) =>
    Array.from({ length: ring.length / 2 }, (_, i) =>
      i === 0 ? [ring[round], ring[last]] : [ring[(round + i) % around], ring[(round - i + around) % around]]));
  return rounds.flat().filter((pair): pair is [T, T] => pair.every((one) => one !== undefined));
}

/** A number out of words (FNV-1a): the same for the same voter, evenly spread over many. */
function turnOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}

/** Each pick is of a pair that was asked, none twice; a pair may be passed over. */
export function answers(picks: readonly Pick[], asked: readonly Pair[]): boolean {
  const left = asked.map(([a, b]) => new Set([a, b]));
  return picks.length > 0 && picks.every(({ chosen, other }) => {
    const at = left.findIndex((pair) => chosen !== other && pair.has(chosen) && pair.has(other));
    return at >= 0 && left.splice(at, 1).length === 1;
  });
}

export type Tally = { shown: number; chosen: number };

/** How often each was shown in a pair somebody decided, and how often chosen. */
export function tally(exhibitIds: readonly Id<"exhibit">[], ballots: readonly (readonly Pick[])[]): Map<Id<"exhibit">, Tally> {
  const counted = new Map(exhibitIds.map((id) => [id, { shown: 0, chosen: 0 }]));
  for (const { chosen, other } of ballots.flat()) {
    const [won, lost] = [counted.get(chosen), counted.get(other)];
    if (!won || !lost) continue;
    won.chosen++;
    won.shown++;
    lost.shown++;
  }
  return counted;
}

/** In tenths of a per cent, half up: 「62.5%」. */
export const shareOf = ({ shown, chosen }: Tally): string => {
  const tenths = Math.floor((2000 * chosen + shown) / (2 * shown));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
};

/** Exactly the same share, whatever the rounding shows. */
export const sameShare = (a: Tally, b: Tally): boolean => a.shown > 0 && b.shown > 0 && a.chosen * b.shown === b.chosen * a.shown;

/** A topic has something to show once it stands at 展演 or beyond (null: past all of them), or was defended. */
export const showable: readonly Gate[] = ["exhibition", "concluded", "followup3", "followup6"];
export const isShowable = (gate: Gate | null, defended: boolean): boolean => defended || gate === null || showable.includes(gate);
