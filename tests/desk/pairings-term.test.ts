import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Row, tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { sqliteStore } from "@/db/store";
import { pairAsks } from "@/lib/dashboard/reads-asks";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { endPairing, openPairing, pairUp, proposePairing } from "@/lib/pairings/acts";
import { acceptPairing, declinePairing, pausePairing, resumePairing } from "@/lib/pairings/acts-term";
import { EndPairingForm, PairingForm } from "@/lib/pairings/forms";
import { openPairings, pairingAt, stepsOf, unpairedCadres } from "@/lib/pairings/reads";
import { submitVisit } from "@/lib/visits/acts";
import { fileDatabase, township } from "@/tests/support/township";
import { aVisit } from "@/tests/support/visits";

const today = "2026-03-04" as Day;
const aPairing = ({ people }: Town, over: Partial<PairingForm> = {}): PairingForm =>
  PairingForm.parse({ id: newId<"pairing">(), menteeId: people.zhao, mentorId: people.zhou, startedOn: today, reason: "", atOnce: false, ...over });
const pairingOf = async (town: Town, who: Who): Promise<Row<"pairings">> =>
  (await town.store.read.select().from(tables.pairings).where(eq(tables.pairings.menteeId, town.people[who])))[0]!;
const ledgerOf = (town: Town, action: string) => town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, action));
/** The same person's desk, some days on. */
const later = async (town: Town, who: Who, days: number): Promise<Desk> => (await Desk.of(town.store, town.people[who], new Date(town.now.getTime() + days * 86_400_000)))!;

async function proposed(over: Partial<PairingForm> = {}) {
  const town = await township();
  const form = aPairing(town, over);
  await proposePairing(town.chen, form);
  return { town, pairingId: form.id };
}

test("a proposal gives nobody any right until the mentor accepts, and then it begins that day", async () => {
  const { town, pairingId } = await proposed();
  expect(await pairingOf(town, "zhao")).toMatchObject({ state: "proposed", answerBy: "2026-03-11", endedOn: null });
  expect((await later(town, "zhou", 0)).me.menteeIds).toEqual([]);
  expect(await unpairedCadres(town.chen)).toEqual([]);
  await acceptPairing(await later(town, "zhou", 2), { pairingId });
  expect(await pairingOf(town, "zhao")).toMatchObject({ state: "active", startedOn: "2026-03-06" });
  expect((await later(town, "zhou", 2)).me.menteeIds).toEqual([town.people.zhao]);
  expect((await stepsOf(town.chen, pairingId)).map(({ move, actor }) => [move, actor])).toEqual([["accept", "周敏"], ["propose", "陈主任"]]);
});

test("what begins later keeps its day, and a mentor asked for a day to come has no part in it before", async () => {
  const { town, pairingId } = await proposed({ startedOn: addDays(today, 10) });
  await acceptPairing(town.zhou, { pairingId });
  expect(await pairingOf(town, "zhao")).toMatchObject({ state: "active", startedOn: "2026-03-14" });
  expect([(await later(town, "zhou", 9)).me.menteeIds, (await later(town, "zhou", 10)).me.menteeIds]).toEqual([[], [town.people.zhao]]);
});

test("five working days pass and nothing happens by itself: it may still be accepted", async () => {
  const { town, pairingId } = await proposed();
  expect((await pairingAt(await later(town, "chen", 30), pairingId))!.state).toBe("proposed");
  await acceptPairing(await later(town, "zhou", 30), { pairingId });
  expect((await pairingOf(town, "zhao")).startedOn).toBe("2026-04-03");
});

test("a no needs its reason, is for the office and the mentor, and leaves the cadre free for another", async () => {
  const { town, pairingId } = await proposed();
  await declinePairing(town.zhou, { pairingId, reason: "下半年借调到区里" });
  expect(await pairingOf(town, "zhao")).toMatchObject({ state: "declined", endedOn: today, reason: "下半年借调到区里" });
  expect((await unpairedCadres(town.chen)).map(({ name }) => name)).toEqual(["赵宁"]);
  expect([await pairingAt(town.zhao, pairingId), await stepsOf(town.zhao, pairingId)]).toEqual([undefined, []]);
  expect([!!(await pairingAt(town.zhou, pairingId)), !!(await pairingAt(town.chen, pairingId))]).toEqual([true, true]);
  expect((await later(town, "zhou", 0)).me.menteeIds).toEqual([]);
  await openPairing(town.chen, aPairing(town, { mentorId: town.people.wang }));
  await expect(acceptPairing(town.zhou, { pairingId })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("没有结成") as string });
});

test("one open at a time, a proposal counts, and the refusal names both days and the field", async () => {
  const { town } = await proposed();
  for (const act of [proposePairing, openPairing])
    await expect(act(town.chen, aPairing(town, { mentorId: town.people.wang, startedOn: addDays(today, 3) }))).rejects.toMatchObject({
      field: "startedOn", message: "赵宁 已经有一份结对提议（2026-03-04 起，导师 周敏），和 2026-03-07 开始的这一段重叠。先等答复，或者撤回那一份",
    });
});

