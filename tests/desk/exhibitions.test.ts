import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { enterExhibit, moveExhibit, planExhibition, reviseExhibit, reviseExhibition, withdrawExhibit } from "@/lib/exhibitions/acts";
import { castBallot, closeExhibition, openVote } from "@/lib/exhibitions/acts-vote";
import { exhibitionAt, myBallot, myPairs, stageOf, topicsToShow } from "@/lib/exhibitions/reads";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { aBallot, anExhibit, anExhibition, aTopic, deskOf, onStage } from "../support/exhibitions";
import { township } from "../support/township";

const ledgerOf = (town: Town, action: string) => town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, action)).orderBy(asc(tables.ledger.id));
const counts = async (town: Town, exhibitionId: Id<"exhibition">) => (await stageOf(town.lin, exhibitionId)).map(({ shown, chosen }) => [chosen, shown]);
const titles = async (town: Town, id: Id<"exhibition">) => (await stageOf(town.zhao, id)).map(({ title }) => title);

test("the office plans an exhibition and enters what is ready, once; nobody else does", async () => {
  const town = await township();
  const form = anExhibition();
  await planExhibition(town.chen, form);
  await planExhibition(town.chen, form);
  await expect(planExhibition(town.zhen, anExhibition())).rejects.toThrow("党建办");
  const [ready, early] = [await aTopic(town), await aTopic(town, { gate: "midterm" })];
  expect(await topicsToShow(town.chen, form.id)).toMatchObject([{ id: ready }]);
  await expect(enterExhibit(town.chen, anExhibit(form.id, early))).rejects.toThrow("还没有答辩");
  await expect(enterExhibit(town.lin, anExhibit(form.id, ready))).rejects.toThrow("党建办");
  const exhibit = anExhibit(form.id, ready);
  await enterExhibit(town.chen, exhibit);
  await enterExhibit(town.chen, exhibit);
  await expect(enterExhibit(town.chen, anExhibit(form.id, ready))).rejects.toThrow("已经在节目里");
  expect([(await ledgerOf(town, "exhibition.plan")).length, (await ledgerOf(town, "exhibit.enter")).length, await topicsToShow(town.chen, form.id)]).toEqual([1, 1, []]);
});

test("a topic that has been defended may be shown before its gate; a stopped one may not", async () => {
  const town = await township();
  const form = anExhibition();
  await planExhibition(town.chen, form);
  const [defended, stopped] = [await aTopic(town, { gate: "defence" }), await aTopic(town)];
  await town.store.write(async (tx) => {
    await tx.insert(tables.defences).values({ topicId: defended, heldOn: town.chen.me.today, rule: "mean", quorum: 1, state: "published" });
    await tx.update(tables.topics).set({ stoppedOn: town.chen.me.today }).where(eq(tables.topics.id, stopped));
  });
  expect(await topicsToShow(town.chen, form.id)).toMatchObject([{ id: defended }]);
  await enterExhibit(town.chen, anExhibit(form.id, defended));
  await expect(enterExhibit(town.chen, anExhibit(form.id, stopped))).rejects.toThrow("中止");
});

test("the order is changed one step at a time, words are changed, what is withdrawn is gone; all of it only while it is prepared", async () => {
  const town = await township();
  const { exhibitionId, exhibits: [one, two, three] } = await onStage(town, 3, { open: false });
  await moveExhibit(town.chen, { exhibitId: three!.id, way: "up" });
  await moveExhibit(town.chen, { exhibitId: one!.id, way: "down" });
  expect(await titles(town, exhibitionId)).toEqual(["节目3", "节目1", "节目2"]);
  await expect(moveExhibit(town.chen, { exhibitId: three!.id, way: "up" })).rejects.toThrow("第一个");
  await expect(moveExhibit(town.chen, { exhibitId: two!.id, way: "down" })).rejects.toThrow("最后一个");
  const words = { title: "改过的", form: "other" as const, summary: "一句话", materials: "桌子" };
  await reviseExhibit(town.chen, { exhibitId: two!.id, ...words });
  await withdrawExhibit(town.chen, { exhibitId: one!.id });
  expect(await titles(town, exhibitionId)).toEqual(["节目3", "改过的"]);
  await openVote(town.chen, { exhibitionId });
  const late = [
    moveExhibit(town.chen, { exhibitId: two!.id, way: "up" }), reviseExhibit(town.chen, { exhibitId: two!.id, ...words }), withdrawExhibit(town.chen, { exhibitId: two!.id }),
    reviseExhibition(town.chen, { exhibitionId, title: "另一个", heldOn: town.chen.me.today, venue: "" }),
    enterExhibit(town.chen, anExhibit(exhibitionId, await aTopic(town))), openVote(town.chen, { exhibitionId }),
  ];
  for (const deed of await Promise.allSettled(late)) expect(deed).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
  expect(await titles(town, exhibitionId)).toEqual(["节目3", "改过的"]);
});

test("one ballot a person: the same one sent again changes nothing, another one is refused", async () => {
  const town = await township();
  const { exhibitionId } = await onStage(town, 4);
  const ballot = await aBallot(town.wang, exhibitionId);
  await castBallot(town.wang, ballot);
  await castBallot(town.wang, ballot);
  await expect(castBallot(town.wang, { ...ballot, id: newId<"ballot">() })).rejects.toThrow("已经投过票");
  await expect(castBallot(town.zhou, { ...(await aBallot(town.zhou, exhibitionId)), id: ballot.id })).rejects.toThrow("对不上");
  expect(await town.store.read.select().from(tables.ballots)).toHaveLength(1);
  expect(await ledgerOf(town, "ballot.cast")).toHaveLength(1);
});

