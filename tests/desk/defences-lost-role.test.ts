import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { pair } from "@/db/seed/place";
import { saveMark, submitSheet } from "@/lib/defences/acts-sheets";
import { criteriaOf, defencesOf, judgesOf } from "@/lib/defences/reads";
import { defenceInFull, topicNamed } from "@/lib/defences/reads-page";
import { lostSheets } from "@/lib/defences/rules-words";
import type { Id } from "@/lib/kernel/id";
import { revisePerson } from "@/lib/people/acts";
import { scoringWaits } from "@/lib/topics/reads-home";
import type { Role } from "@/lib/words/person";
import { deskOf, openOne } from "../support/defences";
import { township } from "../support/township";

async function becomes(town: Town, personId: Id<"person">, roles: Role[]): Promise<void> {
  const [person] = await town.store.read.select().from(tables.people).where(eq(tables.people.id, personId));
  const { name, department, title, version } = person!;
  await revisePerson(town.chen, { personId, name, roles, department, title, staffNo: "", version });
}
const waiting = async (town: Town, of: Id<"person">) =>
  (await town.store.read.select({ kind: tables.notices.kind, doneAt: tables.notices.doneAt }).from(tables.notices).where(eq(tables.notices.personId, of))).filter(({ doneAt }) => !doneAt).map(({ kind }) => kind);

test("who is no judge any more is asked for no score: not on the day, not by a notice, not on the page", async () => {
  const town = await township();
  const { judges, topicId } = await openOne(town);
  const [one, other] = judges.map(({ me }) => me.id);
  expect([await waiting(town, one!), (await scoringWaits(await deskOf(town, one!))).length]).toEqual([["scoring_waits"], 1]);
  await becomes(town, one!, ["examiner"]);
  expect([await waiting(town, one!), await waiting(town, other!)]).toEqual([[], ["scoring_waits"]]);
  const desk = await deskOf(town, one!);
  expect(await scoringWaits(desk)).toEqual([]);
  expect((await defenceInFull(desk, (await topicNamed(desk, topicId))!))!.mine).toBeUndefined();
  await becomes(town, other!, ["mentor"]); // may judge as well
  expect(await waiting(town, other!)).toEqual(["scoring_waits"]);
});

test("a sheet that was handed in before a recusal came to be is named with its cause before scoring ends", async () => {
  const town = await township();
  const { judges, criteria, defenceId, topicId } = await openOne(town);
  for (const desk of judges.slice(0, 2)) {
    for (const { id } of criteria) await saveMark(desk, { defenceId, criterionId: id, points: 80 });
    await submitSheet(desk, { defenceId, marks: criteria.map(({ id }) => ({ criterionId: id, points: 80 })) });
  }
  const lost = async () => {
    const [defence] = await defencesOf(town.chen, topicId);
    return lostSheets(await judgesOf(town.chen, defence!, await criteriaOf(town.chen, defenceId)));
  };
  expect(await lost()).toEqual([]);
  await town.store.write((tx) => pair(tx, judges[1]!.me.id, town.people.zhao, town.now, 0));
  await town.store.write(async (tx) => void (await tx.update(tables.people).set({ department: "农业办" }).where(eq(tables.people.id, judges[3]!.me.id)))); // has to stand back too, and has no sheet
  expect(await lost()).toEqual(["2 号 裘二南：和组里的 赵宁 结对"]);
});