test("the office does not wait for the answer when it says why, and takes a proposal back", async () => {
  const { town, pairingId } = await proposed();
  await endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: today, reason: "另有安排", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  expect(await town.store.read.select().from(tables.pairingSteps)).toEqual([]);
  expect(PairingForm.safeParse({ ...aPairing(town), atOnce: true }).error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([["reason", "写一写为什么不等导师答复"]]);
  await pairUp(town.chen, aPairing(town, { atOnce: true, reason: "当面说好的" }));
  expect((await openPairings(town.chen)).map(({ mentee, state }) => [mentee, state])).toEqual([["林晓", "active"], ["赵宁", "active"]]);
});

test("a pause has a reason and a day it is expected to end; the mentor still reviews, and the office resumes", async () => {
  const town = await township();
  const { id: pairingId } = await pairingOf(town, "lin");
  const pause = (expectedOn: Day) => pausePairing(town.chen, { pairingId, reason: "借调到区里", expectedOn });
  await expect(pause(today)).rejects.toMatchObject({ field: "expectedOn" });
  await expect(pause(addDays(today, 366))).rejects.toMatchObject({ field: "expectedOn" });
  await pause(addDays(today, 30));
  await expect(pause(addDays(today, 30))).rejects.toMatchObject({ code: "conflict" });
  await submitVisit(town.lin, aVisit(town));
  expect((await town.store.read.select().from(tables.visits))[0]!.reviewerId).toBe(town.people.wang);
  expect((await later(town, "wang", 0)).me.menteeIds).toEqual([town.people.lin]);
  await resumePairing(town.chen, { pairingId });
  expect((await stepsOf(town.lin, pairingId)).map(({ move, expectedOn, note }) => [move, expectedOn, note])).toEqual([["resume", null, ""], ["pause", "2026-04-03", "借调到区里"]]);
});

test("who may: the mentor who is asked answers, the office rests and resumes, nobody else does either", async () => {
  const { town, pairingId } = await proposed();
  const deeds = [
    [(desk: Desk) => acceptPairing(desk, { pairingId }), ["zhou"]], [(desk: Desk) => declinePairing(desk, { pairingId, reason: "忙不过来了" }), ["zhou"]],
    [(desk: Desk) => pausePairing(desk, { pairingId, reason: "借调", expectedOn: addDays(today, 9) }), ["chen"]], [(desk: Desk) => resumePairing(desk, { pairingId }), ["chen"]],
  ] as const;
  for (const [deed, may] of deeds)
    for (const who of ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const) {
      if ((may as readonly string[]).includes(who)) continue;
      await expect(deed(town[who]), who).rejects.toMatchObject({ code: ["zhao", "zhou", "chen", "zhen"].includes(who) ? "forbidden" : "not-found" });
    }
});

test("fifty answers at once, yes and no: one of them counts, with one line in the ledger", async () => {
  const store = sqliteStore(fileDatabase(join(mkdtempSync(join(tmpdir(), "qinglan-answer-")), "town.db")));
  const town = await township({ store });
  const { id: pairingId } = aPairing(town);
  await proposePairing(town.chen, { ...aPairing(town), id: pairingId });
  const ended = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => (n % 2 ? acceptPairing(town.zhou, { pairingId }) : declinePairing(town.zhou, { pairingId, reason: "忙不过来了" }))));
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of ended) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
  expect((await ledgerOf(town, "pairing.accept")).length + (await ledgerOf(town, "pairing.decline")).length).toBe(1);
  expect(await store.read.select().from(tables.pairingSteps)).toHaveLength(2);
  store.close();
});

test("a proposal asks its mentor from the first day, and the office hears of it when the answer is due", async () => {
  const { town, pairingId } = await proposed();
  const asked = async (days: number) => (await pairAsks(await later(town, "zhou", days))).map(({ title, meta, late }) => `${title} ${meta} ${late}`);
  expect([await asked(0), await asked(8)]).toEqual([["党建办请你带 赵宁 3 月 11 日 前答复 false"], ["党建办请你带 赵宁 3 月 11 日 前答复 true"]]);
  const waits = async (days: number) => (await whatWaits(await later(town, "chen", days), "proposal")).lines.map(({ title, who, late, days: n }) => `${title} ${who} ${late} ${n}`);
  expect([await waits(6), await waits(7), await waits(9)]).toEqual([[], ["赵宁 的结对提议还没有答复 周敏 false 0"], ["赵宁 的结对提议还没有答复 周敏 true 2"]]);
  expect(await pairAsks(town.zhao)).toEqual([]);
  await acceptPairing(town.zhou, { pairingId });
  for (const who of ["zhou", "zhao"] as const) expect((await pairAsks(await later(town, who, 0))).map(({ verb }) => verb), who).toEqual(["写协议"]);
});

test("who takes over reads what the one before wants them to know, and without it nothing changes", async () => {
  const town = await township();
  const { id: pairingId } = await pairingOf(town, "lin");
  const form = { pairingId, endedOn: today, reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: town.people.zhou };
  expect(EndPairingForm.safeParse({ ...form, handover: "还行" }).error!.issues[0]).toMatchObject({ path: ["handover"] });
  await endPairing(town.chen, EndPairingForm.parse({ ...form, handover: "入户已经上手，接下来多带写材料" }));
  const next = { handover: "入户已经上手，接下来多带写材料", startedOn: "2026-03-05", state: "active" };
  for (const who of ["zhou", "lin", "chen"] as const) expect(await pairingAt(town[who], form.nextId), who).toMatchObject(next);
  expect(await pairingAt(town.wang, form.nextId)).toBeUndefined();
  expect((await stepsOf(town.wang, pairingId)).map(({ move, note }) => [move, note])).toEqual([["end", "轮岗"]]);
});
