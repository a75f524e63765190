import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastOfLedger, menteesWeek, myDrafts, returnedToMe } from "@/lib/dashboard/reads";
import { villageBoard, villagesCalledOn } from "@/lib/dashboard/reads-board";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import { countFeedback, feedbackPage } from "@/lib/feedback/reads";
import type { Desk } from "@/lib/gate/desk";
import { weekOf } from "@/lib/kernel/calendar";
import { countUncoached } from "@/lib/pairings/reads";
import { countProblems, longestOpen, problemsPage } from "@/lib/problems/reads";
import { countReviews } from "@/lib/visits/reads-reviews";
import { overheard } from "../support/plans";
import { township } from "../support/township";

const settled = (async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-plans-")), "town.db"));
  return { ...ear, town: await township({ store: ear.store }) };
})();

/** What was asked of the database while `work` ran, each with how SQLite means to go about it. */
async function plansOf(work: () => Promise<unknown>): Promise<{ sql: string; plan: string }[]> {
  const { queriesOf } = await settled;
  return (await queriesOf(work)).map(({ sql, steps }) => ({ sql, plan: steps.join("\n") }));
}

/** Tables that grow with every day of work; the ledger is only walked from its end, by its own key. */
const growing = /^SCAN (visits|visit_steps|problems|feedback)(?!.* USING (COVERING )?INDEX)/m;

const officeHome = (desk: Desk) => Promise.all([
  whatWaits(desk), countReviews(desk, "late"), countReviews(desk, "all"), countReviews(desk, "unassigned"),
  villagesCalledOn(desk, weekOf(desk.me.today)), countFeedback(desk, "open"), countProblems(desk, { state: "collected" }), countUncoached(desk),
]);

test("the office's home asks a fixed handful of questions, none of which walks through a table that grows", async () => {
  const { chen } = (await settled).town;
  const plans = await plansOf(() => officeHome(chen));
  expect(plans.length).toBeGreaterThan(8);
  expect(plans.length).toBeLessThan(22);
  expect(plans.filter(({ plan }) => growing.test(plan))).toEqual([]);
  expect(plans.filter(({ plan }) => /SCAN (visits|feedback)/.test(plan))).toEqual([]);
});

test("the board never reads visits", async () => {
  const { chen } = (await settled).town;
  for (const { sql } of await plansOf(() => villageBoard(chen))) expect(sql).not.toMatch(/from "visits"/);
});

test("nor does any other home or list walk through them", async () => {
  const { lin, wang, he, chen, shen, zhen } = (await settled).town;
  const plans = await plansOf(() => Promise.all([
    returnedToMe(lin), myDrafts(lin), menteesWeek(wang), longestOpen(zhen, 1), lastOfLedger(shen), problemsPage(he, {}), problemsPage(chen, {}),
    problemsPage(chen, { state: "collected" }), feedbackPage(lin, "mine"), feedbackPage(chen, "open"), feedbackPage(chen, "answered"),
  ]));
  expect(plans.filter(({ plan }) => growing.test(plan))).toEqual([]);
});
