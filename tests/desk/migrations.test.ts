import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, migrationsFolder } from "@/db/migrate";
import { fill, rowsIn } from "../support/any-rows";

type Journal = { entries: { idx: number; when: number; tag: string }[] };

let folder: string;
let raw: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qinglan-migrations-"));
  raw = new Database(":memory:");
});
afterEach(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

const journal = JSON.parse(readFileSync(join(migrationsFolder(), "meta/_journal.json"), "utf8")) as Journal;

/** The migrations as they stood after the first `count` of them, and one more that somebody might write. */
function asOf(count: number, next?: string): string {
  const place = join(folder, `${count}${next ? "-and-next" : ""}`);
  mkdirSync(join(place, "meta"), { recursive: true });
  const entries = journal.entries.slice(0, count);
  for (const { tag } of entries) cpSync(join(migrationsFolder(), `${tag}.sql`), join(place, `${tag}.sql`));
  if (next) writeFileSync(join(place, "9999_next.sql"), next);
  const last = { ...entries.at(-1)!, idx: count, when: Date.now() + 1e12, tag: "9999_next" };
  writeFileSync(join(place, "meta/_journal.json"), JSON.stringify({ ...journal, entries: next ? [...entries, last] : entries }));
  return place;
}

test.each(journal.entries.map(({ tag }, i) => [tag, i + 1] as const))("a town as of %s is carried over to today with every row it had", (_tag, count) => {
  migrate(raw, asOf(count));
  const filled = fill(raw);
  const before = rowsIn(raw);
  expect(Object.keys(before).sort()).toEqual(filled.sort());
  expect(Object.entries(before).filter(([, rows]) => rows < 2)).toEqual([]);
  migrate(raw);
  expect(rowsIn(raw)).toMatchObject(before);
  expect([raw.pragma("foreign_key_check"), raw.pragma("integrity_check", { simple: true })]).toEqual([[], "ok"]);
  expect(raw.pragma("foreign_keys", { simple: true })).toBe(1);
});

/** SQLite alters a table by building it anew, and drizzle writes it so: adding one word to a vocabulary is enough. */
const rebuilt = (table: string, ddl: string) => [
  "PRAGMA foreign_keys=OFF;", ddl.replace(`\`${table}\``, `\`__new_${table}\``), `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
  `DROP TABLE \`${table}\`;`, `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`, "PRAGMA foreign_keys=ON;",
].join("--> statement-breakpoint\n");

test("a table that others point to can be built anew, and nothing that points to it is lost", () => {
  migrate(raw);
  fill(raw);
  const before = rowsIn(raw);
  const ddl = raw.prepare("select sql from sqlite_master where name = 'people'").pluck().get() as string;
  migrate(raw, asOf(journal.entries.length, rebuilt("people", ddl)));
  expect(rowsIn(raw)).toEqual(before);
});

test("a migration that would leave keys leading nowhere is refused", () => {
  migrate(raw);
  fill(raw);
  expect(() => migrate(raw, asOf(journal.entries.length, "DELETE FROM people"))).toThrow("dangling keys");
});

test("a migration that breaks off half way leaves the town as it was", () => {
  migrate(raw);
  fill(raw);
  const before = rowsIn(raw);
  const broken = "CREATE TABLE half (id text);--> statement-breakpoint\nDELETE FROM visits;--> statement-breakpoint\nINSERT INTO no_such_table VALUES (1);";
  expect(() => migrate(raw, asOf(journal.entries.length, broken))).toThrow("no_such_table");
  expect(rowsIn(raw)).toEqual(before);
});

test("a migration that a town has run is never edited: a change is a new one", () => {
  const hash = (file: string) => createHash("sha256").update(readFileSync(join(migrationsFolder(), file))).digest("hex");
  const files = readdirSync(migrationsFolder()).filter((file) => file.endsWith(".sql")).sort();
  const kept = readFileSync("tests/support/migrations.sha256", "utf8").trim();
  // A new one: (cd db/migrations && sha256sum *.sql) > tests/support/migrations.sha256
  expect(files.map((file) => `${hash(file)}  ${file}`).join("\n")).toBe(kept);
  expect(files).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
});

test("a town knows what it has run by the moment it was written: that is never changed either", () => {
  // drizzle runs again whatever bears a later moment than the town's last; a new migration adds its own line.
  expect(journal.entries.map(({ tag, when }) => [tag, when])).toEqual([
    ["0000_founding", 1795417446929],
    ["0001_visit_places", 1795434479814],
    ["0002_photos_and_parked", 1795439962395],
    ["0003_review_desk", 1795440075818],
    ["0004_pairing_terms", 1795440813239],
    ["0005_skills_and_notices", 1795441504716],
    ["0006_alarms_and_corrections", 1795453057862],
    ["0007_topics", 1795453511558],
    ["0008_results_kept", 1795458389619],
    ["0009_familiarity", 1795464713005],
  ]);
});
