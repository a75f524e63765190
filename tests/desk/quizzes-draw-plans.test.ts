import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Writer } from "@/db/store";
import { newId } from "@/lib/kernel/id";
import { tiesOf } from "@/lib/quizzes/acts-bars";
import { promiseFor, promiseOf } from "@/lib/quizzes/acts-frame";
import { commitPlan, drawPlan } from "@/lib/quizzes/acts-plan";
import { planInFull, planVerified, plansPage } from "@/lib/quizzes/reads-plans";
import { barsAmong } from "@/lib/quizzes/reads-relations";
import { quizVerified } from "@/lib/quizzes/reads-verify";
import { overheard } from "../support/plans";
import { HOUR, planned, quizRow, released, sitsAt } from "../support/quiz-life";

/** What grows with every exam, every household and every year: found by an index, or walked along one for a page. */
const readWhole = /^SCAN (quizzes|quiz_plans|draws|frames|frame_secrets|redraws|quiz_sheets|quiz_marks|quiz_results|ledger|households|members|facts|fact_values|assignments|pairings|topic_members)\b(?!.* USING (COVERING )?INDEX)/;

test("neither a draw nor its check reads a whole table", async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-draws-")), "town.db"));
  const at = await planned({ store: ear.store });
  const { town } = at;
  await released(at);
  const planId = newId<"quizPlan">();
  const office = await sitsAt(town, town.people.chen, 2 * HOUR);
  await commitPlan(office, { id: planId, quarter: "2026Q1", size: 2, examineeIds: [town.people.he, town.people.zhao], examinerIds: [town.people.kao] });
  await drawPlan(office, { planId, version: 1, number: "8" });
  const asked = async (question: () => Promise<unknown>) => {
    const heard = await ear.queriesOf(question);
    expect(heard.flatMap(({ steps }) => steps).filter((step) => readWhole.test(step))).toEqual([]);
    return heard.length;
  };
  for (const person of [town.people.lin, town.people.wang, town.people.kao, town.people.chen, town.people.shen]) {
    const desk = await sitsAt(town, person, 2 * HOUR);
    expect(await asked(() => quizVerified(desk, at.id))).toBeLessThanOrEqual(10);
  }
  for (const after of [undefined, { at: office.now, id: newId<"quizPlan">() }]) expect(await asked(() => plansPage(office, after))).toBeLessThanOrEqual(2);
  expect(await asked(() => planVerified(office, planId))).toBeLessThanOrEqual(6);
  expect(await asked(() => planInFull(office, planId))).toBeLessThanOrEqual(8);
  expect(await asked(() => barsAmong(office, [town.people.he, town.people.zhao], [town.people.kao]))).toBe(3);
  // What the deeds ask inside their transaction, asked through the ear.
  const tx = town.store.read as Writer;
  const quiz = await quizRow(at);
  await asked(() => promiseFor(tx, office.me.today, quiz));
  await asked(() => promiseOf(tx, { quizId: quiz.id }));
  await asked(() => tiesOf(tx, office.me.today, [town.people.lin, town.people.kao]));
});
