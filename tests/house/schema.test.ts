import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import * as api from "drizzle-kit/api";
import { is, SQL } from "drizzle-orm";
import { getTableConfig, SQLiteSyncDialect, SQLiteTextJson } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { isPlain } from "@/db/columns";
import { migrate } from "@/db/migrate";
import { tables } from "@/db/schema";

type Snapshot = { id: string };
/** Its own types name a library that is not installed. */
const kit = api as {
  generateSQLiteDrizzleJson(schema: Record<string, unknown>, before: string): Promise<Snapshot>;
  generateSQLiteMigration(before: Snapshot, after: Snapshot): Promise<string[]>;
};

const all = Object.values(tables).map((table) => getTableConfig(table as Parameters<typeof getTableConfig>[0]));
type Table = (typeof all)[number];

const wordsOf = (column: Table["columns"][number]): readonly string[] => (column.enumValues as string[] | undefined) ?? [];

const firstOf = (columns: readonly unknown[]): string => {
  const [first] = columns as { name?: string }[];
  return first && !is(first, SQL) ? (first.name ?? "") : "";
};

test("every foreign key is led by an index, so that following it back reads no whole table", () => {
  const led = ({ indexes, uniqueConstraints }: Table) =>
    new Set([...indexes.filter(({ config }) => !config.where).map(({ config }) => firstOf(config.columns)), ...uniqueConstraints.map(({ columns }) => firstOf(columns))]);
  const bare = all.flatMap((table) =>
    table.foreignKeys.map((key) => firstOf(key.reference().columns)).filter((column) => !led(table).has(column)).map((column) => `${table.name}.${column}`));
  expect(bare).toEqual([]);
});

test("every closed vocabulary is also a CHECK of exactly its words", () => {
  const dialect = new SQLiteSyncDialect();
  const open = all.flatMap((table) => table.columns.filter((column) => wordsOf(column).length > 0).flatMap((column) => {
    const check = table.checks.find(({ name }) => name === `${table.name}_${column.name}`);
    const words = wordsOf(column).map((word) => `'${word}'`).join(", ");
    return check && dialect.sqlToQuery(check.value).sql === `"${table.name}"."${column.name}" in (${words})` ? [] : [`${table.name}.${column.name}`];
  }));
  expect(open).toEqual([]);
});

test("an id is text everywhere but where rows are numbered on purpose", () => {
  const numbered = all.flatMap((table) => table.columns.filter((column) => column.primary && column.getSQLType() !== "text").map((column) => `${table.name}.${column.name}`));
  expect(numbered).toEqual(["visit_docs.id", "ledger.seq"]);
  expect(all.filter((table) => !table.columns.some((column) => column.primary)).map(({ name }) => name)).toEqual([]);
});

test("schema files know only their columns, the words and the kernel, so that another kit can serve them", () => {
  const allowed = /^(\.\.\/columns|\.\/[\w-]+|@\/lib\/(words|kernel)\/[\w-]+)$/;
  const strangers = readdirSync("db/schema").flatMap((file) =>
    [...readFileSync(`db/schema/${file}`, "utf8").matchAll(/^(?:import|export|\})(?:.* from)? "([^"]+)"|import\("([^"]+)"\)/gm)].map(([, path, later]) => path ?? later!).filter((path) => !allowed.test(path)).map((path) => `${file}: ${path}`));
  expect(strangers).toEqual([]);
});

/** Text that the ledger copies. A new column is either `prose` or `sealed`, or somebody has thought about it and adds it here. */
const plainText = `
town.name day_marks.name
people.name people.department people.title people.staff_no people.sort_key people.search_key
accounts.name credentials.password_hash credentials.activation_hash sessions.device sessions.cause
villages.code villages.name villages.search_key villages.sort_key grids.name
households.code households.masked_name households.group_name households.search_key members.masked_name
enterprises.name enterprises.search_key
assessments.month pairings.answer_by
quiz_plans.quarter quiz_plans.frame_hash quiz_plans.secret_hash quizzes.frame_hash quizzes.secret_hash
frames.mac draws.number draws.mac quiz_results.mac quiz_sheets.body_hash practice_cards.heading practice_cards.learnt_of
topics.lead_department topics.search_key deliverable_versions.hash deliverable_versions.file
visits.body_hash photos.file photos.body_hash parked_visits.body_hash feedback.page imports.file_hash import_rows.column
ledger.action ledger.subject ledger.reason ledger.prev_hash ledger.hash ledger_heads.hash
`;

