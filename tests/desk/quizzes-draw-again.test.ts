import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import { placeHousehold } from "@/db/seed/place";
import type { Id } from "@/lib/kernel/id";
import { askRedraw, decideRedraw, drawHousehold } from "@/lib/quizzes/acts";
import { quizVerified } from "@/lib/quizzes/reads-verify";
import { committed, drawn, HOUR, type Planned, planned, quizRow, sitsAt } from "../support/quiz-life";

/* 换一户, and two who draw at once. */

let at: Planned;
beforeEach(async () => { at = await planned(); });

const kao = (ms = 0) => sitsAt(at.town, at.town.people.kao, ms);
const newest = async () => (await at.town.store.read.select().from(tables.redraws)).at(-1)!;

test("another household only with a reason, allowed by a second person, twice at most, and each of them another one", async () => {
  const { town, id, second } = at;
  for (const code of ["003", "004"]) await anotherHome(code);
  await drawn(at);
  const version = async () => (await quizRow(at)).version;
  await expect(drawHousehold(await kao(), { quizId: id, version: await version(), number: "7" })).rejects.toThrow("要换一户");
  await expect(askRedraw(await sitsAt(town, second), { quizId: id, reason: "empty", words: "" })).rejects.toThrow();
  const again = async (by: Id<"person">, ms: number) => {
    await askRedraw(await kao(ms), { quizId: id, reason: "nobody_home", words: "" });
    await expect(askRedraw(await kao(ms), { quizId: id, reason: "nobody_home", words: "" })).rejects.toThrow("等答复");
    const open = await newest();
    await expect(decideRedraw(await kao(ms), { redrawId: open.id, allowed: true })).rejects.toThrow();
    await decideRedraw(await sitsAt(town, by, ms), { redrawId: open.id, allowed: false });
    await expect(decideRedraw(await sitsAt(town, by, ms), { redrawId: open.id, allowed: true })).rejects.toThrow("已经有人答复");
    await askRedraw(await kao(ms), { quizId: id, reason: "unsafe", words: "门口有人拦" });
    await decideRedraw(await sitsAt(town, by, ms), { redrawId: (await newest()).id, allowed: true });
    await drawHousehold(await kao(ms), { quizId: id, version: await version(), number: "7" });
  };
  await again(second, HOUR);
  await again(town.people.chen, 2 * HOUR);
  await expect(askRedraw(await kao(3 * HOUR), { quizId: id, reason: "empty", words: "" })).rejects.toThrow("抽满");
  const drawnDoors = (await town.store.read.select().from(tables.draws)).map(({ householdId }) => householdId);
  expect(new Set(drawnDoors).size).toBe(3);
  expect((await quizRow(at)).overAt!.getTime()).toBe(town.now.getTime() + 24 * HOUR);
  expect((await quizVerified(await sitsAt(town, town.people.chen, 4 * HOUR), id))!.checks.filter(({ ok }) => !ok)).toEqual([]);
});

const anotherHome = async (code: string) => {
  const { town } = at;
  await town.store.write((tx) => placeHousehold(tx, { villageId: town.villages.dongling, villageName: "东岭村", code, householder: "吴大山", groupName: "1组", address: "1组1号", members: [{ name: "吴大山", kinship: "householder" }] }, town.people.chen, town.now));
};

test("after its day there is no other household, and an old version or a second tap draws nothing", async () => {
  const { id } = at;
  await committed(at);
  const { version } = await quizRow(at);
  await expect(drawHousehold(await kao(), { quizId: id, version: version - 1, number: "1" })).rejects.toThrow("刚在别处变了");
  const taps = await Promise.allSettled([1, 2, 3].map(async (n) => drawHousehold(await kao(), { quizId: id, version, number: String(n) })));
  expect(taps.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await at.town.store.read.select().from(tables.draws)).toHaveLength(1);
  await expect(askRedraw(await kao(25 * HOUR), { quizId: id, reason: "empty", words: "" })).rejects.toThrow("24 小时");
});

test("of an exam that was never finished the secret opens when its day is over, and the draw can be reckoned again", async () => {
  const { town, id } = at;
  await drawn(at);
  const secrets = async (ms: number) => {
    const desk = await sitsAt(town, town.people.chen, ms);
    return [await desk.select().from(desk.see.frameSecrets), (await quizVerified(desk, id))!.checks] as const;
  };
  expect((await secrets(23 * HOUR))[0]).toEqual([]);
  const [opened, checks] = await secrets(25 * HOUR);
  expect(opened).toHaveLength(1);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.map(({ what }) => what)).toContain("第 1 次抽到的户");
});
