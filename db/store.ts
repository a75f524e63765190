import { AsyncLocalStorage } from "node:async_hooks";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { type Tables, tables } from "./schema";

type Db = BaseSQLiteDatabase<"async", unknown, Tables>;

export type Reader = Pick<Db, "select" | "selectDistinct" | "all">;
export type Writer = Pick<Db, "select" | "selectDistinct" | "all" | "insert" | "update" | "delete" | "run">;

/** Where rows live. `write` is one transaction: everything in it lands, or nothing does. */
export interface Store {
  readonly read: Reader;
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  close(): void;
}

const inside = new AsyncLocalStorage<true>();

function oneAtATime(): <T>(turn: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (turn) => {
    if (inside.getStore()) return Promise.reject(new Error("a write was started inside a write; pass the tx along instead"));
    const mine = last.then(() => inside.run(true, turn));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** WAL's default, NORMAL, loses acknowledged commits in a power cut; a long busy wait would block every request. */
function open(source: string | Buffer) {
  const raw = new Database(source, { timeout: 250 });
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.pragma("foreign_keys = ON");
  raw.pragma("trusted_schema = OFF");
  raw.pragma("secure_delete = ON");
  raw.pragma("cell_size_check = ON");
  raw.pragma("recursive_triggers = ON"); // else INSERT OR REPLACE deletes past the ledger's trigger
  raw.pragma("journal_size_limit = 67108864");
  return byHeart(raw);
}

/** A question is asked in the same words thousands of times a day: SQLite reads the words once. */
function byHeart(raw: Database.Database): Database.Database {
  const known = new Map<string, Database.Statement>();
  const prepare = raw.prepare.bind(raw);
  const recall = (words: string) => {
    const statement = known.get(words) ?? prepare(words);
    known.delete(words);
    known.set(words, statement);
    const [oldest] = known.keys();
    if (known.size > 500 && oldest !== undefined) known.delete(oldest);
    return statement.reader ? statement.raw(false) : statement; // rows, as a fresh one would give them
  };
  raw.prepare = recall as Database.Database["prepare"]; // whoever asks says what its rows are, as ever
  return raw;
}

/**
 * better-sqlite3 only knows synchronous transactions, and other stores only asynchronous ones. We write async code
 * for both: writers take turns (SQLite has one writer anyway) on a connection readers never share, so nothing can
 * slip between a BEGIN and its COMMIT. An in-memory store has one connection, so there readers see work in progress.
 */
export function sqliteStore(source: string | Buffer): Store {
  const raw = open(source);
  const writer = asAsync(drizzle(raw, { schema: tables }));
  const shared = typeof source !== "string" || source === ":memory:";
  const second = shared ? undefined : open(source);
  second?.pragma("query_only = ON");
  const reader = second ? asAsync(drizzle(second, { schema: tables })) : writer;
  const takeTurn = oneAtATime();
  return {
    read: reader,
    write: (work) => takeTurn(() => inTransaction(raw, () => work(writer))),
    close: () => [raw, second].forEach((db) => db?.close()),
  };
}

async function inTransaction<T>(raw: Database.Database, work: () => Promise<T>): Promise<T> {
  raw.exec("BEGIN IMMEDIATE");
  try {
    const result = await work();
    raw.exec("COMMIT");
    return result;
  } catch (error) {
    if (raw.inTransaction) raw.exec("ROLLBACK");
    throw error;
  }
}

// Safe because every caller awaits: a synchronous builder is awaitable and yields the same rows.
const asAsync = (db: unknown) => db as Db;
