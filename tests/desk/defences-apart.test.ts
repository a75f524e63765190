import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { pair } from "@/db/seed/place";
import { openDefence, planDefence } from "@/lib/defences/acts";
import { answerQuestion, askQuestion, giveQuestion } from "@/lib/defences/acts-questions";
import { closeDefence } from "@/lib/defences/acts-results";
import { saveMark } from "@/lib/defences/acts-sheets";
import { questionsOf } from "@/lib/defences/reads";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { reviseTopic } from "@/lib/topics/acts";
import { joinTopic } from "@/lib/topics/acts-members";
import { aDefence, aPerson, aTopic, deskOf, fiveJudges } from "@/tests/support/defences";
import { township } from "@/tests/support/township";

test("the day of a defence set back, or a pairing that began since, takes nobody's recusal away", async () => {
  const town = await township();
  const topicId = await aTopic(town);
  const judges = [town.people.wang, ...await fiveJudges(town)];
  const tooEarly = aDefence(town, topicId, judges, { heldOn: "2025-12-31" as Day });
  await expect(planDefence(town.chen, tooEarly)).rejects.toThrow("才立项");
  const form = aDefence(town, topicId, judges, { heldOn: "2026-01-05" as Day });
  await town.store.write((tx) => pair(tx, judges[1]!, town.people.zhao, town.now, 1));
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  for (const judge of judges.slice(0, 2))
    await expect(saveMark(await deskOf(town, judge), { defenceId: form.id, criterionId: form.criteria[0]!.id, points: 99 })).rejects.toThrow("你要回避");
});

test("while a defence is not published nothing it rests on is moved: the leading department stays, and no judge comes into the group", async () => {
  const town = await township();
  const topicId = await aTopic(town);
  const judges = await fiveJudges(town);
  const form = aDefence(town, topicId, judges);
  await planDefence(town.chen, form);
  const [lin, { version }] = [await deskOf(town, town.people.lin), (await town.store.read.select().from(tables.topics))[0]!];
  const revised = { topicId, version, title: "小区停车难怎么解", background: "", leadDepartment: "人大办", villageIds: [] };
  await expect(reviseTopic(lin, revised)).rejects.toMatchObject({ field: "leadDepartment" });
  await reviseTopic(lin, { ...revised, leadDepartment: "农业办" });
  await expect(joinTopic(town.chen, { id: newId<"topicMember">(), topicId, personId: judges[0]!, part: "member", before: "member" })).rejects.toThrow("答辩的评委");
});

test("nobody of the group has a hand in its defence, whatever else they are, and who judges does not end it", async () => {
  const town = await township();
  const member = await aPerson(town, "办公室组员", ["office"]);
  const topicId = await aTopic(town, { group: [[town.people.lin, "leader"], [member, "adviser"]] });
  const judging = await aPerson(town, "办公室评委", ["office"]);
  const form = aDefence(town, topicId, [judging, ...(await fiveJudges(town))]);
  await expect(planDefence(await deskOf(town, member), form)).rejects.toMatchObject({ code: "forbidden" });
  await planDefence(town.chen, form);
  await expect(openDefence(await deskOf(town, member), { defenceId: form.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  for (const one of [member, judging]) await expect(closeDefence(await deskOf(town, one), { defenceId: form.id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
});

test("a judge who has left, or lost the part, is named before scoring opens; a recused one asks nothing; an answer stands", async () => {
  const town = await township();
  const topicId = await aTopic(town);
  const judges = [town.people.wang, ...await fiveJudges(town)];
  const form = aDefence(town, topicId, judges);
  await planDefence(town.chen, form);
  await town.store.write(async (tx) => void (await tx.update(tables.people).set({ roles: [] }).where(eq(tables.people.id, judges[2]!))));
  await expect(openDefence(town.chen, { defenceId: form.id, version: 1 })).rejects.toThrow("还没有评委角色");
  await town.store.write(async (tx) => void (await tx.update(tables.people).set({ roles: ["judge"] }).where(eq(tables.people.id, judges[2]!))));
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  const asked = (words: string) => ({ id: newId<"question">(), defenceId: form.id, words });
  await expect(askQuestion(await deskOf(town, town.people.wang), asked("为什么选这三个村"))).rejects.toThrow("你要回避");
  const question = asked("为什么选这三个村");
  await askQuestion(await deskOf(town, judges[1]!), question);
  const [lin, zhao] = await Promise.all([town.people.lin, town.people.zhao].map((id) => deskOf(town, id)));
  await giveQuestion(lin!, { questionId: question.id, ownerId: town.people.zhao, dueOn: "2026-03-20" as Day });
  await answerQuestion(zhao!, { questionId: question.id, answer: "三个村矛盾最多" });
  await expect(answerQuestion(lin!, { questionId: question.id, answer: "另一种说法在此" })).rejects.toThrow("已经有人答复");
  expect((await questionsOf(lin!, topicId)).map(({ answer, owner }) => [answer, owner])).toEqual([["三个村矛盾最多", "赵宁"]]);
});
