import type { Case, Figure, Target } from "./cases";
import { type Load, press, type Sample } from "./load";
import type { Servers } from "./servers";

export const CONNECTIONS = [1, 10] as const;
export type Measured = { figure: Figure; target: Target; connections: number; round: number } & Sample;
type Pace = { rounds: number; seconds: number; warm: number };
/** A load prepares requests ahead of what it sends: so many more must wait than are answered. */
const SPARE = 40;
const least = { 1: 12, 10: 30 } as const;

/** Every server is pressed in turn, round after round, so that a noisy minute falls on all of them alike. */
export async function measure(cases: Case[], { big, small }: Servers, pace: Pace): Promise<Measured[]> {
  const samples: Measured[] = [];
  const paces = new Map<Load, number>();
  for (let round = 0; round <= pace.rounds; round++) {
    for (const connections of round === 0 ? ([10] as const) : CONNECTIONS) {
      for (const { figure, loads } of cases) {
        if (figure === "review") for (const { waiting } of [big, small]) waiting.look();
        for (const target of turn(Object.keys(loads) as Target[], round)) {
          const load = loads[target]!;
          const amount = round === 0 ? pace.warm : Math.max(least[connections], Math.round(paces.get(load)! * pace.seconds));
          const sample = await press(load, connections, amount + (figure === "submit" ? SPARE : 0));
          paces.set(load, Math.min(400, sample.perSecond));
          samples.push({ figure, target, connections, round, ...sample });
        }
      }
      for (const { waiting } of [big, small]) waiting.clear();
    }
    process.stdout.write(round === 0 ? "[bench] warm\n" : `[bench] round ${round} of ${pace.rounds}\n`);
  }
  return samples.filter(({ round }) => round > 0);
}

const turn = <T>(list: T[], by: number): T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];
