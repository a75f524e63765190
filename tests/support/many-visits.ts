import Database from "better-sqlite3";
import { gramsOf } from "@/db/search";
import type { Town } from "@/db/seed/cast";
import { addDays, weekOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { visitState } from "@/lib/words/visit";

/** As many visits as a town has after a while: of many authors, to many doors, in all states; a few raise a problem. All say 水沟. */
export function fillVisits(path: string, town: Town, many: number): void {
  const raw = new Database(path);
  raw.pragma("foreign_keys = OFF");
  const visit = raw.prepare(`insert into visits (id, author_id, kind, household_id, village_id, visited_on, slot, week, topics, account, state, reviewer_id, due_at, body_hash)
    values (?, ?, 'household_day', ?, ?, ?, 'morning', ?, '[]', '水沟堵了', ?, ?, ?, '')`);
  const problem = raw.prepare(`insert into problems (id, title, topic, village_id, household_id, visit_id, raised_by_id, raised_at, state) values (?, '水沟', 'other', ?, ?, ?, ?, ?, 'collected')`);
  const step = raw.prepare(`insert into visit_steps (id, visit_id, move, "from", "to", actor_id, at, version) values (?, ?, 'submit', null, 'submitted', ?, ?, 1)`);
  const line = raw.prepare(`insert into ledger (seq, at, actor_id, action, subject, subject_id, changed, prev_hash, hash) values (?, ?, ?, 'visit.submit', 'visits', ?, '{}', '', '')`);
  const doc = raw.prepare("insert into visit_docs (id, visit_id) values (?, ?)");
  const words = raw.prepare("insert into visit_words (rowid, grams) values (?, ?)");
  const authors = [town.people.lin, town.people.zhao, ...Array.from({ length: 38 }, () => newId<"person">())];
  const homes = [...Object.values(town.homes), ...Array.from({ length: 396 }, () => newId<"household">())];
  const villages = [town.villages.dongling, town.villages.xiwu, ...Array.from({ length: 24 }, () => newId<"village">())];
  raw.transaction(() => {
    for (let i = 0; i < many; i++) {
      const [id, author, home, village] = [newId<"visit">(), authors[i % 40]!, homes[i % 400]!, villages[i % 26]!];
      const on = addDays("2026-03-03" as Day, -(i % 365));
      // Most are done with; a few wait, as in a real town.
      const state = visitState.values[i % 50 < 4 ? i % 4 : 3]!;
      visit.run(id, author, home, village, on, weekOf(on), state, state === "submitted" && i % 3 ? town.people.wang : null, town.now.getTime() - i * 1000);
      step.run(newId(), id, author, i);
      doc.run(i + 1, id);
      words.run(i + 1, gramsOf("水沟堵了").join(" "));
      line.run(i + 1, i, author, id);
      if (i % 20 === 0) problem.run(newId(), village, home, id, author, i);
    }
  })();
  raw.close();
}
