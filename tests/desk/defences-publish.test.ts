import { expect, test } from "vitest";
import type { Town } from "@/db/seed/cast";
import { openDefence, planDefence } from "@/lib/defences/acts";
import { closeDefence, publishDefences } from "@/lib/defences/acts-results";
import { saveMark, submitSheet } from "@/lib/defences/acts-sheets";
import { allResults } from "@/lib/defences/reads-results";
import { candidatesFor, defenceInFull, topicNamed } from "@/lib/defences/reads-page";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { aDefence, aPerson, aTopic, deskOf, fiveJudges, versionOf } from "@/tests/support/defences";
import { township } from "@/tests/support/township";

/** A defence that 陈 closed, with so many of its five judges having handed in. */
async function closed(town: Town, judges: Id<"person">[], handedIn: number) {
  const topicId = await aTopic(town);
  const form = aDefence(town, topicId, judges, { quorum: 3 });
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  for (const id of judges.slice(0, handedIn)) {
    const desk = await deskOf(town, id);
    for (const { id: criterionId } of form.criteria) await saveMark(desk, { defenceId: form.id, criterionId, points: 80 });
    await submitSheet(desk, { defenceId: form.id, marks: form.criteria.map(({ id }) => ({ criterionId: id, points: 80 })) });
  }
  await closeDefence(town.chen, { defenceId: form.id, version: 2 });
  return { topicId, defenceId: form.id };
}
const publish = async (town: Town, desk: Desk, all: { topicId: Id<"topic">; defenceId: Id<"defence"> }[], why = "") =>
  publishDefences(desk, { defences: await Promise.all(all.map(async ({ topicId, defenceId }) => ({ defenceId, version: await versionOf(town.chen, topicId) }))), why });

test("several are published together or none is, and each that is refused says which it is and why", async () => {
  const town = await township();
  const judges = await fiveJudges(town);
  const [full, short, empty] = [await closed(town, judges, 5), await closed(town, judges, 2), await closed(town, judges, 0)];
  const states = async () => (await allResults(town.chen)).map(({ state }) => state);
  await expect(publish(town, town.zhen, [full, short, empty])).rejects.toThrow(/一份也没有公布.*小区停车难怎么解：只有 2 位.*小区停车难怎么解：还没有人交评分/);
  await expect(publish(town, town.zhen, [full, short])).rejects.toMatchObject({ code: "invalid", field: "why" });
  expect(await states()).toEqual(["closed", "closed", "closed"]);
  await publish(town, town.zhen, [full, short], "两位评委临时去了防汛一线");
  expect((await states()).toSorted()).toEqual(["closed", "published", "published"]);
});

test("whoever may publish reads what they publish; the group learns that scoring has ended and nothing of the number", async () => {
  const town = await township();
  const { topicId } = await closed(town, await fiveJudges(town), 5);
  const lin = await deskOf(town, town.people.lin);
  expect(await allResults(lin)).toMatchObject([{ state: "closed", total: null, used: null, counted: null, spread: null }]);
  for (const desk of [town.chen, town.zhen]) expect(await allResults(desk)).toMatchObject([{ state: "closed", total: 8000, counted: 5 }]);
  const topic = (await topicNamed(lin, topicId))!;
  const seen = await defenceInFull(lin, topic);
  expect(seen).toMatchObject({ reads: false, result: undefined });
  expect(seen!.judges.every(({ total, points }) => total === undefined && points.size === 0)).toBe(true);
});

test("who would have to stand back says so before being chosen", async () => {
  const town = await township();
  const near = await aPerson(town, "邻三近", ["mentor"], "农业办");
  const far = await aPerson(town, "远四方", ["judge"], "人大办");
  const topicId = await aTopic(town);
  const asked = await candidatesFor(town.chen, topicId, dayOf(town.now));
  expect(asked.find(({ id }) => id === near)?.recused).toBe("是牵头部门农业办的人");
  expect(asked.find(({ id }) => id === far)).toMatchObject({ recused: "", judge: true });
  expect(asked.find(({ id }) => id === far)?.key).toContain("ysf");
});
