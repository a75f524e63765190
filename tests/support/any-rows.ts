import type { Database } from "better-sqlite3";

/*
 * Two rows of every table that a database has, made from what the database itself says of its tables, so that a
 * migration can be tried on a town of any age.
 */
type Column = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null };
type Key = { table: string; from: string };
type Table = { name: string; sql: string };

const tablesOf = (raw: Database): Table[] =>
  raw.prepare("select name, sql from sqlite_master where type = 'table' and name not like '\\_\\_drizzle%' escape '\\' and name not like 'sqlite%' and sql not like '%visit\\_words%' escape '\\'").all() as Table[];

const columnsOf = (raw: Database, table: string) => raw.pragma(`table_info(${table})`) as Column[];
const keysOf = (raw: Database, table: string) => raw.pragma(`foreign_key_list(${table})`) as Key[];

export const rowsIn = (raw: Database): Record<string, number> =>
  Object.fromEntries(tablesOf(raw).map(({ name }) => [name, raw.prepare(`select count(*) from "${name}"`).pluck().get() as number]));

/** Fills every table and names them; what they point to first is not needed, for keys are checked at the end. */
export function fill(raw: Database): string[] {
  raw.pragma("foreign_keys = OFF");
  const tables = tablesOf(raw);
  for (const table of tables) for (const nth of [1, 2]) insert(raw, table, nth);
  if (raw.prepare("select 1 from sqlite_master where name = 'visit_words'").get()) raw.exec("insert into visit_words (rowid, grams) values (1, '水沟')");
  raw.pragma("foreign_keys = ON");
  const broken = raw.pragma("foreign_key_check") as unknown[];
  if (broken.length) throw new Error(JSON.stringify(broken));
  return tables.map(({ name }) => name);
}

/** What may be empty, and a CHECK asks for all the same: one of two ends. */
const alsoFilled: Record<string, string> = { topic_evidence: "visit_id", frames: "quiz_id", draws: "village_id" };

function insert(raw: Database, { name, sql }: Table, nth: number): void {
  const keys = keysOf(raw, name);
  const columns = columnsOf(raw, name).filter((column) => column.notnull || column.pk || column.name === "household_id" || column.name === alsoFilled[name]);
  const values = columns.map((column) => valueOf(column, sql, keys, nth));
  raw.prepare(`insert into "${name}" (${columns.map((column) => `"${column.name}"`).join(", ")}) values (${values.map(() => "?").join(", ")})`).run(values);
}

function valueOf(column: Column, ddl: string, keys: Key[], nth: number): string | number {
  const key = keys.find(({ from }) => from === column.name);
  // A row that points twice at one table (a mentor and a mentee) points at two different rows.
  if (key) return `${key.table}-${keys.filter(({ table }) => table === key.table).indexOf(key) % 2 ? 3 - nth : nth}`;
  if (column.type.toLowerCase() === "integer") return nth;
  if (column.name.endsWith("_on")) return `2026-01-0${nth}`;
  if (column.pk) return `${ddl.match(/CREATE TABLE [`"](\w+)[`"]/i)?.[1]}-${nth}`;
  const word = ddl.match(new RegExp(`"${column.name}" in \\('([^']+)'`))?.[1];
  return word ?? (/^(topics|roles|changed|phrases|levels|picks)$/.test(column.name) ? "[]" : `${column.name} ${nth}`);
}
