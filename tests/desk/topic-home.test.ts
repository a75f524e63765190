import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { openDefence, planDefence } from "@/lib/defences/acts";
import { newId } from "@/lib/kernel/id";
import type { Day } from "@/lib/kernel/day";
import { addMilestone, finishMilestone } from "@/lib/topics/acts-milestones";
import { scoringWaits, topicAsks } from "@/lib/topics/reads-home";
import { aDefence, deskOf, fiveJudges } from "../support/defences";
import { overheard } from "../support/plans";
import { aMilestone, aTopic, sits } from "../support/topics";
import { township } from "../support/township";

test("each of my topics once, with what is due next, and first the answers I owe; one question in all, by index", async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-topics-")), "town.db"));
  const town = await township({ store: ear.store });
  const topicId = await aTopic(town, { dues: [{ gate: "approved", dueOn: "2026-03-20" }] });
  await aTopic(town, { title: "停车难怎么解", leaderId: town.people.wang, memberIds: [town.people.lin] });
  const said = async (who: "lin" | "zhao" | "he") => (await topicAsks(await sits(town, who))).map(({ title, what, stands, question }) => [title, what, stands?.words, question]);
  expect(await said("lin")).toEqual([["老小区邻里矛盾化解", "节点“立项”", "2026-03-20 到期", false], ["停车难怎么解", "节点“立项”", undefined, false]]);
  const lin = await sits(town, "lin");
  const [late, own] = [aMilestone(town, topicId, { dueOn: "2026-02-25" }), aMilestone(town, topicId, { title: "写提纲", ownerId: town.people.lin, dueOn: "2026-03-05" })];
  for (const one of [late, own]) await addMilestone(lin, one);
  expect((await said("lin"))[0]).toEqual(["老小区邻里矛盾化解", "“走完 30 户问卷”", "超 7 天", false]);
  expect((await said("zhao"))[0]).toEqual(["老小区邻里矛盾化解", "你负责的“走完 30 户问卷”", "超 7 天", false]);
  await finishMilestone(lin, { milestoneId: late.id, doneOn: "2026-03-04" as Day });
  const judges = await fiveJudges(town);
  const defence = aDefence(town, topicId, judges);
  await planDefence(town.chen, defence);
  await town.store.write(async (tx) => void (await tx.insert(tables.questions).values({ defenceId: defence.id, topicId, askedById: judges[0]!, at: town.now, words: "样本够不够", ownerId: town.people.lin, dueOn: "2026-03-09" as Day })));
  expect(await said("lin")).toEqual([
    ["老小区邻里矛盾化解", "样本够不够", "还有 5 天", true], ["老小区邻里矛盾化解", "你负责的“写提纲”", "还有 1 天", false], ["停车难怎么解", "节点“立项”", undefined, false],
  ]);
  expect(await said("zhao")).toHaveLength(1);
  expect(await said("he")).toEqual([]);
  const again = await sits(town, "lin");
  const asked = await ear.queriesOf(() => topicAsks(again));
  expect(asked).toHaveLength(1);
  expect(asked[0]!.steps.filter((step) => /^SCAN (milestones|questions|topic_gates|topics)\b/.test(step))).toEqual([]);
  expect(await ear.queriesOf(() => topicAsks(town.he))).toEqual([]);
});

test("a judge is asked while scoring is open and their own sheet is not in", async () => {
  const town = await township();
  const topicId = await aTopic(town);
  const judges = await fiveJudges(town);
  const form = aDefence(town, topicId, judges);
  await planDefence(town.chen, form);
  const waits = async () => (await scoringWaits(await deskOf(town, judges[0]!))).map(({ title }) => title);
  expect(await waits()).toEqual([]);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  expect(await waits()).toEqual(["老小区邻里矛盾化解"]);
  const [seat] = await town.store.read.select().from(tables.seats).where(eq(tables.seats.personId, judges[0]!));
  const sheet = { id: newId<"sheet">(), defenceId: form.id, seatId: seat!.id, personId: judges[0]!, round: 1 };
  await town.store.write(async (tx) => void (await tx.insert(tables.sheets).values(sheet)));
  expect(await waits()).toEqual(["老小区邻里矛盾化解"]);
  const set = (over: object) => town.store.write(async (tx) => void (await tx.update(tables.sheets).set(over).where(eq(tables.sheets.id, sheet.id))));
  await set({ submittedAt: town.now });
  expect(await waits()).toEqual([]);
  await set({ reopenedAt: town.now });
  expect(await waits()).toEqual(["老小区邻里矛盾化解"]);
  expect(await scoringWaits(await sits(town, "lin"))).toEqual([]);
});