test("what a person wrote, and the names of people outside the office, are in columns that the ledger does not copy", () => {
  const isKey = (name: string) => /(^|_)(id|on|day|week|as_of|until)$/.test(name);
  const plain = all.flatMap((table) => table.columns
    .filter((column) => column.getSQLType() === "text" && isPlain(column) && wordsOf(column).length === 0 && !is(column, SQLiteTextJson) && !isKey(column.name))
    .map((column) => `${table.name}.${column.name}`));
  expect(plain.filter((name) => name !== "ledger_heads.id").sort()).toEqual(plainText.trim().split(/\s+/).sort());
});

test("lists kept as JSON hold codes, never prose", () => {
  const lists = all.flatMap((table) => table.columns.filter((column) => is(column, SQLiteTextJson)).map((column) => `${table.name}.${column.name}`));
  expect(lists.sort()).toEqual(["appeals.items", "draws.pairs", "ledger.changed", "people.roles", "quiz_results.items", "seats.recused_for", "visits.topics"]);
});

test("what would harm somebody if the file were stolen rests sealed", () => {
  const sealed = all.flatMap((table) => table.columns.filter((column) => !isPlain(column) && sealsItself(column)).map((column) => `${table.name}.${column.name}`));
  expect(sealed.sort()).toEqual([
    "fact_proposals.says", "fact_values.says", "frame_secrets.secret", "import_rows.before", "import_rows.cells", "member_names.birth_year",
    "parked_visits.body", "phones.number", "quiz_keys.says", "visit_places.point",
  ]);
});

const sealsItself = (column: Table["columns"][number]): boolean => !String(column.mapToDriverValue("见")).includes("见");

test("a table that is built anew loses its triggers: each of them still stands after the last migration", () => {
  const raw = new Database(":memory:");
  migrate(raw);
  const standing = raw.prepare("select name from sqlite_master where type = 'trigger' order by name").pluck().all();
  expect(standing).toEqual([
    "draws_no_delete", "draws_no_update", "frames_no_delete", "frames_no_update",
    "ledger_no_delete", "ledger_no_update", "pairings_no_overlap_insert", "pairings_no_overlap_update",
    "quiz_keys_no_delete", "quiz_keys_no_update", "quiz_results_no_delete", "quiz_results_no_update",
    "visit_steps_by_other_insert", "visit_steps_by_other_update",
  ]);
  raw.close();
});

test("no column asks for what is not collected", () => {
  const asked = all.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`)).filter((name) => /id_card|identity|bank|amount|religion|health|latitude|longitude|fingerprint/.test(name));
  expect(asked).toEqual([]);
});

test("the migrations make exactly this schema: `npm run generate` would write nothing", async () => {
  const modules = await Promise.all(readdirSync("db/schema").filter((file) => file !== "index.ts").map((file) => import(`../../db/schema/${file.slice(0, -3)}.ts`) as Promise<Record<string, unknown>>));
  const { entries } = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as { entries: { idx: number }[] };
  const last = String(entries.at(-1)!.idx).padStart(4, "0");
  const kept = JSON.parse(readFileSync(`db/migrations/meta/${last}_snapshot.json`, "utf8")) as Snapshot;
  const now = await kit.generateSQLiteDrizzleJson(Object.assign({}, ...modules) as Record<string, unknown>, kept.id);
  expect(await kit.generateSQLiteMigration(kept, now)).toEqual([]);
});
