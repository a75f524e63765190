import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKeys } from "../../scripts/keys.mjs";
import { type Cast, settle } from "./cast";
import { fill, leaveWaiting } from "./fill";
import { talesFor } from "./history";

/** `queue` is what waits for a review there, beside what the last weeks left. */
export type Town = { folder: string; visits: number; queue: string[] };
export type Towns = { place: string; big: Town; small: Town; bare: Town; cast: Cast; seconds: number };

/** As if a whole town's reviewers had been away for a season. */
const QUEUE = 10_000;

/** Two towns with the same people, houses and last three weeks, and a copy of the larger for the bare servers. */
export async function makeTowns(place: string, big: number, small: number): Promise<Towns> {
  const started = performance.now();
  const now = new Date();
  const ground = join(place, "ground");
  fs.mkdirSync(ground, { mode: 0o700 });
  process.env.QINGLAN_DATA = ground;
  makeKeys(ground);
  const cast = await settle(ground, now);
  const tales = talesFor();
  const townOf = (name: string, visits: number): Town => {
    const folder = join(place, name);
    fs.cpSync(ground, folder, { recursive: true });
    fill(folder, visits, cast.cadres, tales, now);
    return { folder, visits, queue: leaveWaiting(folder, Math.min(QUEUE, visits / 2), cast.cadres, now) };
  };
  const towns = { big: townOf("big", big), small: townOf("small", small) };
  fs.cpSync(towns.big.folder, join(place, "bare"), { recursive: true });
  return { place, ...towns, bare: { folder: join(place, "bare"), visits: big, queue: [] }, cast, seconds: (performance.now() - started) / 1000 };
}

export const temporaryPlace = (): string => fs.mkdtempSync(join(tmpdir(), "qinglan-bench-"));
