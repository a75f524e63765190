import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { sqliteStore, type Writer } from "@/db/store";
import { pairAsks } from "@/lib/dashboard/reads-asks";
import { talksDue } from "@/lib/dashboard/reads-pairs";
import { stewardRound } from "@/lib/gate/steward";
import { type Id, newId } from "@/lib/kernel/id";
import { correctAssessment } from "@/lib/pairings/acts-corrections";
import { assess } from "@/lib/pairings/acts-words";
import { AssessmentCorrection, AssessmentForm } from "@/lib/pairings/forms-terms";
import { agreementOf } from "@/lib/pairings/reads-agreement";
import { coachingPage, countCoaching, linkChoices } from "@/lib/pairings/reads-coaching";
import { assessmentsOf, evaluationsOf } from "@/lib/pairings/reads-months";
import { countUncoached, openPairings, stepsOf } from "@/lib/pairings/reads";
import { overheard } from "../support/plans";
import { fileDatabase, township } from "../support/township";

/** What grows with every term is found by an index, and a page of talks is walked in its own order. */
const readWhole = /^SCAN (coaching_sessions|pairing_steps|assessments|earlier_assessments|goals|notices|visits|problems)\b(?! USING)/;

test.each(["lin", "wang", "chen"] as const)("for %s nothing of a pairing reads a whole table, and its talks are never sorted", async (who) => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-pairings-")), "town.db"));
  const town = await township({ store: ear.store });
  const { id } = (await openPairings(town.chen))[0]!;
  await corrected(town, id);
  const desk = town[who];
  const plan = await ear.plansOf(async () => {
    await Promise.all([countCoaching(desk, id), linkChoices(desk, town.people.lin), agreementOf(desk, id), assessmentsOf(desk, id), evaluationsOf(desk, id), stepsOf(desk, id)]);
    await talksDue(desk, id);
    await Promise.all([openPairings(desk, { uncoached: true }), countUncoached(desk)]);
    await pairAsks(desk);
  });
  const talks = await ear.plansOf(() => coachingPage(desk, id, newId<"coachingSession">()));
  expect([...plan, ...talks].filter((step) => readWhole.test(step))).toEqual([]);
  expect(talks.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
});

async function corrected({ wang }: Town, pairingId: Id<"pairing">): Promise<void> {
  const id = newId<"assessment">();
  await assess(wang, AssessmentForm.parse({ id, pairingId, month: "2026-02", level: "4", comment: "" }));
  await correctAssessment(wang, AssessmentCorrection.parse({ assessmentId: id, level: "5", comment: "" }));
}

test("nor does the steward's morning, and what is purged is found by an index", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "qinglan-steward-")), "town.db");
  const town = await township({ store: sqliteStore(fileDatabase(path)) });
  const raw = new Database(path);
  const heard: { sql: string; params: unknown[] }[] = [];
  const db = drizzle(raw, { schema: tables, logger: { logQuery: (sql, params) => void heard.push({ sql, params }) } }) as unknown as Writer;
  await stewardRound({ read: db, write: (work) => work(db), close: () => undefined }, () => town.now)();
  const plan = heard.flatMap(({ sql, params }) => raw.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params).map(({ detail }) => detail));
  expect(plan.filter((step) => readWhole.test(step))).toEqual([]);
  expect(plan.join()).toContain("INDEX notices_done (done_at<?)");
});
