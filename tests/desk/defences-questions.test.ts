import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { answerQuestion, askQuestion, giveQuestion } from "@/lib/defences/acts-questions";
import { saveMark } from "@/lib/defences/acts-sheets";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { scoringWaits, topicAsks } from "@/lib/topics/reads-home";
import { deskOf, openOne } from "../support/defences";
import { township } from "../support/township";

test("in a topic that was stopped nothing is asked, given, answered or scored, and nobody is reminded; once it goes on again it is", async () => {
  const town = await township();
  const { topicId, defenceId, criteria, judges, leader } = await openOne(town);
  const [first, second] = [newId<"question">(), newId<"question">()];
  const stopped = (stoppedOn: Day | null) => town.store.write(async (tx) => void (await tx.update(tables.topics).set({ stoppedOn }).where(eq(tables.topics.id, topicId))));
  await askQuestion(judges[0]!, { id: first, defenceId, words: "样本够不够？" });
  await giveQuestion(leader, { questionId: first, ownerId: leader.me.id, dueOn: addDays(leader.me.today, 7) });
  expect((await topicAsks(leader)).filter(({ question }) => question)).toHaveLength(1);

  await stopped(leader.me.today);
  const deeds = [
    () => askQuestion(judges[0]!, { id: second, defenceId, words: "还有一问" }),
    () => askQuestion(town.chen, { id: second, defenceId, words: "还有一问" }),
    () => giveQuestion(leader, { questionId: first, ownerId: leader.me.id, dueOn: addDays(leader.me.today, 9) }),
    () => answerQuestion(leader, { questionId: first, answer: "够了，三十户" }),
  ];
  for (const deed of deeds) await expect(deed()).rejects.toThrow(/这个课题 \d{4}-\d\d-\d\d 中止了，提问先不能记、不能答/);
  expect(await topicAsks(await deskOf(town, leader.me.id))).toEqual([]);
  const mark = { defenceId, criterionId: criteria[0]!.id, points: 80 };
  await expect(saveMark(judges[0]!, mark)).rejects.toThrow(/中止了，先不评分/);
  expect(await scoringWaits(judges[0]!)).toEqual([]);

  await stopped(null);
  await answerQuestion(leader, { questionId: first, answer: "够了，三十户" });
  await saveMark(judges[0]!, mark);
  expect(await scoringWaits(judges[0]!)).toHaveLength(1);
});
