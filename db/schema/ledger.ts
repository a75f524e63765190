import { index, instant, int, json, str, table } from "../columns";

/** A column's value before and after; null where the column holds what the ledger does not copy. */
export type Changed = Record<string, [before: unknown, after: unknown] | null>;

/**
 * 台账: one line for every deed, written by the gate in the deed's own transaction. Append-only, and each line
 * carries the hash of the one before, so that an edited, deleted or moved line shows.
 */
export const ledger = table(
  "ledger",
  {
    id: int("seq").primaryKey(),
    at: instant("at").notNull(),
    actorId: str("actor_id").notNull(),
    action: str("action").notNull(),
    subject: str("subject").notNull(),
    subjectId: str("subject_id").notNull(),
    reason: str("reason").notNull().default(""),
    changed: json<Changed>("changed").notNull(),
    prevHash: str("prev_hash").notNull(),
    hash: str("hash").notNull(),
  },
  (t) => [index("ledger_subject").on(t.subjectId, t.id), index("ledger_actor").on(t.actorId, t.id), index("ledger_action").on(t.action, t.id)],
);

/** Where the chain ends now: one row, and the lock that two writers meet at. */
export const ledgerHeads = table("ledger_heads", {
  id: str("id").primaryKey(),
  seq: int("seq").notNull(),
  hash: str("hash").notNull(),
});
