import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { tables } from "@/db/schema";
import { sqliteStore, type Store } from "@/db/store";
import { fileDatabase } from "./township";

/**
 * A town whose reads are overheard: `plansOf` runs a question and answers with how SQLite would look for each of its
 * queries, one line a step. Lists that can grow must find their rows by an index.
 */
export function overheard(path: string) {
  fileDatabase(path);
  const raw = new Database(path, { readonly: true });
  let heard: { sql: string; params: unknown[] }[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void heard.push({ sql, params }) };
  const store = sqliteStore(path);
  const read = drizzle(raw, { schema: tables, logger }) as unknown as Store["read"];
  const queriesOf = async (question: () => Promise<unknown>): Promise<{ sql: string; steps: string[] }[]> => {
    heard = [];
    await question();
    return heard.map(({ sql, params }) => ({ sql, steps: raw.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params).map((step) => step.detail) }));
  };
  const plansOf = async (question: () => Promise<unknown>): Promise<string[]> => (await queriesOf(question)).flatMap(({ steps }) => steps);
  return { store: { ...store, read }, raw, plansOf, queriesOf };
}
