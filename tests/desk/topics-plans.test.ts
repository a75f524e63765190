import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import { stopTopic } from "@/lib/topics/acts";
import { countOnBoard, finishedTopics, topicOf, topicsOnBoard } from "@/lib/topics/reads";
import { topicsOverYear } from "@/lib/topics/reads-year";
import { yearAround } from "@/lib/topics/rules-year";
import { overheard } from "../support/plans";
import { listed, move, opened } from "../support/topic-life";
import { sits } from "../support/topics";
import { township } from "../support/township";

/** What grows with every year is found by an index; the town's own lists are a few dozen lines for good. */
const readWhole = /^SCAN (topics|topic_members|topic_gates|topic_steps|topic_villages|gate_ticks|defences)\b(?! USING)/;

test.each(["lin", "wang", "chen"] as const)("for %s nothing of a topic reads a whole table, on the board, on its page and over the year", async (who) => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-topics-")), "town.db"));
  const town = await township({ store: ear.store });
  const { id } = await opened(town, { adviserId: town.people.wang });
  const over = await opened(town, { adviserId: town.people.wang });
  await listed(town, "kickoff");
  await move(town, over.id, "done", "旧课题补录，不再逐项查");
  const desk = await sits(town, who);
  const plan = await ear.plansOf(async () => {
    await Promise.all([topicOf(desk, id), topicsOnBoard(desk), topicsOverYear(desk, yearAround(desk.me.today))]);
    await topicsOnBoard(desk, id);
    await countOnBoard(desk);
    await finishedTopics(desk);
    await finishedTopics(desk, newId<"topic">());
  });
  expect(plan.length).toBeGreaterThan(20);
  expect(plan.filter((step) => readWhole.test(step))).toEqual([]);
});

test("the board turns its pages by key: every topic once, in the order they began, and the head counts them all", async () => {
  const town = await township();
  for (let i = 0; i < 5; i++) await opened(town);
  const whole = (await topicsOnBoard(town.chen)).topics.map((topic) => topic.id);
  expect(whole).toHaveLength(5);
  const found: string[][] = [];
  for (let after: (typeof whole)[number] | undefined; ; ) {
    const { topics, next } = await topicsOnBoard(town.chen, after, 2);
    found.push(topics.map((topic) => topic.id));
    if (!next) break;
    after = next;
  }
  expect(found).toEqual([whole.slice(0, 2), whole.slice(2, 4), whole.slice(4)]);
  await stopTopic(town.chen, { topicId: whole[4]!, version: 1, reason: "牵头部门撤并了" });
  expect(await countOnBoard(town.chen)).toEqual({ going: 4, stopped: 1 });
  expect(await countOnBoard(await sits(town, "he"))).toEqual({ going: 0, stopped: 0 });
});
