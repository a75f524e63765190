import { join } from "node:path";
import Database from "better-sqlite3";
import { gramsOf } from "@/db/search";
import type { NewRow } from "@/db/schema";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import type { Cadre } from "./cast";
import { historyOf, type Tale, type Told, type VisitRow } from "./history";
import { writerOf } from "./rows";

/** Writes so many visits in one transaction, with everything that `keepBooks` would have kept beside them. */
export function fill(folder: string, count: number, cadres: readonly Cadre[], tales: readonly Tale[], now: Date): void {
  const raw = new Database(join(folder, "town.db"));
  for (const setting of ["journal_mode = MEMORY", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000"]) raw.pragma(setting);
  raw.transaction(() => writeAll(raw, historyOf(count, cadres, tales, now), tales))();
  raw.close();
}

/**
 * Answers that were never given: so many old visits wait again, not yet late, with other mentors than those whose lists
 * are measured. What a longer queue costs is then seen in the queue alone.
 */
export function leaveWaiting(folder: string, count: number, cadres: readonly Cadre[], now: Date): string[] {
  const raw = new Database(join(folder, "town.db"));
  const [mentor, reviewer, old] = [cadres[0]!.mentorId, cadres[1]!.mentorId, addDays(dayOf(now), -60)];
  const found = raw.prepare(`select id from visits where state = 'approved' and visited_on < ? and reviewer_id not in (?, ?) order by visited_on desc limit ?`).all(old, mentor, reviewer, count);
  const ids = (found as { id: string }[]).map(({ id }) => id);
  const wait = raw.prepare("update visits set state = 'submitted', due_at = ? where id = ?");
  raw.transaction(() => ids.forEach((id, place) => wait.run(now.getTime() + 172_800_000 + place, id)))();
  raw.close();
  return ids;
}

function writeAll(raw: Database.Database, history: Iterable<Told>, tales: readonly Tale[]): void {
  const grams = tales.map(({ account }) => gramsOf(account).join(" "));
  const [writeVisit, writeLife, writeDoc] = [writerOf(raw, "visits"), lifeWriter(raw), writerOf(raw, "visitDocs")];
  const words = raw.prepare("insert into visit_words (rowid, grams) values (?, ?)");
  const [tallies, calls] = [new Map<string, NewRow<"villageWeeks">>(), new Map<Id<"household">, Told>()];
  let doc = 0;
  for (const one of history) {
    writeVisit(one.row);
    if (one.row.state === "draft") continue;
    writeLife(one);
    writeDoc({ id: ++doc, visitId: one.row.id });
    words.run(doc, grams[one.tale]);
    count(tallies, one.row);
    if (one.row.householdId && !one.row.notDone) calls.set(one.row.householdId, one);
  }
  const writeTally = writerOf(raw, "villageWeeks");
  for (const tally of tallies.values()) writeTally(tally);
  const note = raw.prepare("update households set last_visited_on = ?, last_visited_by_id = ?, visit_due_on = ? where id = ?");
  for (const [id, { row, due }] of calls) note.run(row.visitedOn, row.authorId, due, id);
}

/** The moves of a visit, what it said, and for one in twenty the problem it raised. */
function lifeWriter(raw: Database.Database): (told: Told) => void {
  const [writeStep, writeVersion, writeProblem] = [writerOf(raw, "visitSteps"), writerOf(raw, "visitVersions"), writerOf(raw, "problems")];
  let count = 0;
  return ({ row, cadre }) => {
    const { id: visitId, state, account, villageId, householdId } = row;
    const at = row.submittedAt!;
    writeStep({ visitId, move: "submit", from: null, to: "submitted", actorId: cadre.id, at, version: 1 });
    writeVersion({ visitId, version: 1, account, at });
    const answer = { visitId, from: "submitted" as const, actorId: cadre.mentorId, at: row.dueAt!, version: 2 };
    if (state === "returned") writeStep({ ...answer, move: "return", to: state });
    if (state !== "approved") return;
    writeStep({ ...answer, move: "approve", to: state });
    const raised = { topic: "other" as const, villageId, householdId, visitId, raisedById: cadre.id, raisedAt: at };
    if (++count % 20 === 0) writeProblem({ ...raised, title: account.slice(0, 20), state: "closed" });
  };
}

function count(tallies: Map<string, NewRow<"villageWeeks">>, { villageId, week, kind, notDone }: VisitRow): void {
  const key = `${villageId} ${week}`;
  const tally = tallies.get(key) ?? { villageId, week };
  const column = notDone ? "missed" : kind === "household_day" ? "dayVisits" : kind === "night_talk" ? "nightTalks" : "firmVisits";
  tallies.set(key, { ...tally, [column]: (tally[column] ?? 0) + 1 });
}
