/** Chance that repeats itself: the same seed always makes the same town. */
export type Next = () => number;

export function mulberry32(seed: number): Next {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed from words (FNV-1a), so that a village keeps its households when another village is added. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** A whole number, both ends included. */
export function int(next: Next, from: number, to: number): number {
  return from + Math.floor(next() * (to - from + 1));
}

export function often(next: Next, share: number): boolean {
  return next() < share;
}

export function pick<T>(next: Next, list: readonly T[]): T {
  const chosen = list[Math.floor(next() * list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

export function weighted<T>(next: Next, choices: readonly (readonly [T, number])[]): T {
  let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of choices) {
    rest -= weight;
    if (rest < 0) return item;
  }
  throw new Error("nothing to weigh");
}

export function shuffle<T>(next: Next, list: readonly T[]): T[] {
  const mixed = list.map((item) => [next(), item] as const);
  return mixed.sort(([a], [b]) => a - b).map(([, item]) => item);
}
