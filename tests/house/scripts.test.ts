import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isHeld } from "../../scripts/held.mjs";
import { makeKeys, readKey } from "../../scripts/keys.mjs";
import { fingerprint } from "../../scripts/prepare.mjs";

const names = ["auth", "field", "pepper"];
const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);
let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "qinglan-scripts-"));
  started = [];
});

afterEach(() => {
  for (const child of started) if (child.pid) killIfThere(-child.pid);
  fs.rmSync(folder, { recursive: true, force: true });
});

test("keys are made once, for their owner's eyes only", () => {
  const place = makeKeys(folder);
  const first = names.map((name) => readKey(folder, name));

  expect(modeOf(place)).toBe("700");
  expect(names.map((name) => modeOf(path.join(place, `${name}.key`)))).toEqual(["600", "600", "600"]);
  expect(fs.readdirSync(place).sort()).toEqual(names.map((name) => `${name}.key`));
  expect(new Set(first).size).toBe(3);
  expect(first.map((key) => Buffer.from(key, "base64url").length)).toEqual([32, 32, 32]);

  makeKeys(folder);
  expect(names.map((name) => readKey(folder, name))).toEqual(first);
});

test("keys that others could read are closed again", () => {
  const place = makeKeys(folder);
  fs.chmodSync(place, 0o755);
  fs.chmodSync(path.join(place, "field.key"), 0o644);
  makeKeys(folder);
  expect([modeOf(place), modeOf(path.join(place, "field.key"))]).toEqual(["700", "600"]);
});

test("a town whose field key is gone gets no new one: its sealed columns would never open again", () => {
  const place = makeKeys(folder);
  fs.writeFileSync(path.join(folder, "town.db"), "");
  fs.rmSync(path.join(place, "auth.key"));
  makeKeys(folder);
  fs.rmSync(path.join(place, "field.key"));
  expect(() => makeKeys(folder)).toThrow("keys/field.key");
  expect(fs.existsSync(path.join(place, "field.key"))).toBe(false);
});

test("a build is stale when a file in its folders changes, comes, goes or is renamed", () => {
  const file = path.join(folder, "app", "page.tsx");
  fs.mkdirSync(path.dirname(file));
  const now = () => fingerprint([path.join(folder, "app"), path.join(folder, "no-such-file")]);
  const seen = new Set([now()]);
  for (const text of ["one", "two"]) {
    fs.writeFileSync(file, text);
    seen.add(now());
  }
  fs.renameSync(file, path.join(folder, "app", "pane.tsx"));
  seen.add(now());
  expect(seen.size).toBe(4);
  expect(now()).toBe(now());
});

test("a start can tell that another process holds the town, and that it no longer does", async () => {
  expect(await isHeld(folder)).toBe(false);
  const holder = new Database(path.join(folder, "instance.db"));
  holder.exec("BEGIN EXCLUSIVE");
  expect(await isHeld(folder)).toBe(true);
  holder.close();
  expect(await isHeld(folder)).toBe(false);
});

/** A script that runs a stub server through `child.mjs`, as `npm start` runs the real one. */
function script(server: string) {
  const child = JSON.stringify(path.resolve("scripts/child.mjs"));
  const said = JSON.stringify(`console.log("stub " + process.pid);${server}`);
  const file = path.join(folder, "script.mjs");
  fs.writeFileSync(file, `import { runNode } from ${child}; process.exit((await runNode(["-e", ${said}])).code);`);
  return file;
}

async function begin(command: string, args: string[]) {
  const env = { ...process.env, npm_lifecycle_event: "start" };
  const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, stub: Number(String(line).match(/stub (\d+)/)?.[1]) };
}

const forever = "setInterval(() => {}, 1000)";
const deaf = `process.on("SIGTERM", () => process.exit(0)); ${forever}`;

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s to the script stops its server", async (signal) => {
  const { child, stub } = await begin(process.execPath, [script(forever)]);
  child.kill(signal);
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBeGreaterThan(128);
  expect(lives(stub)).toBe(false);
});

test("the server goes when npm's shell above the script dies without a word", async () => {
  const { child, stub } = await begin("sh", ["-c", `"${process.execPath}" "${script(deaf)}"; true`]);
  child.kill("SIGKILL");
  await vi.waitFor(() => expect(lives(stub)).toBe(false), 5_000);
});

test("the server's own exit code comes through", async () => {
  const { child } = await begin(process.execPath, [script("process.exitCode = 3")]);
  expect((await once(child, "exit"))[0]).toBe(3);
});

function lives(pid: number) {
  const state = fs.existsSync(`/proc/${pid}/stat`) && fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1];
  if (state) return !state.startsWith("Z");
  return process.platform !== "linux" && killIfThere(pid, 0);
}

function killIfThere(pid: number, signal: 0 | "SIGKILL" = "SIGKILL") {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
