import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { count, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import { sqliteStore, type Store, type Writer } from "@/db/store";
import { newId } from "@/lib/kernel/id";
import { submitVisit } from "@/lib/visits/acts";
import { fileDatabase, township } from "../support/township";
import { aVisit } from "../support/visits";

/** One suite on a file, where readers and the writer are apart, as they are in a town. */
const { villages, visits } = tables;
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qinglan-store-"));
  store = sqliteStore(fileDatabase(join(folder, "town.db")));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const pause = () => new Promise((go) => setTimeout(go, 1));
const addVillage = (tx: Writer, name: string) => tx.insert(villages).values({ code: newId(), name, kind: "village", searchKey: name, sortKey: name });
const namesIn = async () => (await store.read.select({ name: villages.name }).from(villages)).map(({ name }) => name).sort();

test("a whole story lands in a file", async () => {
  const town = await township({ store });
  const { id } = await submitVisit(town.lin, aVisit(town));
  expect(await store.read.select({ state: visits.state }).from(visits).where(eq(visits.id, id))).toEqual([{ state: "submitted" }]);
});

test("a write that fails half way leaves nothing, and the next one goes on", async () => {
  const failing = store.write(async (tx) => {
    await addVillage(tx, "半村");
    await pause();
    throw new Error("the lights went out");
  });
  await expect(failing).rejects.toThrow("the lights went out");
  expect(await namesIn()).toEqual([]);
  await store.write((tx) => addVillage(tx, "整村"));
  expect(await namesIn()).toEqual(["整村"]);
});

test("readers never see the half of a write", async () => {
  const seen = new Set<number>();
  let done = false;
  const writing = store.write(async (tx) => {
    for (let i = 0; i < 10; i++) {
      await addVillage(tx, `村${i}`);
      await pause();
    }
  }).finally(() => (done = true));
  while (!done) {
    seen.add((await namesIn()).length);
    await pause();
  }
  await writing;
  seen.add((await namesIn()).length);
  expect([...seen].sort((a, b) => a - b)).toEqual([0, 10]);
});

test("fifty writers who read and then write take turns", async () => {
  await store.write((tx) => addVillage(tx, "一村"));
  const bump = () => store.write(async (tx) => {
    const [{ days }] = (await tx.select({ days: villages.visitEveryDays }).from(villages)) as [{ days: number }];
    await pause();
    await tx.update(villages).set({ visitEveryDays: days + 1 });
  });
  await Promise.all(Array.from({ length: 50 }, bump));
  expect(await store.read.select({ days: villages.visitEveryDays }).from(villages)).toEqual([{ days: 80 }]);
});

test("a write inside a write says so at once instead of waiting for itself", async () => {
  await expect(store.write(() => store.write(() => Promise.resolve()))).rejects.toThrow("inside a write");
  await store.write((tx) => addVillage(tx, "一村"));
  expect(await namesIn()).toEqual(["一村"]);
});

test("a key that leads nowhere, a word outside its vocabulary and a second thing under one name are refused", async () => {
  await expect(store.write((tx) => tx.insert(tables.grids).values({ villageId: newId<"village">(), name: "一网格" }))).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
  await store.write((tx) => addVillage(tx, "一村"));
  const rename = (kind: string) => store.write((tx) => tx.run(sql`update villages set kind = ${kind}`));
  await expect(rename("town")).rejects.toMatchObject({ cause: { code: "SQLITE_CONSTRAINT_CHECK" } });
  await expect(store.write((tx) => addVillage(tx, "一村"))).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_UNIQUE" });
});

test("each connection is set as it must be: nothing acknowledged is lost, no reader writes", async () => {
  const asked = [
    sql`pragma synchronous`, sql`pragma journal_mode`, sql`pragma foreign_keys`, sql`pragma trusted_schema`,
    sql`pragma secure_delete`, sql`pragma recursive_triggers`, sql`pragma cell_size_check`, sql`pragma query_only`,
  ];
  const settingsOf = async (db: Pick<Writer, "all">) => {
    const answers: Record<string, unknown> = {};
    for (const pragma of asked) Object.assign(answers, (await db.all<Record<string, unknown>>(pragma))[0]);
    return answers;
  };
  const set = { synchronous: 2, journal_mode: "wal", foreign_keys: 1, trusted_schema: 0, secure_delete: 1, recursive_triggers: 1, cell_size_check: 1 };
  expect(await store.write(settingsOf)).toEqual({ ...set, query_only: 0 });
  expect(await settingsOf(store.read)).toEqual({ ...set, query_only: 1 });
  await expect((async () => store.read.all(sql`delete from villages returning id`))()).rejects.toMatchObject({ code: "SQLITE_READONLY" });
});

test("a database held by another program is waited for a moment, not for seconds", async () => {
  const other = new Database(join(folder, "town.db"));
  other.exec("BEGIN IMMEDIATE");
  const begun = performance.now();
  await expect(store.write((tx) => addVillage(tx, "一村"))).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  expect(performance.now() - begun).toBeLessThan(1500);
  other.close();
  expect(await store.read.select({ n: count() }).from(villages)).toEqual([{ n: 0 }]);
});
