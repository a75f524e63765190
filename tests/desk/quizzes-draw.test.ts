import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import { assign, pair } from "@/db/seed/place";
import { writeProposal } from "@/lib/gate/proposals";
import { newId } from "@/lib/kernel/id";
import { cancelQuiz, commitQuiz, drawHousehold, planQuiz } from "@/lib/quizzes/acts";
import { chooseDoor } from "@/lib/quizzes/draw";
import { quizVerified } from "@/lib/quizzes/reads-verify";
import { committed, drawn, HOUR, type Planned, planned, quizRow, released, sitsAt } from "../support/quiz-life";

/* 抽户 from plan to draw: what is frozen, who is refused and why, and what is written beside it. */

let at: Planned;
beforeEach(async () => { at = await planned(); });

const kao = (ms = 0) => sitsAt(at.town, at.town.people.kao, ms);

test("frozen are the doors the examinee serves today with what is known of them; the hashes stand in the ledger before any number", async () => {
  const { town, id } = at;
  await committed(at);
  const [frame] = await town.store.read.select().from(tables.frames);
  const doors = [town.homes.zhang, town.homes.li].map((home) => `H ${town.villages.dongling} ${home}`).sort();
  expect(frame!.text).toBe(["qinglan-frame/1 household", id, `V ${town.villages.dongling} 0`, ...doors, ""].join("\n"));
  const [line] = await town.store.read.select().from(tables.ledger).where(and(eq(tables.ledger.action, "quiz.commit"), eq(tables.ledger.subjectId, id)));
  const row = await quizRow(at);
  expect(line!.changed).toMatchObject({ frameHash: [null, row.frameHash], secretHash: [null, row.secretHash], frameSize: [null, 2] });
  const [secret] = await town.store.read.select().from(tables.frameSecrets);
  expect(JSON.stringify(await town.store.read.select().from(tables.ledger))).not.toContain(secret!.secret);
});

test("a household that left, or of which nothing is known for sure, is not among them; nor is anything where nobody serves", async () => {
  const { town } = at;
  await town.store.write(async (tx) => {
    await tx.update(tables.members).set({ leftOn: "2026-03-01" as never }).where(eq(tables.members.householdId, town.homes.zhang));
    await tx.update(tables.factValues).set({ says: "不清楚" }).where(eq(tables.factValues.householdId, town.homes.zhang));
  });
  await committed(at);
  const [frame] = await town.store.read.select().from(tables.frames);
  expect(frame!.text).not.toContain(town.homes.zhang);
  const other = await planned();
  await other.town.store.write(async (tx) => void (await tx.update(tables.households).set({ leftOn: "2026-03-01" as never })));
  await expect(committed(other)).rejects.toThrow("没有可抽的户");
});

test("the door follows from frame, secret and number; keys, log lines and the age of the pack are written with it", async () => {
  const { town, id, second } = at;
  await drawn(at, 0, "0042");
  const [[frame], [secret], [draw]] = [await town.store.read.select().from(tables.frames), await town.store.read.select().from(tables.frameSecrets), await town.store.read.select().from(tables.draws)];
  expect({ villageId: draw!.villageId, householdId: draw!.householdId }).toEqual(chooseDoor({ frame: frame!.text, secret: secret!.secret, attempt: 1, number: "0042" }, []));
  const keys = await town.store.read.select().from(tables.quizKeys);
  expect(keys.map(({ item, state, says, asOf }) => [item, state, says.includes("豆豆"), asOf !== null])).toEqual([
    ["members", "verified", false, false], ["income", "verified", false, true], ["difficulty", "verified", false, true], ["door", "verified", false, true],
  ]);
  expect(keys[0]!.says).toContain("14 岁以下的孩子 1 人");
  const logged = await town.store.read.select().from(tables.unmaskings);
  expect(logged.map(({ personId, field, reason, until }) => [personId, field, reason, until.getTime()]).sort()).toEqual(
    [town.people.kao, second].flatMap((who) => ["facts", "members"].map((field) => [who, field, "exam", town.now.getTime()])).sort());
  const row = await quizRow(at);
  expect([row.state, row.overAt!.getTime() - row.drawnAt!.getTime(), row.packTakenAt]).toEqual(["drawn", 24 * HOUR, null]);
  expect(id).toBe(row.id);
});

