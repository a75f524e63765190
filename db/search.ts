import { eq, type SQL, sql } from "drizzle-orm";
import { plain } from "@/lib/kernel/text";
import type { Id } from "@/lib/kernel/id";
import { tables } from "./schema";
import type { Writer } from "./store";

const { visitDocs } = tables;

/**
 * Two characters are a word in Chinese, and no tokenizer of SQLite finds them; so the text is cut into every pair
 * of neighbours. Runs of Latin letters and digits stay whole.
 */
export function gramsOf(text: string): string[] {
  const runs = plain(text).toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return [run];
    const signs = Array.from(run);
    return signs.length < 2 ? [] : signs.slice(1).map((sign, i) => signs[i]! + sign);
  });
  return [...new Set(pairs)];
}

/** Keeps the index true to the visit, inside the deed that wrote it. A visit just begun is not in it yet. */
export async function indexVisit(tx: Writer, visitId: Id<"visit">, text: string, fresh = false): Promise<void> {
  const [old] = fresh ? [] : await tx.select().from(visitDocs).where(eq(visitDocs.visitId, visitId));
  const [doc] = old ? [old] : await tx.insert(visitDocs).values({ visitId }).returning();
  if (old) await tx.run(sql`delete from visit_words where rowid = ${old.id}`);
  await tx.run(sql`insert into visit_words (rowid, grams) values (${doc!.id}, ${gramsOf(text).join(" ")})`);
}

/**
 * A sub-select of (visit_id, doc) whose visits may hold every pair of the words asked for, newest in first; none when
 * the words hold no pair at all. Narrow it by `see.visits` and recheck: pairs may stand apart.
 */
export function visitsMentioning(words: string): SQL | undefined {
  const grams = gramsOf(words);
  if (grams.length === 0) return undefined;
  const match = grams.map((gram) => `"${gram}"`).join(" AND ");
  return sql`(select d.visit_id, w.rowid as doc from visit_words w cross join visit_docs d on d.id = w.rowid where visit_words match ${match} order by w.rowid desc)`;
}