test("fifty ballots of one person at once are one row and one line in the ledger", async () => {
  for (const same of [true, false]) {
    const town = await township();
    const { exhibitionId } = await onStage(town, 6);
    const ballot = await aBallot(town.wang, exhibitionId);
    const sent = await Promise.allSettled(Array.from({ length: 50 }, () => castBallot(town.wang, same ? ballot : { ...ballot, id: newId<"ballot">() })));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(same ? 50 : 1);
    expect(await town.store.read.select().from(tables.ballots)).toHaveLength(1);
    expect(await ledgerOf(town, "ballot.cast")).toHaveLength(1);
  }
});

test("a topic of one's own is never in a pair, nor one whose group was left; a ballot about it is refused", async () => {
  const town = await township();
  const { exhibitionId, exhibits } = await onStage(town, 4);
  const left = await aTopic(town, { of: ["zhao"], left: "2026-01-31" as Day });
  await town.store.write((tx) => tx.update(tables.exhibits).set({ topicId: left }).where(eq(tables.exhibits.id, exhibits[1]!.id)));
  for (const [who, own, other] of [["lin", 0, 2], ["zhao", 1, 2]] as const) {
    const desk = await deskOf(town, who);
    const asked = myPairs(desk, exhibitionId, await stageOf(desk, exhibitionId)).flat().map(({ id }) => id);
    expect([asked.length, asked.includes(exhibits[own]!.id)]).toEqual([6, false]);
    const picks = [{ chosen: exhibits[own]!.id, other: exhibits[other]!.id }];
    await expect(castBallot(desk, { id: newId<"ballot">(), exhibitionId, picks })).rejects.toThrow("对不上");
  }
});

test("nobody reads anybody's ballot, nor any count before the end; the office is told how many, and no more", async () => {
  const town = await township();
  const { exhibitionId } = await onStage(town, 3);
  for (const who of ["wang", "zhou", "he"] as const) await castBallot(town[who], await aBallot(town[who], exhibitionId));
  for (const who of ["chen", "zhen", "guan", "shen", "lin"] as const) {
    expect([who, await town[who].select().from(town[who].see.ballots)]).toEqual([who, []]);
    expect([who, await myBallot(town[who], exhibitionId)]).toEqual([who, undefined]);
  }
  expect((await myBallot(town.wang, exhibitionId))?.picks).toHaveLength(3);
  expect(await counts(town, exhibitionId)).toEqual([[0, 0], [0, 0], [0, 0]]);
  expect(await town.chen.ballotsCast(exhibitionId)).toBe(3);
  await expect(town.zhen.ballotsCast(exhibitionId)).rejects.toThrow();
  const lines = await town.shen.select().from(town.shen.see.ledger).where(eq(town.shen.see.ledger.action, "ballot.cast"));
  expect(lines.map(({ changed }) => (changed as Record<string, unknown>).picks)).toEqual([null, null, null]);
});

test("the end counts what was decided, in the order of the stage, once", async () => {
  const town = await township();
  const { exhibitionId, exhibits } = await onStage(town, 2);
  const [one, two] = exhibits.map(({ id }) => id) as [Id<"exhibit">, Id<"exhibit">];
  const votes: [Who, Id<"exhibit">, Id<"exhibit">][] = [["wang", one, two], ["zhou", two, one], ["he", one, two]];
  for (const [who, chosen, other] of votes) await castBallot(town[who], { id: newId<"ballot">(), exhibitionId, picks: [{ chosen, other }] });
  await expect(closeExhibition(town.zhen, { exhibitionId })).rejects.toThrow("党建办");
  await closeExhibition(town.chen, { exhibitionId });
  expect(await counts(town, exhibitionId)).toEqual([[2, 3], [1, 3]]);
  expect(await exhibitionAt(town.lin, exhibitionId)).toMatchObject({ state: "closed", closedAt: town.now });
  await expect(closeExhibition(town.chen, { exhibitionId })).rejects.toThrow("已经结束");
  await expect(castBallot(town.ge, { id: newId<"ballot">(), exhibitionId, picks: [{ chosen: one, other: two }] })).rejects.toThrow("投票已经结束");
});

test("who runs the system or audits it does not vote; before the vote nobody does; a stage of one is no choice", async () => {
  const town = await township();
  const { exhibitionId } = await onStage(town, 1, { open: false });
  await expect(openVote(town.chen, { exhibitionId })).rejects.toThrow("至少有两个");
  await enterExhibit(town.chen, anExhibit(exhibitionId, await aTopic(town)));
  const [first, second] = (await stageOf(town.chen, exhibitionId)).map(({ id }) => id) as [Id<"exhibit">, Id<"exhibit">];
  const ballot = () => ({ id: newId<"ballot">(), exhibitionId, picks: [{ chosen: first, other: second }] });
  await expect(castBallot(town.wang, ballot())).rejects.toThrow("还没有开始");
  await openVote(town.chen, { exhibitionId });
  for (const who of ["guan", "shen"] as const) await expect(castBallot(town[who], ballot())).rejects.toThrow("不参加投票");
  expect(await town.store.read.select().from(tables.ballots)).toEqual([]);
});
