import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Patience with a program that was asked to end, before it is made to. */
const PATIENCE = 8_000;
const running = new Set();
let asked;

/**
 * Runs one program below this one and takes it along when this one is told to stop.
 * @param {string} command @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv; quiet?: boolean; shell?: boolean }} [options] quiet: its words are kept, not shown
 * @returns {Promise<{ code: number; said: string }>}
 */
export function run(command, args, { env = process.env, quiet = false, shell = false } = {}) {
  watch();
  const pipe = quiet ? "pipe" : "inherit";
  const child = spawn(command, args, { env, shell, stdio: ["inherit", pipe, pipe] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (said += text));
  running.add(child);
  return new Promise((resolve) => {
    const end = (code, why = "") => {
      running.delete(child);
      if (asked) leave();
      else resolve({ code, said: said + why });
    };
    child.once("error", (error) => end(1, `${error.message}\n`));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** The same for a program of Node's: this very Node, no shell, every platform. */
export const runNode = (args, options) => run(process.execPath, args, options);

let watching = false;
function watch() {
  if (watching) return;
  watching = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  // `npm start` puts a shell between npm and us that dies of SIGTERM without passing it on: go when it has gone.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop("SIGTERM"), 300).unref();
}

function stop(signal) {
  if (asked) return;
  asked = signal;
  if (running.size === 0) leave();
  for (const child of running) child.kill(signal);
  setTimeout(() => running.forEach((child) => child.kill("SIGKILL")), PATIENCE).unref();
}

function leave() {
  if (running.size === 0) process.exit(128 + constants.signals[asked]);
}