test("a proposal that waits makes its heading contested, 「不清楚」 unclear, nothing missing", async () => {
  const { town } = at;
  for (const householdId of [town.homes.zhang, town.homes.li]) {
    const entry = { householdId, kind: "income" as const, topic: "farming" as const, says: "改种茶", asOf: "2026-03-03" as never, source: "visit" as const };
    await town.ge.begin("fact.propose", (tx) => writeProposal(tx, town.ge, entry));
  }
  await town.store.write(async (tx) => {
    await tx.update(tables.factValues).set({ says: "不清楚" }).where(eq(tables.factValues.kind, "difficulty"));
    await tx.update(tables.facts).set({ replacedAt: town.now }).where(eq(tables.facts.kind, "door"));
  });
  await drawn(at);
  expect((await town.store.read.select().from(tables.quizKeys)).map(({ item, state }) => `${item} ${state}`)).toEqual(["members verified", "income contested", "difficulty unclear", "door missing"]);
});

test("who is barred is refused with the cause, when it is planned, committed and drawn", async () => {
  const { town } = at;
  await town.store.write(async (tx) => void (await tx.update(tables.people).set({ roles: ["examiner", "mentor"] }).where(eq(tables.people.id, town.people.wang))));
  const plan = (over: object) => planQuiz(town.chen, { id: newId<"quiz">(), examineeId: town.people.lin, examinerId: town.people.kao, ...over });
  await expect(plan({ examinerId: town.people.wang })).rejects.toMatchObject({ field: "examinerId", message: expect.stringContaining("王建国和林晓有结对") as string });
  await expect(plan({ secondExaminerId: town.people.wang })).rejects.toMatchObject({ field: "secondExaminerId" });
  await expect(plan({ secondExaminerId: town.people.kao })).rejects.toMatchObject({ field: "secondExaminerId" });
  await expect(plan({ examinerId: town.people.lin })).rejects.toMatchObject({ field: "examinerId" });
  await town.store.write((tx) => assign(tx, town.people.kao, { villageId: town.villages.dongling, householdId: town.homes.li }, "2026-01-01" as never));
  await expect(committed(at)).rejects.toThrow("在同一个村社");
  const other = await planned({ two: false });
  await committed(other);
  await other.town.store.write((tx) => pair(tx, other.town.people.kao, other.town.people.zhao, town.now, 5)); // between others: bars nobody
  await other.town.store.write(async (tx) => void (await tx.update(tables.pairings).set({ mentorId: other.town.people.kao }).where(eq(tables.pairings.menteeId, other.town.people.lin))));
  await expect(drawn(other)).rejects.toThrow("考文渊和林晓有结对");
});

test("two are never frozen at once for one person; what is not drawn yet can be cancelled, and stays to be read", async () => {
  const { town, id } = at;
  await committed(at);
  const next = newId<"quiz">();
  await planQuiz(town.chen, { id: next, examineeId: town.people.lin, examinerId: town.people.kao });
  await expect(commitQuiz(await kao(), { quizId: next, version: 1 })).rejects.toThrow("先把那一次抽了");
  await cancelQuiz(town.chen, { quizId: id, version: 2, why: "考官调走了" });
  const { checks } = (await quizVerified(town.chen, id))!;
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.length).toBeGreaterThan(2);
  await commitQuiz(await kao(), { quizId: next, version: 1 });
  await drawHousehold(await kao(), { quizId: next, version: 2, number: "5" });
  await expect(cancelQuiz(town.chen, { quizId: next, version: 3, why: "改期再考" })).rejects.toThrow("不能再取消");
  const told = (await town.store.read.select().from(tables.notices)).filter((one) => one.kind === "quiz_planned");
  expect(told.filter((one) => one.subjectId === id && !one.doneAt)).toEqual([]);
});

test("a village that came up before gives way to those that did not", async () => {
  const { town } = at;
  await town.store.write((tx) => assign(tx, town.people.lin, { villageId: town.villages.xiwu }, "2026-01-01" as never));
  await released(at);
  const [first] = await town.store.read.select().from(tables.draws);
  const next = { ...at, id: newId<"quiz">() };
  await planQuiz(await sitsAt(town, town.people.chen, 2 * HOUR), { id: next.id, examineeId: town.people.lin, examinerId: town.people.kao });
  await drawn(next, 2 * HOUR, "5");
  const draws = await town.store.read.select().from(tables.draws);
  expect(draws.at(-1)!.villageId).not.toBe(first!.villageId);
});
