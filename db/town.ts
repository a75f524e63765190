import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { migrate } from "./migrate";
import { holdFieldKey } from "./seal";
import { sqliteStore, type Store } from "./store";

/** Another process already writes this data folder. The start-up hook turns it into exit code 3. */
export class TownIsOpen extends Error {}

export const dataFolder = (): string =>
  process.env.QINGLAN_DATA ?? join(/* turbopackIgnore: true */ process.cwd(), "data");

/** Never given up while the process lives: the operating system frees it, even after kill -9. */
function holdAlone(folder: string): Database.Database {
  const lock = new Database(join(/* turbopackIgnore: true */ folder, "instance.db"), { timeout: 0 });
  try {
    lock.pragma("journal_mode = DELETE");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) throw new TownIsOpen(folder);
    throw error;
  }
}

export const keyOf = (folder: string, name: "auth" | "field" | "pepper"): Buffer =>
  Buffer.from(readFileSync(join(/* turbopackIgnore: true */ folder, "keys", `${name}.key`), "utf8").trim(), "base64url");

/** Opens a data folder for writing: alone, migrated, with its keys. `close` lets the next process in. */
export function openTown(folder = dataFolder()): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = holdAlone(folder);
  try {
    holdFieldKey(keyOf(folder, "field"));
    const file = join(/* turbopackIgnore: true */ folder, "town.db");
    const isNew = !existsSync(file);
    const raw = new Database(file);
    migrate(raw);
    raw.close();
    if (isNew) chmodSync(file, 0o600);
    const store = sqliteStore(file);
    return { ...store, close: () => [store, lock].forEach((held) => held.close()) };
  } catch (error) {
    lock.close();
    throw error;
  }
}
