import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:net";

export type Server = { origin: string; child: ChildProcess; readyMs: number };

const running = new Set<ChildProcess>();
const places = new Set<string>();

/** Everything started here is stopped, and every folder made here removed, however the run ends. */
export function leaveNothing(): void {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  for (const place of places) fs.rmSync(place, { recursive: true, force: true });
}
export const removeAtEnd = (place: string): string => (places.add(place), place);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    leaveNothing();
    process.exit(130);
  });
process.once("exit", leaveNothing);

type Start = { args: string[]; env?: Record<string, string>; ready: string; port: number; watched?: boolean };

/** Starts a Node program and waits until it answers 200 at `ready`. What it said is told when it does not. */
export async function serve({ args, env = {}, ready, port, watched = false }: Start): Promise<Server> {
  const started = performance.now();
  const stdio = ["ignore" as const, "pipe" as const, "pipe" as const, ...(watched ? ["ipc" as const] : [])];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio });
  running.add(child);
  let said = "";
  const hear = (text: string) => (said = (said + text).slice(-4000));
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", hear);
  const origin = `http://127.0.0.1:${port}`;
  while (performance.now() - started < 60_000 && child.exitCode === null) {
    const answers = await fetch(origin + ready).then(({ status }) => status === 200, () => false);
    if (answers) return { origin, child, readyMs: performance.now() - started };
    await pause(15);
  }
  throw new Error(`${args.join(" ")} did not answer at ${origin}${ready}:\n${said}`);
}

export async function stop({ child }: Server): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 3000);
  await gone;
  clearTimeout(patience);
  running.delete(child);
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}

/** What `/proc` knows of a process; on other systems nothing. */
export function memoryMb({ child }: Server): number | undefined {
  const kb = /VmRSS:\s+(\d+)/.exec(proc(child, "status"))?.[1];
  return kb ? Number(kb) / 1024 : undefined;
}

/** Processor time used so far, in milliseconds: on a busy machine steadier than the clock. */
export function cpuMs({ child }: Server): number | undefined {
  const fields = proc(child, "stat").replace(/^.*\) /, "").split(" ");
  return fields.length > 13 ? (Number(fields[11]) + Number(fields[12])) * 10 : undefined;
}

function proc(child: ChildProcess, name: string): string {
  const file = `/proc/${child.pid}/${name}`;
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}
