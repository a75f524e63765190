import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { planDefence, openDefence } from "@/lib/defences/acts";
import { closeDefence, publishDefences } from "@/lib/defences/acts-results";
import { reopenSheet, saveMark, submitSheet } from "@/lib/defences/acts-sheets";
import { criteriaOf, defencesOf, judgesOf, questionsOf, resultsOf } from "@/lib/defences/reads";
import { allResults } from "@/lib/defences/reads-results";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { aDefence, aPerson, aTopic, deskOf, versionOf } from "@/tests/support/defences";
import { township } from "@/tests/support/township";

/** Five judges, of whom one is of the office and one is a leader; a member of the office who is of the group; and bystanders. */
async function settled() {
  const town = await township();
  const judges = await Promise.all(["裘一鸣", "裘二南", "裘三立"].map((name) => aPerson(town, name, ["judge"])));
  judges.push(await aPerson(town, "办公室评委", ["office"]), await aPerson(town, "镇领导评委", ["leader"]));
  const inGroup = await aPerson(town, "办公室组员", ["office"]);
  const former = await aPerson(town, "办公室老组员", ["office"]);
  const topicId = await aTopic(town, { group: [[town.people.lin, "leader"], [town.people.zhao, "member"], [inGroup, "member"], [former, "member"]] });
  const { topicMembers: m } = tables;
  await town.store.write(async (tx) => void (await tx.update(m).set({ endedOn: "2026-02-01" as never }).where(and(eq(m.topicId, topicId), eq(m.personId, former)))));
  const form = aDefence(town, topicId, judges, { quorum: 1 });
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  const bystanders = { leader: town.people.zhen, group: town.people.lin, inGroup, former, mentor: town.people.wang, stranger: town.people.zhou, admin: town.people.guan, auditor: town.people.shen };
  return { town, topicId, defenceId: form.id, criteria: form.criteria, judges, office: town.people.chen, bystanders };
}
type Settled = Awaited<ReturnType<typeof settled>>;

/** What a deed of judge n is: some marks, a whole sheet handed in, or one given back. */
const deeds = fc.array(fc.record({ judge: fc.integer({ min: 0, max: 4 }), what: fc.constantFrom("mark", "hand in", "give back") }), { maxLength: 14 });

async function play({ town, defenceId, criteria, judges }: Settled, script: readonly { judge: number; what: string }[]): Promise<boolean[]> {
  const isIn = judges.map(() => false);
  for (const { judge, what } of script) {
    const desk = await deskOf(town, judges[judge]!);
    if (what === "give back") {
      if (!isIn[judge]) continue;
      const [sheet] = await town.store.read.select().from(tables.sheets).where(and(eq(tables.sheets.personId, judges[judge]!), eq(tables.sheets.round, await lastRound(town, judges[judge]!))));
      await reopenSheet(town.chen, { sheetId: sheet!.id, reason: "看错了评分项" });
      isIn[judge] = false;
    } else if (!isIn[judge]) {
      for (const { id } of what === "mark" ? criteria.slice(0, 1) : criteria) await saveMark(desk, { defenceId, criterionId: id, points: 61 + judge });
      if (what === "hand in") {
        await submitSheet(desk, { defenceId, marks: criteria.map(({ id }) => ({ criterionId: id, points: 61 + judge })) });
        isIn[judge] = true;
      }
    }
  }
  return isIn;
}
const lastRound = async (town: Town, personId: Id<"person">): Promise<number> =>
  Math.max(...(await town.store.read.select({ round: tables.sheets.round }).from(tables.sheets).where(eq(tables.sheets.personId, personId))).map(({ round }) => round));

/** Whose marks stand anywhere in what a desk can read, by every way there is to ask. */
async function marksReadBy(desk: Desk, { topicId, defenceId, judges }: Settled): Promise<number[]> {
  const { marks, sheets, results } = desk.see;
  const of = new Map((await desk.select({ id: sheets.id, personId: sheets.personId }).from(sheets)).map(({ id, personId }) => [id, judges.indexOf(personId)]));
  const rows = await desk.select({ sheetId: marks.sheetId, points: marks.points }).from(marks);
  for (const { sheetId, points } of rows) expect(points).toBe(61 + of.get(sheetId)!);
  const [defence] = await defencesOf(desk, topicId);
  const seated = defence ? await judgesOf(desk, defence, await criteriaOf(desk, defenceId)) : [];
  for (const { personId, points } of seated) if (points.size > 0) expect([...of.values()]).toContain(judges.indexOf(personId));
  const reckoned = [...(await desk.select({ n: results.total }).from(results)), ...(await resultsOf(desk, defenceId)), ...(await allResults(desk)), ...(await questionsOf(desk, topicId))];
  if (reckoned.length > 0) throw new Error("a result before scoring has ended");
  return [...new Set(rows.map(({ sheetId }) => of.get(sheetId)!))].sort();
}

test("while scoring goes on a judge reads the others once their own is in, the office what is handed in, nobody else anything", async () => {
  await fc.assert(fc.asyncProperty(deeds, async (script) => {
    const at = await settled();
    const isIn = await play(at, script);
    const everIn = at.judges.map((_, n) => script.some(({ judge, what }) => judge === n && what === "hand in"));
    const begun = at.judges.map((_, n) => script.some(({ judge, what }) => judge === n && what !== "give back"));
    const all = [0, 1, 2, 3, 4];
    for (const me of all) {
      const own = begun[me] ? [me] : [];
      expect(await marksReadBy(await deskOf(at.town, at.judges[me]!), at)).toEqual(isIn[me] ? all.filter((n) => everIn[n] || n === me) : own);
    }
    expect(await marksReadBy(at.town.chen, at)).toEqual(all.filter((n) => everIn[n]));
    for (const person of Object.values(at.bystanders)) expect(await marksReadBy(await deskOf(at.town, person), at)).toEqual([]);
  }), { numRuns: 25 });
}, 120_000);

test("when it is published, group, judges, leader and office read it all; strangers and those who run the system nothing", async () => {
  const at = await settled();
  await play(at, [0, 1, 2].map((judge) => ({ judge, what: "hand in" })));
  const { town, topicId, defenceId, bystanders: by } = at;
  await closeDefence(town.chen, { defenceId, version: await versionOf(town.chen, topicId) });
  const resultsFor = async (person: Id<"person">) => (await resultsOf(await deskOf(town, person), defenceId)).length;
  const who = { ...by, judgeIn: at.judges[0]!, judgeOut: at.judges[3]!, office: at.office };
  const now = async () => Object.fromEntries(await Promise.all(Object.entries(who).map(async ([name, person]) => [name, await resultsFor(person)] as const)));
  expect(await now()).toEqual({ leader: 1, group: 0, inGroup: 0, former: 0, mentor: 0, stranger: 0, admin: 0, auditor: 0, judgeIn: 1, judgeOut: 0, office: 1 });
  await publishDefences(town.zhen, { defences: [{ defenceId, version: await versionOf(town.chen, topicId) }], why: "" });
  expect(await now()).toEqual({ leader: 1, group: 1, inGroup: 1, former: 1, mentor: 0, stranger: 0, admin: 0, auditor: 0, judgeIn: 1, judgeOut: 1, office: 1 });
});
