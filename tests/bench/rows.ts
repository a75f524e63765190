import type Database from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type NewRow, type TableName, tables } from "@/db/schema";

/**
 * Writes rows of one table without a query builder between: the columns, their encodings and their defaults are still
 * the schema's own, so that a town filled this way is a town.
 */
export function writerOf<Name extends TableName>(raw: Database.Database, name: Name): (row: NewRow<Name>) => void {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(tables[name]));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const insert = raw.prepare(`insert into "${getTableName(tables[name])}" (${names}) values (${columns.map(() => "?").join(", ")})`);
  return (row) => void insert.run(columns.map(([field, column]) => valueOf(column, (row as Record<string, unknown>)[field])));
}

function valueOf(column: SQLiteColumn, given: unknown): unknown {
  const value = given === undefined ? (column.defaultFn?.() ?? column.default ?? null) : given;
  return value === null ? null : column.mapToDriverValue(value);
}
