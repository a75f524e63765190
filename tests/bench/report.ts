import type { Case, Figure, Target } from "./cases";
import type { Draining } from "./draining";
import { CONNECTIONS, type Measured } from "./rounds";

export type Line = {
  figure: Figure; name: string; connections: number; perSecond: number; p50: number; p99: number; cpu: number;
  /** Ours by the bare server's, per second and by processor time; more is better. */
  ratio: number; cpuRatio: number;
  /** What the large town costs by what the small one does; less is better. */
  growth: number; cpuGrowth: number;
  amiss: number;
};
export type Bare = { target: Target; connections: number; perSecond: number; p50: number; cpu: number };
type Rest = { readyMs: { big: number; small: number }; idleMb: number | undefined; draining: Draining };

/** Ratios are taken within each round and their median is shown. */
export const linesOf = (cases: Case[], samples: Measured[]): Line[] =>
  cases.flatMap(({ figure, name, against }) => CONNECTIONS.map((connections) => {
    const of = (what: Figure, target: Target) => samples.filter((s) => s.figure === what && s.target === target && s.connections === connections);
    const [big, small, bare] = [of(figure, "big"), of(figure, "small"), of(against === "page" ? "list" : "submit", against)];
    const by = (top: Measured[], bottom: Measured[], value: (s: Measured) => number) => median(top.map((s, i) => value(s) / value(bottom[i]!)));
    const [perSecond, cpu] = [(s: Measured) => s.perSecond, (s: Measured) => s.cpu ?? NaN];
    const middle = (value: (s: Measured) => number) => median(big.map(value));
    return {
      figure, name, connections,
      perSecond: middle(perSecond), p50: middle((s) => s.p50), p99: middle((s) => s.p99), cpu: middle(cpu),
      ratio: by(big, bare, perSecond), cpuRatio: by(bare, big, cpu), growth: by(small, big, perSecond), cpuGrowth: by(big, small, cpu),
      amiss: [...big, ...small].reduce((sum, s) => sum + s.amiss, 0),
    };
  }));

export const baresOf = (samples: Measured[]): Bare[] =>
  (["page", "node", "handler"] as const).flatMap((target) => CONNECTIONS.map((connections) => {
    const mine = samples.filter((s) => s.target === target && s.connections === connections);
    const middle = (value: (s: Measured) => number) => median(mine.map(value));
    return { target, connections, perSecond: middle((s) => s.perSecond), p50: middle((s) => s.p50), cpu: middle((s) => s.cpu ?? NaN) };
  }));

function median(values: number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export type Aim = { what: string; found: number; least?: number; most?: number; met: boolean };
const aim = (what: string, found: number, bound: { least?: number; most?: number }): Aim =>
  ({ what, found, ...bound, met: found >= (bound.least ?? -Infinity) && found <= (bound.most ?? Infinity) });

export const aimsOf = (lines: Line[], { readyMs, idleMb, draining }: Rest): Aim[] => [
  ...lines.flatMap(({ figure, name, connections, ratio }) => {
    const least = { list: 0.6, submit: 0.5 }[figure as string];
    return least ? [aim(`${name} ×${connections} ÷ bare`, ratio, { least })] : [];
  }),
  ...lines.map(({ name, connections, growth }) => aim(`${name} ×${connections} growth`, growth, { most: 1.2 })),
  aim("answers amiss", lines.reduce((sum, { amiss }) => sum + amiss, 0), { most: 0 }),
  aim("500 waiting visits sent, s", draining.arrived === draining.items ? draining.seconds : NaN, { most: 30 }),
  aim("a reader's page meanwhile, ×", draining.meanwhileMs / draining.aloneMs, { most: 2 }),
  aim("ready, s", readyMs.big / 1000, { most: 3 }),
  ...(idleMb === undefined ? [] : [aim("RSS at rest, MB", idleMb, { most: 250 })]),
];

const cell = (value: number | string, width: number) => (typeof value === "number" ? round(value) : value).padStart(width);
const round = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2));
const row = (name: string, cells: (number | string)[]) =>
  console.log([wide(name, 24), ...cells.map((value) => cell(value, 9))].join(""));
/** A Chinese character is two columns wide. */
const wide = (text: string, width: number) => {
  const columns = Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);
  return text + " ".repeat(Math.max(1, width - columns));
};

export function print(lines: Line[], bares: Bare[], aims: Aim[]): void {
  row("large town", ["conn", "req/s", "p50 ms", "p99 ms", "CPU ms", "÷ bare", "by CPU", "growth", "by CPU", "amiss"]);
  for (const { name, connections, amiss, ...l } of lines)
    row(name, [String(connections), l.perSecond, l.p50, l.p99, l.cpu, l.ratio, l.cpuRatio, l.growth, l.cpuGrowth, String(amiss)]);
  for (const b of bares) row(`bare ${b.target}`, [String(b.connections), b.perSecond, b.p50, "", b.cpu]);
  for (const { what, found, least, most, met } of aims) {
    const bound = least === undefined ? `≤ ${most}` : `≥ ${least}`;
    console.log(`${met ? "✓" : "✗"} ${wide(what, 36)} ${round(found)} (${bound})`);
  }
}
