import Database from "better-sqlite3";
import { migrate } from "@/db/migrate";
import { qingxi } from "@/db/seed/cast";
import { sqliteStore, type Store } from "@/db/store";

/** Migrated once per worker; each test opens its own in-memory database from these bytes. */
const blank = (() => {
  const raw = new Database(":memory:");
  migrate(raw);
  return raw.serialize();
})();

/** Tables and nothing in them. */
export const emptyStore = (): Store => sqliteStore(blank);

/** 2026-03-04 is a Wednesday, and no holiday is near. */
export const township = ({ on = "2026-03-04", at = "09:00", store = sqliteStore(blank) }: { on?: string; at?: string; store?: Store } = {}) =>
  qingxi(store, new Date(`${on}T${at}:00+08:00`));

export function fileDatabase(path: string): string {
  const raw = new Database(path);
  raw.pragma("journal_mode = WAL");
  migrate(raw);
  raw.close();
  return path;
}
