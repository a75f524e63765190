import type { Case, Figure, Target } from "./cases";
import { type Load, press, type Sample } from "./load";
import type { Servers } from "./servers";

export const CONNECTIONS = [1, 10] as const;
export type Measured = { figure: Figure; target: Target; connections: number; round: number } & Sample;
type Pace = { rounds: number; seconds: number; warm: number };

/** Every server is pressed in turn, round after round, so that a noisy minute falls on all of them alike. */
export async function measure(cases: Case[], { big, small }: Servers, { rounds, seconds, warm }: Pace): Promise<Measured[]> {
  const samples: Measured[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const connections of round === 0 ? [10] : CONNECTIONS) {
      for (const { figure, loads } of cases) {
        if (figure === "review") for (const { waiting } of [big, small]) waiting.look();
        const once = (load: Load) => (round === 0 ? warmUp(load, warm) : press(load, connections, seconds));
        for (const target of turn(Object.keys(loads) as Target[], round))
          samples.push({ figure, target, connections, round, ...(await once(loads[target]!)) });
      }
      for (const { waiting } of [big, small]) waiting.clear();
    }
    process.stdout.write(round === 0 ? "[bench] warm\n" : `[bench] round ${round} of ${rounds}\n`);
  }
  return samples.filter(({ round }) => round > 0);
}

/** The first hundreds of requests of a fresh process cost several times what the later ones do. */
async function warmUp(load: Load, seconds: number): Promise<Sample> {
  let sample = await press(load, 10, seconds);
  for (let asked = sample.asked, more = 2; asked < 150 && more > 0; asked += sample.asked, more--)
    sample = await press(load, 10, seconds);
  return sample;
}

const turn = <T>(list: T[], by: number): T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];
