import { learn, type Memory, recallAfter, restDays, weakAfter } from "@/lib/practice/rules";
import { type Standing, suggested, type Weights } from "@/lib/suggestions/rules";

/* One year of one invented town: who is called on, what is remembered, and what an examiner would find at a random door. */

export type Setting = {
  cadres: number; villages: number; weeks: number; homes: number; visits: number; everyDays: number;
  /** Cards practised a week. Without any, the rule is told when each thing was last heard. */
  practised: number;
};
export const setting: Setting = { cadres: 60, villages: 27, weeks: 52, homes: 24, visits: 3, everyDays: 30, practised: 0 };

/** How a week's doors are chosen: one after the other, by lot, or by the app's rule under some weights. */
export type Arm = { name: string; choose: "round" | "lot" | Weights };
export type Found = { year: number; lastQuarter: number; unseen: number; promised: number };

/** What may change in a year: families seldom, incomes and troubles more often, doors hardly ever. Chance a week. */
const changes = { members: 0.002, income: 0.006, difficulty: 0.008, door: 0.0005 };
type Kind = keyof typeof changes;
/** A memory of a version of the truth, and since when. */
type Known = { memory: Memory; day: number; version: number };
type Fact = { kind: Kind; truth: number; file: number; rank: number; known?: Known; card?: Known & { dueOn: number } };
type Home = { id: string; kept: true; facts: Fact[]; seenOn: number | undefined; owedFrom: number | undefined };
type Cadre = { homes: Home[]; facts: Fact[]; next: number; lasts: number };

const [PROMISE, PROMISE_DAYS, UNSEEN_DAYS] = [0.15, 14, 90];
const [PRACTISE, VISIT, EXAM] = [0, 1, 4];

