import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { endPairing } from "@/lib/pairings/acts";
import { draftAgreement, markGoal, signAgreement } from "@/lib/pairings/acts-agreement";
import { EndPairingForm } from "@/lib/pairings/forms";
import { AgreementForm, type AgreementInput } from "@/lib/pairings/forms-terms";
import { agreementOf } from "@/lib/pairings/reads-agreement";
import { openPairings } from "@/lib/pairings/reads";
import { goalArea } from "@/lib/words/pairing";
import { township } from "@/tests/support/township";

const pairingOf = async (town: Town) => (await openPairings(town.chen))[0]!.id;
const aGoal = (area: (typeof goalArea.values)[number], words: string): AgreementInput["goals"][number] => ({ id: newId<"goal">(), area, words, dueOn: null });
const four = () => goalArea.values.map((area) => aGoal(area, `${goalArea.label(area)}上每月进一步`));

async function drafted(goals = four()) {
  const town = await township();
  const pairingId = await pairingOf(town);
  const form = AgreementForm.parse({ id: newId<"agreement">(), pairingId, version: 0, goals });
  await draftAgreement(town.lin, form);
  return { town, pairingId, form, sign: { agreementId: form.id, version: 1 } };
}

test("either drafts it, both confirm it once, and only what both confirmed counts", async () => {
  const { town, pairingId, sign, form } = await drafted();
  await draftAgreement(town.lin, form); // sent twice
  await signAgreement(town.wang, sign);
  await expect(signAgreement(town.wang, sign)).rejects.toMatchObject({ message: "你已经确认过了" });
  expect((await agreementOf(town.chen, pairingId))!.confirmed).toBe(false);
  await signAgreement(town.lin, sign);
  expect((await agreementOf(town.zhen, pairingId))!.confirmed).toBe(true);
  expect((await town.store.read.select().from(tables.ledger)).map(({ action }) => action)).toEqual(["agreement.draft", "pairing.sign", "pairing.sign"]);
});

test("a change clears both, keeps what was reached, and a confirmation of what was read before it is refused", async () => {
  const { town, pairingId, form, sign } = await drafted();
  await signAgreement(town.wang, sign);
  await signAgreement(town.lin, sign);
  const [first] = (await agreementOf(town.lin, pairingId))!.goals;
  await markGoal(town.wang, { agreementId: form.id, goalId: first!.id, reached: true });
  const goals = (await agreementOf(town.lin, pairingId))!.goals.map(({ id, area, words, dueOn }) => ({ id, area, words, dueOn }));
  await draftAgreement(town.wang, AgreementForm.parse({ ...form, version: 1, goals: [...goals, aGoal("work", "学会写调研报告")] }));
  expect(await agreementOf(town.lin, pairingId)).toMatchObject({ version: 2, mentorSignedAt: null, menteeSignedAt: null, changedBy: "王建国" });
  await expect(signAgreement(town.lin, sign)).rejects.toMatchObject({ message: "王建国刚改过这份协议。刷新看过新的再来" });
  await expect(draftAgreement(town.lin, { ...form, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  const after = (await agreementOf(town.lin, pairingId))!;
  expect(after.goals.map(({ reachedOn }) => reachedOn)).toEqual(["2026-03-04", null, null, null, null]);
  await expect(markGoal(town.wang, { agreementId: form.id, goalId: after.goals[1]!.id, reached: true })).rejects.toMatchObject({ code: "conflict" });
});

test("every area has a goal before anybody confirms, an empty line is none, and four lines are one too many", async () => {
  const { town, sign } = await drafted([aGoal("thought", "每月读一篇"), aGoal("work", "")]);
  await expect(signAgreement(town.lin, sign)).rejects.toMatchObject({ message: "还没有写业务、作风、群众工作方面的目标，补上再确认" });
  const many = { id: newId<"agreement">(), pairingId: await pairingOf(town), version: 0, goals: Array.from({ length: 4 }, () => aGoal("work", "一条")) };
  expect(AgreementForm.safeParse(many).error!.issues[0]).toMatchObject({ path: ["goals"], message: "业务最多 3 条" });
  expect(AgreementForm.safeParse({ ...many, goals: [aGoal("work", " ")] }).success).toBe(false);
});

test("two drafts at once: the second is told to look; a goal of somebody else's agreement cannot be taken over", async () => {
  const { town, form, pairingId } = await drafted();
  await expect(draftAgreement(town.wang, { ...form, id: newId<"agreement">() })).rejects.toMatchObject({ code: "conflict" });
  const stolen = { ...aGoal("work", "别人的"), id: form.goals[0]!.id };
  await draftAgreement(town.lin, AgreementForm.parse({ ...form, version: 1, goals: [stolen] }));
  expect((await agreementOf(town.lin, pairingId))!.goals).toHaveLength(1);
});

test("who may: the two of them while it goes on; the office and the leader read, others find nothing", async () => {
  const { town, form, sign, pairingId } = await drafted();
  for (const who of ["zhao", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const) {
    const sees = who === "chen" || who === "zhen";
    await expect(signAgreement(town[who], sign), who).rejects.toMatchObject({ code: sees ? "forbidden" : "not-found" });
    await expect(draftAgreement(town[who], { ...form, version: 1 }), who).rejects.toMatchObject({ code: sees ? "forbidden" : "not-found" });
    expect(!!(await agreementOf(town[who], pairingId)), who).toBe(sees);
  }
  await endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: "2026-03-03", reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  const wang = (await Desk.of(town.store, town.people.wang, town.now))!;
  for (const desk of [town.lin, wang]) {
    await expect(signAgreement(desk, sign)).rejects.toMatchObject({ code: desk === wang ? "forbidden" : "conflict" });
    await expect(draftAgreement(desk, { ...form, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await agreementOf(desk, pairingId)).toBeDefined();
  }
});

test("a goal that is worded anew is not reached yet, and one that is named twice is one and a new one", async () => {
  const { town, pairingId, form, sign } = await drafted();
  await signAgreement(town.wang, sign);
  await signAgreement(town.lin, sign);
  const [first] = (await agreementOf(town.lin, pairingId))!.goals;
  await markGoal(town.wang, { agreementId: form.id, goalId: first!.id, reached: true });
  const [head, ...rest] = (await agreementOf(town.lin, pairingId))!.goals.map(({ id, area, words, dueOn }) => ({ id, area, words, dueOn }));
  await draftAgreement(town.lin, AgreementForm.parse({ ...form, version: 1, goals: [{ ...head!, words: "换成容易的一条" }, { ...head!, words: "同一个编号再来一条" }, ...rest] }));
  const after = (await agreementOf(town.lin, pairingId))!.goals;
  expect(after.map(({ reachedOn }) => reachedOn)).toEqual([null, null, null, null, null]);
  expect(new Set(after.map(({ id }) => id)).size).toBe(5);
});
