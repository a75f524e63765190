import fs from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { casesFor } from "./cases";
import { drainOf } from "./draining";
import { firstLoads } from "./first-load";
import { matchingOf } from "./matching";
import { leaveNothing, removeAtEnd, stop } from "./processes";
import { aimsOf, baresOf, linesOf, print } from "./report";
import { measure } from "./rounds";
import { openAll } from "./servers";
import { statementsOf } from "./statements";
import { makeTowns, temporaryPlace } from "./towns";

const { values: given } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const size = given.quick
  ? { big: 20_000, small: 2_000, rounds: 1, seconds: 0.5, warm: 60 }
  : { big: 200_000, small: 2_000, rounds: 4, seconds: 1, warm: 120 };
const say = (line: string) => console.log(`[bench] ${line}`);

/** Temporary towns, the real program on them and bare servers beside it; a table, a file, and nothing left behind. */
async function bench(): Promise<void> {
  const started = performance.now();
  const towns = await makeTowns(removeAtEnd(temporaryPlace()), size.big, size.small);
  say(`towns of ${size.big} and ${size.small} visits in ${towns.seconds.toFixed(0)} s`);
  const servers = await openAll(towns);
  const { big, small, page, node, idleMb } = servers;
  const readyMs = { big: big.server.readyMs, small: small.server.readyMs };
  const cases = casesFor(servers);
  const samples = await measure(cases, servers, size);
  const busy = loadavg()[1] ?? 0;
  const firstLoadKb = await firstLoads(big);
  const draining = await drainOf(500, towns.cast.cadres[1]!.id, big, cases[0]!.loads.big!);
  for (const server of [big.server, small.server, page, node]) await stop(server);
  const statements = await statementsOf(towns, servers);
  for (const { waiting } of [big, small]) waiting.close();
  const [lines, bares] = [linesOf(cases, samples), baresOf(samples)];
  const aims = aimsOf(lines, { readyMs, idleMb, draining });
  const matching = [19, 200].map(matchingOf);
  print(lines, bares, aims);
  for (const { size, ms, bareMs } of matching) say(`结对建议 ${size} × ${size}: ${ms.toFixed(0)} ms, ${(ms / bareMs).toFixed(1)} × the bare solver's`);
  say(`first-load JS, kB gz: ${Object.entries(firstLoadKb).map(([path, kb]) => `${path} ${kb}`).join(", ")}`);
  say(`${draining.arrived} of ${draining.items} waiting visits sent in ${draining.seconds.toFixed(1)} s; a reader's page ${draining.aloneMs.toFixed(1)} → ${draining.meanwhileMs.toFixed(1)} ms`);
  say(`SQL statements: ${Object.entries(statements).map(([figure, all]) => `${figure} ${all.length}`).join(", ")}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, busy };
  keep({ at: new Date(), seconds, size, machine, readyMs, idleMb, lines, bares, aims, draining, matching, firstLoadKb, statements, samples });
  if (busy > cpus().length) say(`the machine was busy (load ${busy.toFixed(1)}): trust the columns by CPU, or run it again`);
  say(`${aims.filter(({ met }) => met).length} of ${aims.length} aims met, ${seconds} s`);
}

function keep(found: Record<string, unknown> & { at: Date }): void {
  fs.mkdirSync("bench-results", { recursive: true });
  const file = `bench-results/${found.at.toISOString().replace(/[:.]/g, "-")}.json`;
  fs.writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  say(file);
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    leaveNothing();
    process.exit(1);
  },
);
