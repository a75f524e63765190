import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import { countOpenAppeals, quizzesPage, viewsOf } from "@/lib/quizzes/reads";
import { quizAsks } from "@/lib/quizzes/reads-home";
import { quizInFull } from "@/lib/quizzes/reads-one";
import { overheard } from "../support/plans";
import { HOUR, planned, released, sitsAt } from "../support/quiz-life";

/** What grows with every quarter is found by an index, or walked along one for as long as a page lasts. */
const readWhole = /^SCAN (quizzes|draws|frames|redraws|peeks|quiz_keys|quiz_sheets|quiz_marks|quiz_results|appeals)\b(?!.* USING (COVERING )?INDEX)/;

test("no page of a quiz reads a whole table, and each asks a fixed handful of questions", async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-quizzes-")), "town.db"));
  const at = await planned({ store: ear.store });
  await released(at);
  for (const person of [at.town.people.lin, at.town.people.wang, at.town.people.kao, at.town.people.chen, at.town.people.shen]) {
    const desk = await sitsAt(at.town, person, 2 * HOUR);
    const asked = async (question: () => Promise<unknown>) => {
      const heard = await ear.queriesOf(question);
      expect(heard.flatMap(({ steps }) => steps).filter((step) => readWhole.test(step))).toEqual([]);
      return heard.length;
    };
    for (const view of viewsOf(desk.me)) {
      expect(await asked(() => quizzesPage(desk, view))).toBeLessThanOrEqual(4);
      expect(await asked(() => quizzesPage(desk, view, { at: desk.now, id: newId<"quiz">() }))).toBeLessThanOrEqual(4);
    }
    await asked(() => countOpenAppeals(desk));
    expect(await asked(() => quizAsks(desk))).toBeLessThanOrEqual(1);
    expect(await asked(() => quizInFull(desk, at.id))).toBeLessThanOrEqual(10);
  }
});
