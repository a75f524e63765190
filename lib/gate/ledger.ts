import { createHash } from "node:crypto";
import { asc, eq, getTableColumns, gt } from "drizzle-orm";
import { isPlain } from "@/db/columns";
import { type Row, type TableName, tables } from "@/db/schema";
import type { Changed } from "@/db/schema/ledger";
import type { Reader, Writer } from "@/db/store";

const { ledger, ledgerHeads } = tables;
const GENESIS = "0".repeat(64);
const HEAD = "town";

export type Deed = {
  at: Date;
  actorId: string;
  action: string;
  subject: TableName;
  subjectId: string;
  reason?: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

type Line = Pick<Row<"ledger">, "id" | "at" | "actorId" | "action" | "subject" | "subjectId" | "reason" | "changed">;

const hashOf = (prevHash: string, line: Line): string =>
  createHash("sha256")
    .update(JSON.stringify([prevHash, line.id, line.at.getTime(), line.actorId, line.action, line.subject, line.subjectId, line.reason, line.changed]))
    .digest("hex");

/** Which fields changed; their values too, where the column holds nothing a person wrote. */
function changesOf({ subject, before, after }: Deed): Changed {
  const changed: Changed = {};
  for (const [field, column] of Object.entries(getTableColumns(tables[subject]))) {
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed[field] = isPlain(column) ? [was, is] : null;
  }
  return changed;
}

/** Appends one line to the chain, in the caller's transaction. The head row is where two writers meet. */
export async function record(tx: Writer, deed: Deed): Promise<void> {
  const [head] = await tx.select().from(ledgerHeads).where(eq(ledgerHeads.id, HEAD));
  if (!head) await tx.insert(ledgerHeads).values({ id: HEAD, seq: 0, hash: GENESIS });
  const prevHash = head?.hash ?? GENESIS;
  // What JSON cannot hold (a Date) must hash as it will be read back.
  const changed = JSON.parse(JSON.stringify(changesOf(deed))) as Changed;
  const { at, actorId, action, subject, subjectId, reason = "" } = deed;
  const line = { id: (head?.seq ?? 0) + 1, at, actorId, action, subject, subjectId, reason, changed };
  const hash = hashOf(prevHash, line);
  await tx.insert(ledger).values({ ...line, prevHash, hash });
  await tx.update(ledgerHeads).set({ seq: line.id, hash }).where(eq(ledgerHeads.id, HEAD));
}

/** Walks the whole chain. `broken` names the first line that does not follow from the one before it. */
export async function verifyLedger(read: Reader): Promise<{ rows: number; broken?: { seq: number; why: string } }> {
  let [prev, rows] = [GENESIS, 0];
  for (;;) {
    const lines = await read.select().from(ledger).where(gt(ledger.id, rows)).orderBy(asc(ledger.id)).limit(1000);
    for (const line of lines) {
      const why = faultOf(line, prev, rows + 1);
      if (why) return { rows, broken: { seq: line.id, why } };
      [prev, rows] = [line.hash, line.id];
    }
    if (lines.length < 1000) break;
  }
  const [head] = await read.select().from(ledgerHeads).where(eq(ledgerHeads.id, HEAD));
  if ((head?.seq ?? 0) !== rows || (head?.hash ?? GENESIS) !== prev)
    return { rows, broken: { seq: rows + 1, why: "末尾的行被删掉了" } };
  return { rows };
}

function faultOf(line: Row<"ledger">, prev: string, seq: number): string | undefined {
  if (line.id !== seq) return `第 ${seq} 行不见了`;
  if (line.prevHash !== prev) return "和上一行接不上";
  if (line.hash !== hashOf(prev, line)) return "内容被改过";
  return undefined;
}
