import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, check, customType, integer, QueryBuilder, real as floating, SQLiteCustomColumn, text } from "drizzle-orm/sqlite-core";
import type { Day, Week } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { seal, unseal } from "./seal";

/**
 * The column kit: the one file that knows which database the schema is written for. A second kit with the
 * same names can serve the same schema files on PostgreSQL.
 */
export { check, index, primaryKey, sqliteTable as table, unique, uniqueIndex } from "drizzle-orm/sqlite-core";
export { sql } from "drizzle-orm";

export const id = <Kind extends string>() =>
  text("id").$type<Id<Kind>>().primaryKey().$defaultFn(() => newId<Kind>());

export const ref = <Kind extends string>(name: string, column: () => AnySQLiteColumn) =>
  text(name).$type<Id<Kind>>().notNull().references(column);

export const optionalRef = <Kind extends string>(name: string, column: () => AnySQLiteColumn) =>
  text(name).$type<Id<Kind>>().references(column);

/** Codes, keys and labels: what the ledger may copy. */
export const str = (name: string) => text(name);

/** What a person wrote, or a name of someone outside the office: the ledger says that it changed, never what it says. */
export const prose = customType<{ data: string }>({ dataType: () => "text" });

/** Several pieces of prose, kept as one. */
export const proseList = customType<{ data: string[]; driverData: string }>({
  dataType: () => "text",
  toDriver: (lines) => JSON.stringify(lines),
  fromDriver: (kept) => JSON.parse(kept) as string[],
});

/** Prose with a shape. */
export const proseOf = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (kept) => JSON.parse(kept) as T,
  })(name);

/** Prose that also rests encrypted (AES-256-GCM), bound to its column: a thief of the file reads nothing. */
export const sealed = (name: string) =>
  customType<{ data: string; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => seal(value, name),
    fromDriver: (value) => unseal(value, name),
  })(name);

/** Whether the ledger may hold this column's values. */
export const isPlain = (column: unknown): boolean => !(column instanceof SQLiteCustomColumn);

export const dayCol = (name: string) => text(name).$type<Day>();
export const weekCol = (name: string) => text(name).$type<Week>();
export const int = (name: string) => integer(name, { mode: "number" });
/** Only for what is estimated; whatever is counted or marked is an `int`. */
export const real = (name: string) => floating(name);
export const bool = (name: string) => integer(name, { mode: "boolean" });
export const instant = (name: string) => integer(name, { mode: "timestamp_ms" });
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

/** A word of a closed vocabulary; `oneOf` beside it makes the database refuse any other. */
export const word = <T extends string>(name: string, values: readonly [T, ...T[]]) =>
  text(name, { enum: values as [T, ...T[]] });

/** The database refuses a word outside its vocabulary even when someone writes SQL by hand. */
export const oneOf = (name: string, column: AnySQLiteColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);

/** Writes sub-selects for conditions; it holds no connection. */
export const subselect = new QueryBuilder();
