import Database from "better-sqlite3";
import { INSERT, LIST } from "../../bare-query.mjs";

let kept;

/** The two statements, prepared once; durable like the town's own store. */
export function store() {
  if (kept) return kept;
  const raw = new Database(process.env.BENCH_FILE, { timeout: 250 });
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  kept = { list: raw.prepare(LIST), insert: raw.prepare(INSERT) };
  return kept;
}
