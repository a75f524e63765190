import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { count, countDistinct } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import { dataFolder, openTown, TownIsOpen } from "@/db/town";
import { verifyLedger } from "@/lib/gate/ledger";

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qinglan-town-"));
  cpSync(join(dataFolder(), "keys"), join(folder, "keys"), { recursive: true });
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Another process with this town; `until` hears each line it says, and when it has heard enough the kill comes, `late` ms after. */
async function child(task: "hold" | "write", until: (line: string) => boolean, late = 0): Promise<void> {
  const args = ["--conditions=react-server", "--import", "tsx", "tests/support/town-child.ts", task];
  const env = { ...process.env, QINGLAN_DATA: folder, NODE_OPTIONS: "" };
  const process_ = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  children.push(process_);
  const ended = once(process_, "exit");
  for await (const line of createInterface({ input: process_.stdout })) if (until(line)) setTimeout(() => process_.kill("SIGKILL"), late);
  await ended;
}

test("a town is open once; the next may have it when it is closed", () => {
  const first = openTown(folder);
  expect(() => openTown(folder)).toThrow(TownIsOpen);
  first.close();
  openTown(folder).close();
});

test("the database is for its owner's eyes only", () => {
  openTown(folder).close();
  expect((statSync(join(folder, "town.db")).mode & 0o777).toString(8)).toBe("600");
});

test("a town without its keys does not open, and is not left held", () => {
  rmSync(join(folder, "keys", "field.key"));
  expect(() => openTown(folder)).toThrow("field.key");
  cpSync(join(dataFolder(), "keys"), join(folder, "keys"), { recursive: true });
  openTown(folder).close();
});

test("another process keeps it shut, and kill -9 opens it again", async () => {
  let said = "";
  const ended = child("hold", (line) => {
    said += line;
    expect(() => openTown(folder)).toThrow(TownIsOpen);
    return true;
  });
  await ended;
  expect(said).toBe("open");
  openTown(folder).close();
});

test("of visits that a killed server acknowledged, each is there once, with everything that belongs to it", async () => {
  const acknowledged: string[] = [];
  // Each kill comes a little later, so that some fall into the middle of a visit.
  for (let kill = 1; kill <= 5; kill++) await child("write", (line) => line !== "open" && acknowledged.push(line) >= kill * 44, kill * 3);
  expect(acknowledged.length).toBeGreaterThanOrEqual(220);

  const store = openTown(folder);
  const { visits, visitSteps, visitVersions, visitDocs, villageWeeks, problems, ledger } = tables;
  const kept = (await store.read.select({ id: visits.id }).from(visits)).map(({ id }) => id as string);
  const lost = acknowledged.filter((id) => !kept.includes(id));
  expect(lost).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  // Written and not yet said when the kill came: at most one visit a kill.
  expect(kept.length - acknowledged.length).toBeLessThanOrEqual(5);

  for (const table of [visitSteps, visitVersions, visitDocs, problems])
    expect(await store.read.select({ n: count(), of: countDistinct(table.visitId) }).from(table)).toEqual([{ n: kept.length, of: kept.length }]);
  const weeks = await store.read.select().from(villageWeeks);
  expect(weeks.map((week) => week.dayVisits)).toEqual([kept.length]);
  expect(await store.read.select({ n: count() }).from(ledger)).toEqual([{ n: kept.length * 2 }]);
  expect(await verifyLedger(store.read)).toEqual({ rows: kept.length * 2 });
  store.close();

  const raw = new Database(join(folder, "town.db"));
  expect([raw.pragma("integrity_check", { simple: true }), raw.pragma("foreign_key_check")]).toEqual(["ok", []]);
  raw.close();
}, 60_000);