/** mulberry32: the same numbers for the same seed, on any machine. */
export function lots(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How long somebody's memories last, next to what FSRS expects of everybody: half for some, double for others. */
const bell = (lot: () => number): number => Math.sqrt(-2 * Math.log(1 - lot())) * Math.cos(2 * Math.PI * lot());

function settled({ cadres, villages, homes }: Setting, lot: () => number): Cadre[] {
  const some = (least: number, most: number): number => least + Math.floor(lot() * (most - least + 1));
  const factsOf = (): Kind[] => ["members", ...Array<Kind>(some(1, 3)).fill("income"), ...Array<Kind>(some(0, 2)).fill("difficulty"), "door"];
  const two = (n: number): string => String(n).padStart(2, "0");
  return Array.from({ length: cadres }, (_, cadre) => {
    const lasts = Math.exp(0.35 * bell(lot));
    const own = Array.from({ length: homes }, (__, home): Home => ({
      id: `${two(cadre % villages)}-${two(cadre)}-${two(home)}`, kept: true, seenOn: undefined, owedFrom: undefined,
      facts: factsOf().map((kind) => ({ kind, truth: 0, file: 0, rank: 0 })),
    }));
    return { next: 0, lasts, homes: own, facts: own.flatMap(({ facts }) => facts) };
  });
}

const recalls = ({ memory, day }: Known, lasts: number, today: number): number => recallAfter({ stability: memory.stability * lasts }, today - day);

/** Heard or read again: known or not, it is fresh now; what changed is new. */
function hears(fact: Fact, version: number, today: number, lasts: number, lot: () => number): boolean {
  const { known } = fact;
  const same = known?.version === version;
  const remembered = same && lot() < recalls(known, lasts, today);
  fact.known = { memory: learn(same ? known.memory : null, { days: same ? today - known.day : 0, remembered: remembered || !same }), day: today, version };
  return remembered;
}

function visit(home: Home, today: number, lasts: number, lot: () => number): number {
  const waited = home.owedFrom === undefined ? NaN : today - home.owedFrom;
  for (const fact of home.facts) hears(fact, (fact.file = fact.truth), today, lasts, lot);
  home.seenOn = today;
  home.owedFrom = lot() < PROMISE ? today : undefined;
  return waited;
}

/** As the app deals its cards: what the file says anew, what is due and most forgotten, what was never asked; not what rests. */
function rankOf({ card, file }: Fact, today: number): number {
  if (!card) return 0;
  if (card.version !== file) return 1e9;
  return card.dueOn > today ? -1 : (today - card.day) / card.memory.stability + 1e-6;
}

function practise({ facts, lasts }: Cadre, many: number, today: number, lot: () => number): void {
  for (const fact of facts) fact.rank = rankOf(fact, today);
  const asked = facts.filter(({ rank }) => rank >= 0).sort((a, b) => b.rank - a.rank).slice(0, many);
  for (const fact of asked) {
    const { card, file } = fact;
    const remembered = hears(fact, file, today, lasts, lot);
    const same = card?.version === file;
    const memory = learn(same ? card.memory : null, { days: same ? today - card.day : 0, remembered });
    fact.card = { memory, day: today, version: file, dueOn: today + restDays(memory) };
  }
}

function standingOf({ facts, seenOn, owedFrom }: Home, today: number, { everyDays, practised }: Setting): Standing {
  const isWeak = ({ known, card }: Fact): boolean => {
    const told = practised > 0 ? card : known;
    return told === undefined || today - told.day > weakAfter * told.memory.stability;
  };
  return {
    daysSince: seenOn === undefined ? undefined : today - seenOn, daysOver: today - (seenOn ?? 0) - (seenOn === undefined ? 0 : everyDays), everyDays,
    weak: facts.filter(isWeak).length, wrong: [], owed: owedFrom !== undefined && today - owedFrom > PROMISE_DAYS ? 1 : 0,
    flagged: facts.filter(({ kind }) => kind === "difficulty").length,
  };
}

function chosen(cadre: Cadre, { choose }: Arm, today: number, set: Setting, lot: () => number): Home[] {
  const { homes } = cadre;
  if (choose === "round") return Array.from({ length: set.visits }, () => homes[cadre.next++ % homes.length]!);
  if (choose === "lot") return homes.map((home) => ({ home, by: lot() })).sort((a, b) => a.by - b.by).slice(0, set.visits).map(({ home }) => home);
  const ranked = homes.map((home) => ({ ...home, home, dueOn: String((home.seenOn ?? 0) + 100_000), standing: standingOf(home, today, set) }));
  return suggested(ranked, choose).slice(0, set.visits).map(({ home }) => home);
}

/** The share of a household's facts that are known and still true: the chance of it, so that no luck of the day is in it. */
function knownAt({ facts }: Home, lasts: number, today: number): number {
  const sure = facts.map((fact) => (fact.known && fact.known.version === fact.truth ? recalls(fact.known, lasts, today) : 0));
  return sure.reduce((all, one) => all + one, 0) / facts.length;
}

/** The town, its changes and the examiner's draws are the same for every arm of a seed. */
export function oneYear(seed: number, arm: Arm, set: Setting = setting): Found {
  const [town, change, draw, luck] = [1, 2, 3, 4].map((n) => lots(seed * 7919 + n * 104_729)) as [() => number, () => number, () => number, () => number];
  const cadres = settled(set, town);
  const seen: number[][] = [];
  const [waits, unseen]: [number[], number[]] = [[], []];
  for (let week = 0; week < set.weeks; week++) {
    const monday = week * 7;
    for (const { facts } of cadres) for (const fact of facts) if (change() < changes[fact.kind]) fact.truth++;
    seen.push(cadres.map((cadre) => {
      if (set.practised > 0) practise(cadre, set.practised, monday + PRACTISE, luck);
      for (const [i, home] of chosen(cadre, arm, monday, set, luck).entries()) waits.push(visit(home, monday + VISIT + Math.floor((i * 3) / set.visits), cadre.lasts, luck));
      unseen.push(cadre.homes.filter(({ seenOn }) => monday + EXAM - (seenOn ?? -1) > UNSEEN_DAYS).length / cadre.homes.length);
      return knownAt(cadre.homes[Math.floor(draw() * cadre.homes.length)]!, cadre.lasts, monday + EXAM);
    }));
  }
  return { year: mean(seen.flat()), lastQuarter: mean(seen.slice(-13).flat()), unseen: mean(unseen.slice(-13 * cadres.length)), promised: mean(waits.filter((days) => !Number.isNaN(days))) };
}

export const mean = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0) / list.length;
