import { expect, test } from "vitest";
import type { Town } from "@/db/seed/cast";
import { placePerson } from "@/db/seed/place";
import { tables } from "@/db/schema";
import { accountsWaiting, lastOfLedger, menteesWeek, myDrafts, pairedCadres, returnedToMe, unpairedCadres } from "@/lib/dashboard/reads";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import { sayFeedback } from "@/lib/feedback/acts";
import { FeedbackForm } from "@/lib/feedback/forms";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { raiseProblem } from "@/lib/problems/acts";
import { ProblemForm } from "@/lib/problems/forms";
import { saveDraft, submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

/** The same person's desk at another moment. */
const at = async (town: Town, who: "lin" | "chen" | "he", moment: string): Promise<Desk> =>
  (await Desk.of(town.store, town.people[who], new Date(`${moment}:00+08:00`)))!;
const said = () => FeedbackForm.parse({ id: newId<"feedback">(), says: "字能不能再大一点" });
const raised = (town: Town) => ProblemForm.parse({ id: newId<"problem">(), title: "村口路灯不亮", topic: "safety", villageId: town.villages.dongling });
const told = (lines: readonly { kind: string; late: boolean; days: number; who: string }[]) => lines.map(({ kind, late, days, who }) => [kind, late ? days : "-", who]);

test("a returned visit stands on its author's home with the mentor's words, also half mended, and on nobody else's", async () => {
  const town = await township();
  const form = aVisit(town);
  await submitVisit(town.lin, form);
  await reviewVisit(town.wang, { visitId: form.id, version: 1, verdict: "return", note: "水沟堵了多久？" });
  expect(await returnedToMe(town.lin)).toMatchObject([{ id: form.id, note: "水沟堵了多久？", reviewer: "王建国", village: "东岭村", maskedName: "张**" }]);
  await saveDraft(town.lin, { ...form, version: 2, account: "堵了半个月" });
  expect(await returnedToMe(town.lin)).toMatchObject([{ id: form.id, note: "水沟堵了多久？" }]);
  for (const desk of [town.wang, town.chen, town.he, town.zhao]) expect(await returnedToMe(desk)).toEqual([]);
  await submitVisit(town.lin, { ...form, version: 3, account: "堵了半个月了" });
  expect(await returnedToMe(town.lin)).toEqual([]);
  await reviewVisit(town.wang, { visitId: form.id, version: 4, verdict: "return", note: "谁去看过了？" });
  expect((await returnedToMe(town.lin)).map(({ note }) => note)).toEqual(["谁去看过了？"]);
});

test("a draft waits on its author's home alone", async () => {
  const town = await township();
  const form = aVisit(town);
  await saveDraft(town.lin, form);
  expect(await myDrafts(town.lin)).toMatchObject([{ id: form.id, maskedName: "张**" }]);
  expect(await myDrafts(town.wang)).toEqual([]);
});

test("a mentor sees the week of their own mentees, and drafts are not counted", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  await submitVisit(town.lin, aVisit(town, { kind: "night_talk", householdId: town.homes.li }));
  await submitVisit(town.lin, aVisit(town, { notDone: "nobody_home" }));
  await saveDraft(town.lin, aVisit(town));
  await submitVisit(town.zhao, aVisit(town, { householdId: town.homes.sun }));
  expect(await menteesWeek(town.wang)).toMatchObject([{ name: "林晓", day: 1, night: 1, returned: 0 }]);
  expect(await menteesWeek(town.zhou)).toEqual([]);
});

