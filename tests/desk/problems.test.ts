import { expect, test } from "vitest";
import { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { raiseProblem } from "@/lib/problems/acts";
import { ProblemForm, type ProblemInput } from "@/lib/problems/forms";
import { countProblems, longestOpen, openProblems, problem, problemsPage, villagesToRaiseFor } from "@/lib/problems/reads";
import { submitVisit } from "@/lib/visits/acts";
import type { Town } from "@/db/seed/cast";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const aProblem = (town: Pick<Town, "villages">, over: Partial<ProblemInput> = {}): ProblemForm =>
  ProblemForm.parse({ id: newId<"problem">(), title: "村口路灯不亮", topic: "safety", villageId: town.villages.dongling, ...over });

/** The same desk at another hour. */
const later = async (town: Town, who: "he" | "chen" | "lin", hours: number): Promise<Desk> =>
  (await Desk.of(town.store, town.people[who], new Date(town.now.getTime() + hours * 3_600_000)))!;

test("the village raises a problem without a visit; its cadre, the office and the leader read it, the next village does not", async () => {
  const town = await township();
  const form = aProblem(town, { householdCode: "００１" });
  await raiseProblem(town.he, form);
  for (const desk of [town.he, town.lin, town.chen])
    expect(await problem(desk, form.id)).toMatchObject({ title: "村口路灯不亮", state: "collected", raisedBy: "何国富", maskedName: "张**", cameOfVisit: null });
  expect(await problem(town.zhen, form.id)).toMatchObject({ village: "东岭村", maskedName: null, code: null });
  expect(await problem(town.zhao, form.id)).toBeUndefined();
  for (const desk of [town.zhao, town.kao, town.guan, town.shen]) expect((await problemsPage(desk, {})).rows).toEqual([]);
});

test("a visit's problem leads back to the visit only for whoever may read the visit", async () => {
  const town = await township();
  const { id: visitId } = await submitVisit(town.lin, aVisit(town, { matter: "report", problemTitle: "屋后水沟堵塞" }));
  const [line] = (await problemsPage(town.he, {})).rows;
  expect(line).toMatchObject({ title: "屋后水沟堵塞", visitId });
  expect(await problem(town.he, line!.id)).toMatchObject({ cameOfVisit: visitId, visitId: null });
  expect(await problem(town.wang, line!.id)).toMatchObject({ visitId, visitKind: "household_day" });
});

test("the same form three times is one problem and one line in the ledger; somebody else's id is nobody's", async () => {
  const town = await township();
  const form = aProblem(town);
  await Promise.all([raiseProblem(town.he, form), raiseProblem(town.he, form), raiseProblem(town.he, form)]);
  expect(await countProblems(town.chen, {})).toBe(1);
  expect(await town.he.select().from(town.he.see.ledger)).toMatchObject([{ action: "problem.raise" }]);
  const theirs = aProblem(town, { villageId: town.villages.xiwu, id: form.id });
  await expect(raiseProblem(town.zhao, theirs)).rejects.toMatchObject({ code: "not-found" });
});

test("one raises for the villages one works for: a grid member for the grid's, the office for all, a mentor for none", async () => {
  const town = await township();
  const names = async (desk: Desk) => (await villagesToRaiseFor(desk)).map(({ name }) => name);
  expect(await names(town.ge)).toEqual(["东岭村"]);
  expect(await names(town.chen)).toEqual(["东岭村", "西坞村"]);
  expect(await names(town.wang)).toEqual([]);
  await raiseProblem(town.ge, aProblem(town));
  const foreign = { villageId: town.villages.xiwu };
  await expect(raiseProblem(town.ge, aProblem(town, foreign))).rejects.toMatchObject({ field: "villageId" });
  await expect(raiseProblem(town.lin, aProblem(town, foreign))).rejects.toMatchObject({ field: "villageId" });
  await expect(raiseProblem(town.zhen, aProblem(town))).rejects.toMatchObject({ field: "villageId" });
  await expect(raiseProblem(town.he, aProblem(town, { householdCode: "999" }))).rejects.toMatchObject({ field: "householdCode" });
  expect(await countProblems(town.chen, {})).toBe(1);
});

test("pages follow each other by key, newest first, without a gap or a double; the count is the list", async () => {
  const town = await township();
  for (let hour = 0; hour < 30; hour++) await raiseProblem(await later(town, hour % 3 ? "he" : "chen", hour >> 1), aProblem(town, { title: `第${hour}件事` }));
  const seen: string[] = [];
  for (let after: Awaited<ReturnType<typeof problemsPage>>["next"]; ; ) {
    const { rows, next } = await problemsPage(town.he, { open: true, villageId: town.villages.dongling }, after, 7);
    seen.push(...rows.map((row) => row.id));
    if (!(after = next)) break;
  }
  expect(new Set(seen).size).toBe(30);
  expect(seen).toHaveLength(await countProblems(town.he, { state: "collected" }));
  expect((await problemsPage(town.he, { mine: true })).rows.every((row) => row.raisedBy === "何国富")).toBe(true);
  expect(await countProblems(town.he, { mine: true })).toBe(20);
  expect((await longestOpen(town.zhen, 1))[0]).toMatchObject({ title: "第0件事" });
  expect(await openProblems(town.zhen)).toEqual({ open: 30, collected: 30, since: town.now });
});

test("a problem says what it is in at most forty characters", () => {
  const town = { villages: { dongling: newId<"village">(), xiwu: newId<"village">() } };
  const wrong = (over: Partial<ProblemInput>) => ProblemForm.safeParse({ ...aProblem(town), ...over }).error?.issues.map((issue) => issue.message);
  expect(wrong({ title: "  " })).toEqual(["用一句话写写要办的事"]);
  expect(wrong({ title: "路".repeat(42) })).toEqual(["要办的事最多 40 字，现在 42 字，删 2 字"]);
  expect(wrong({ villageId: "" })).toEqual(["选择村社"]);
  expect(wrong({ title: "路灯\u202e不亮" })).toBeUndefined();
});
