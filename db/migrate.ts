import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as run } from "drizzle-orm/better-sqlite3/migrator";

export const migrationsFolder = () => join(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/**
 * Brings a database up to date. SQLite changes a table by rebuilding it, and drizzle rebuilds inside a
 * transaction where `PRAGMA foreign_keys = OFF` has no effect; so it is switched off out here, and every
 * key is checked after it is switched on again.
 */
export function migrate(raw: Database.Database, folder = migrationsFolder()): void {
  raw.pragma("foreign_keys = OFF");
  const before = applied(raw);
  run(drizzle(raw), { migrationsFolder: folder });
  raw.pragma("foreign_keys = ON");
  if (applied(raw) === before) return; // the check reads every row: a start that changes nothing does without
  const broken = raw.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Error(`migration left dangling keys: ${JSON.stringify(broken.slice(0, 5))}`);
}

function applied(raw: Database.Database): number {
  const journal = raw.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").pluck().get();
  return journal ? Number(raw.prepare("select count(*) from __drizzle_migrations").pluck().get()) : 0;
}