test("cadres without a mentor are counted and named; a leaver is neither, a village cadre is another population", async () => {
  const town = await township();
  expect(await pairedCadres(town.chen)).toEqual({ cadres: 2, paired: 1 });
  expect(await unpairedCadres(town.chen, 9)).toMatchObject([{ name: "赵宁" }]);
  await town.store.write(async (tx) => {
    await placePerson(tx, { name: "安然", roles: ["cadre", "villageCadre"] });
    await tx.update(tables.pairings).set({ state: "ended", endedOn: "2026-03-03" as Day });
  });
  expect((await unpairedCadres(town.chen, 9)).map(({ name }) => name)).toEqual(["安然", "林晓", "赵宁"]);
  await town.store.write((tx) => tx.update(tables.people).set({ leftOn: "2026-03-01" as Day }));
  expect(await pairedCadres(town.chen)).toEqual({ cadres: 0, paired: 0 });
});

test("what waits: late before undated before today's, each with whose move it is; everything is answered for by a count", async () => {
  const town = await township({ on: "2026-03-04" });
  await submitVisit(await at(town, "lin", "2026-02-26T09:00"), aVisit(town, { visitedOn: "2026-02-26" }));
  await raiseProblem(await at(town, "he", "2026-03-02T10:00"), raised(town));
  await raiseProblem(await at(town, "he", "2026-02-27T10:00"), raised(town));
  await raiseProblem(town.he, raised(town));
  await sayFeedback(await at(town, "lin", "2026-02-24T10:00"), said());
  await sayFeedback(await at(town, "lin", "2026-02-25T10:00"), said());
  const { lines, counts, total, more } = await whatWaits(town.chen);
  expect(told(lines)).toEqual([
    ["coaching", 44, "王建国"], ["review", 2, "王建国"], ["call", 1, "何国富、林晓"], ["call", 1, "赵宁"], ["feedback", 1, "党建办"], ["problem", 1, "党建办"],
    ["pairing", "-", "党建办"], ["feedback", "-", "党建办"], ["problem", "-", "党建办"],
  ]);
  expect(counts).toEqual([{ kind: "review", n: 1 }, { kind: "call", n: 2 }, { kind: "pairing", n: 1 }, { kind: "proposal", n: 0 }, { kind: "coaching", n: 1 }, { kind: "feedback", n: 2 }, { kind: "problem", n: 2 }]);
  expect([total, more]).toEqual([9, 0]);
  expect((await whatWaits(town.chen, "problem")).lines.map(({ title }) => title)).toEqual(["东岭村 村口路灯不亮", "东岭村 村口路灯不亮"]);
});

test("more than fit on the list are counted all the same", async () => {
  const town = await township();
  const [early] = [await at(town, "lin", "2026-02-20T10:00")];
  for (let i = 0; i < 75; i++) await sayFeedback(early, said());
  const { lines, total, more } = await whatWaits(town.chen, "feedback");
  expect([lines.length, total, more]).toEqual([60, 75, 15]);
});

test("the admin's numbers are of accounts, the auditor's of the ledger, and nobody else's desk has them", async () => {
  const town = await township();
  await town.store.write(async (tx) => {
    const [account] = await tx.insert(tables.accounts).values({ personId: town.people.lin, name: "linxiao" }).returning();
    await tx.insert(tables.accounts).values({ personId: town.people.wang, name: "wang", activatedAt: town.now });
    const until = new Date(town.now.getTime() + 60_000);
    await tx.insert(tables.signInTries).values({ id: newId<"tries">(), count: 5, since: town.now, lockedUntil: until, accountId: account!.id });
    await tx.insert(tables.signInTries).values({ id: newId<"tries">(), count: 5, since: town.now, lockedUntil: until });
  });
  expect(await accountsWaiting(town.guan)).toEqual({ unopened: 1, locked: 1 });
  expect((await accountsWaiting(town.zhao)).unopened).toBe(0);
  expect(await lastOfLedger(town.shen)).toEqual({ lines: 0, at: undefined, today: 0 });
  await sayFeedback(await at(town, "lin", "2026-03-03T23:59"), said());
  await sayFeedback(town.lin, said());
  expect(await lastOfLedger(town.shen)).toEqual({ lines: 2, at: town.now, today: 1 });
});
