import { expect, test } from "vitest";
import { assign } from "@/db/seed/place";
import { addDays } from "@/lib/kernel/calendar";
import { quizChoices } from "@/lib/quizzes/reads-choices";
import { aPerson } from "../support/defences";
import { planned, sitsAt } from "../support/quiz-life";

test("the office chooses among those who serve households, and reads beside each examiner who has to stand back why", async () => {
  const { town, second } = await planned();
  const { lin, zhao, he, ge, kao, chen } = town.people;
  const asks = async () => quizChoices(await sitsAt(town, chen));
  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id).sort();
  expect([ids((await asks()).examinees), ids((await asks()).examiners), (await asks()).barred]).toEqual([[lin, zhao, he, ge].sort(), [kao, second].sort(), {}]);
  await town.store.write((tx) => assign(tx, kao, { villageId: town.villages.dongling }, addDays(town.chen.me.today, -3)));
  const nobody = await aPerson(town, "没有村的人", ["villageCadre"]);
  const now = await asks();
  expect(ids(now.examinees)).not.toContain(nobody);
  expect(now.barred).toEqual(Object.fromEntries([lin, he, ge].map((person) => [`${person} ${kao}`, "在同一个村社"])));
});
