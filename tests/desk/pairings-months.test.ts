import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { sqliteStore } from "@/db/store";
import { pairAsks } from "@/lib/dashboard/reads-asks";
import { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { endPairing } from "@/lib/pairings/acts";
import { assess, evaluate, replyToAssessment } from "@/lib/pairings/acts-words";
import { EndPairingForm } from "@/lib/pairings/forms";
import { AssessmentForm, EvaluationForm } from "@/lib/pairings/forms-terms";
import { openPairings, pairingAt } from "@/lib/pairings/reads";
import { assessmentsOf, evaluationsOf, termOf } from "@/lib/pairings/reads-months";
import { fileDatabase, township } from "@/tests/support/township";

const on = async (town: Town, who: Who, day: string): Promise<Desk> => (await Desk.of(town.store, town.people[who], new Date(`${day}T09:00:00+08:00`)))!;
const everybody = ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const;

async function paired(store?: Parameters<typeof township>[0]) {
  const town = await township(store);
  const pairingId = (await openPairings(town.chen))[0]!.id;
  const word = (over: Partial<AssessmentForm> = {}): AssessmentForm => AssessmentForm.parse({ id: newId<"assessment">(), pairingId, month: "2026-02", level: "4", comment: "", ...over });
  const end = () => endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: "2026-03-03", reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  const said = (over: Partial<EvaluationForm> = {}): EvaluationForm => EvaluationForm.parse({ id: newId<"evaluation">(), pairingId, fit: "4", helped: "一起入户", missed: "夜访少了", wish: "常联系", ...over });
  return { town, pairingId, word, end, said };
}

test("one word a month, of whole months within the term, latest three; a low one says why, here and in the database", async () => {
  const { town, pairingId, word } = await paired();
  await assess(town.wang, word());
  await expect(assess(town.wang, word())).rejects.toMatchObject({ field: "month", message: "2026 年 2 月已经评价过了" });
  for (const month of ["2026-03", "2025-12"]) await expect(assess(town.wang, word({ month })), month).rejects.toMatchObject({ field: "month" });
  await assess(town.wang, word({ month: "2026-01", level: "2", comment: "来得少，多约几次" }));
  expect(AssessmentForm.safeParse({ ...word(), level: "2" }).error!.issues[0]).toMatchObject({ path: ["comment"], message: "选“有些吃力”要写评语，至少 5 个字，现在 0 个" });
  const row = { pairingId, mentorId: town.people.wang, menteeId: town.people.lin, month: "2025-11", at: town.now };
  await expect(town.store.write((tx) => tx.insert(tables.assessments).values({ ...row, level: 1 }))).rejects.toThrow();
  await expect(town.store.write((tx) => tx.insert(tables.assessments).values({ ...row, level: 6, comment: "写满五个字" }))).rejects.toThrow();
  expect((await assessmentsOf(town.lin, pairingId)).map(({ month, level }) => [month, level])).toEqual([["2026-02", 4], ["2026-01", 2]]);
});

test("the mentee answers once; the office reads; nobody else writes, answers or reads", async () => {
  const { town, pairingId, word } = await paired();
  const form = word();
  await assess(town.wang, form);
  for (const who of everybody) {
    if (who !== "wang") await expect(assess(town[who], word({ month: "2026-01" })), who).rejects.toMatchObject({ code: ["lin", "chen", "zhen"].includes(who) ? "forbidden" : "not-found" });
    if (who !== "lin") await expect(replyToAssessment(town[who], { assessmentId: form.id, reply: "好的" }), who).rejects.toMatchObject({ code: who === "wang" || who === "chen" ? "forbidden" : "not-found" });
    expect(await assessmentsOf(town[who], pairingId), who).toHaveLength(["lin", "wang", "chen"].includes(who) ? 1 : 0);
  }
  await replyToAssessment(town.lin, { assessmentId: form.id, reply: "谢谢导师" });
  await expect(replyToAssessment(town.lin, { assessmentId: form.id, reply: "再说一句" })).rejects.toMatchObject({ message: "你已经回复过了" });
});

test("told on the first, reminded from the fourth, done when it is written; the mentee hears of it for a week", async () => {
  const { town, word } = await paired();
  const asked = async (who: Who, day: string) => (await pairAsks(await on(town, who, day))).filter(({ key }) => key.startsWith("month")).map(({ meta, late }) => `${meta} ${late}`);
  expect([await asked("wang", "2026-03-01"), await asked("wang", "2026-03-04"), await asked("wang", "2026-03-05")]).toEqual([["4 日前写好就行 false"], ["今天写好就不晚 false"], ["已经过了 4 日 true"]]);
  await assess(await on(town, "wang", "2026-03-05"), word());
  expect([await asked("wang", "2026-03-06"), await asked("lin", "2026-03-06"), await asked("lin", "2026-03-14")]).toEqual([[], ["看看，可以回一句 false"], []]);
});

test("when it has ended each says three sentences once, and reads the other's when both are in; the office reads at once", async () => {
  const { town, pairingId, end, said } = await paired();
  await expect(evaluate(town.lin, said())).rejects.toMatchObject({ code: "conflict" });
  await end();
  const form = said({ fit: "5" });
  await evaluate(town.lin, form);
  await evaluate(town.lin, form);
  await expect(evaluate(town.lin, said())).rejects.toMatchObject({ message: "你已经评价过了" });
  const read = async () => Promise.all(everybody.map(async (who) => (await evaluationsOf(town[who], pairingId)).length));
  expect(await read()).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
  await evaluate(await on(town, "wang", "2026-03-20"), said());
  expect(await read()).toEqual([2, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0]);
  for (const who of everybody)
    if (who !== "lin" && who !== "wang") await expect(evaluate(town[who], said()), who).rejects.toMatchObject({ code: ["chen", "zhen"].includes(who) ? "forbidden" : "not-found" });
});

test("出师小结 counts what the term holds, the same for the two of them and the office", async () => {
  const { town, pairingId, word, end } = await paired();
  await assess(town.wang, word());
  await end();
  for (const who of ["lin", "wang", "chen"] as const) {
    const desk = await on(town, who, "2026-03-04");
    expect(await termOf(desk, (await pairingAt(desk, pairingId))!), who).toEqual({ days: 56, talks: 0, reverse: 0, visits: 0, months: 1, goals: 0, reached: 0 });
  }
});

test("fifty words on one month at once: one stands, with one line in the ledger", async () => {
  const store = sqliteStore(fileDatabase(join(mkdtempSync(join(tmpdir(), "qinglan-months-")), "town.db")));
  const { town, word } = await paired({ store });
  const ended = await Promise.allSettled(Array.from({ length: 50 }, () => assess(town.wang, word())));
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of ended) if (one.status === "rejected") expect(one.reason).toMatchObject({ field: "month" });
  expect(await store.read.select().from(tables.assessments)).toHaveLength(1);
  expect(await store.read.select().from(tables.ledger)).toHaveLength(1);
  store.close();
});

test("who sits in the office and is one of the two reads the other's word only when both are in", async () => {
  const { town, pairingId, end, said } = await paired();
  await town.store.write((tx) => tx.update(tables.people).set({ roles: ["mentor", "office"] }).where(eq(tables.people.id, town.people.wang)));
  await end();
  await evaluate(town.lin, said());
  const wang = await on(town, "wang", "2026-03-05");
  expect(await evaluationsOf(wang, pairingId)).toEqual([]);
  expect(await evaluationsOf(town.chen, pairingId)).toHaveLength(1);
  await evaluate(wang, said());
  expect(await evaluationsOf(await on(town, "wang", "2026-03-05"), pairingId)).toHaveLength(2);
});
