import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { noticesPage } from "@/lib/notices/reads";
import { endPairing, openPairing, proposePairing } from "@/lib/pairings/acts";
import { draftAgreement, signAgreement } from "@/lib/pairings/acts-agreement";
import { acceptPairing, declinePairing, pausePairing, resumePairing } from "@/lib/pairings/acts-term";
import { EndPairingForm, PairingForm } from "@/lib/pairings/forms";
import { AgreementForm } from "@/lib/pairings/forms-terms";
import { letLeave } from "@/lib/people/acts-leave";
import { goalArea } from "@/lib/words/pairing";
import { after, allNotices, told } from "../support/notices";
import { township } from "../support/township";

const today = "2026-03-04" as Day;
const ofZhao = ({ people }: Town, startedOn = today): PairingForm =>
  PairingForm.parse({ id: newId<"pairing">(), menteeId: people.zhao, mentorId: people.zhou, startedOn, reason: "", atOnce: false });
const lins = async (town: Town) =>
  (await town.store.read.select().from(tables.pairings).where(eq(tables.pairings.menteeId, town.people.lin)))[0]!.id;
const ends = (pairingId: string, over = {}) =>
  EndPairingForm.parse({ pairingId, endedOn: today, reason: "工作调整", nextMentorId: "", nextId: newId<"pairing">(), handover: "", ...over });

test("a proposal waits for its mentor; whoever proposed it hears the answer, and the mentee of a yes", async () => {
  const town = await township();
  const form = ofZhao(town);
  for (let sent = 0; sent < 2; sent++) await proposePairing(town.chen, form);
  expect(await told(town)).toEqual(["zhou pairing_proposed"]);
  await acceptPairing(town.zhou, { pairingId: form.id });
  expect(await told(town)).toEqual(["chen pairing_answered", "zhao pairing_changed"]);
  expect((await noticesPage(town.chen, "open")).rows).toMatchObject([{ actor: "周敏", about: "导师 周敏，学员 赵宁", href: `/pairings/${form.id}` }]);
  await expect(acceptPairing(town.zhou, { pairingId: form.id })).rejects.toThrow();
  expect(await allNotices(town)).toHaveLength(3);
});

test("a mentor's no is between them and the office", async () => {
  const town = await township();
  const form = ofZhao(town);
  await proposePairing(town.chen, form);
  await declinePairing(town.zhou, { pairingId: form.id, reason: "今年要休产假" });
  expect(await told(town)).toEqual(["chen pairing_answered"]);
});

test("what is withdrawn before it began is told to whoever knew of it, and leads nowhere", async () => {
  const town = await township();
  const form = ofZhao(town);
  await proposePairing(town.chen, form);
  await endPairing(town.chen, ends(form.id));
  expect(await told(town)).toEqual(["zhou pairing_changed"]);
  expect((await noticesPage(town.zhou, "open")).rows).toMatchObject([{ href: undefined, dismissable: true }]);
});

test("opened, paused, gone on, changed: both of the two hear each of it, once a time", async () => {
  const town = await township();
  const pairingId = await lins(town);
  const both = ["lin pairing_changed", "wang pairing_changed"];
  await pausePairing(town.chen, { pairingId, reason: "下派三个月", expectedOn: addDays(today, 30) });
  expect(await told(town)).toEqual(both);
  await resumePairing(await after(town, "chen", 5), { pairingId });
  expect(await told(town)).toEqual(both);
  expect((await allNotices(town)).map(({ at }) => at)).toEqual(Array(2).fill(new Date(town.now.getTime() + 300_000)));
  await openPairing(town.chen, ofZhao(town));
  expect(await told(town)).toEqual([...both, "zhao pairing_changed", "zhou pairing_changed"]);
});

test("with a new mentor the old one, the new one and the mentee hear of it", async () => {
  const town = await township();
  await endPairing(town.chen, ends(await lins(town), { nextMentorId: town.people.zhou, handover: "走访写得细了，接下来学开例会，两户要接着跟" }));
  expect(await told(town)).toEqual(["lin pairing_changed", "lin pairing_changed", "wang pairing_changed", "zhou pairing_changed"]);
});

test("who leaves is told nothing they could read; the other of the two is", async () => {
  const town = await township();
  await letLeave(town.chen, { personId: town.people.wang, reason: "退休" });
  expect((await told(town)).filter((line) => line.startsWith("lin"))).toEqual(["lin pairing_changed"]);
});

test("an agreement waits for whoever has not confirmed it as it stands", async () => {
  const town = await township();
  const pairingId = await lins(town);
  const goals = goalArea.values.map((area) => ({ id: newId<"goal">(), area, words: "每月进一步", dueOn: null }));
  const form = AgreementForm.parse({ id: newId<"agreement">(), pairingId, version: 0, goals });
  await draftAgreement(town.lin, form);
  expect(await told(town)).toEqual(["wang agreement_waiting"]);
  await signAgreement(town.wang, { agreementId: form.id, version: 1 });
  expect(await told(town)).toEqual(["lin agreement_waiting"]);
  await draftAgreement(town.lin, { ...form, version: 1 });
  expect(await told(town)).toEqual(["wang agreement_waiting"]);
  for (const desk of [town.wang, town.lin]) await signAgreement(desk, { agreementId: form.id, version: 2 });
  expect(await told(town)).toEqual([]);
});

test("an agreement of a pairing that ends waits for nobody", async () => {
  const town = await township();
  const pairingId = await lins(town);
  const goals = [{ id: newId<"goal">(), area: "work", words: "每月进一步", dueOn: null }];
  await draftAgreement(town.lin, AgreementForm.parse({ id: newId<"agreement">(), pairingId, version: 0, goals }));
  await endPairing(town.chen, ends(pairingId));
  expect(await told(town)).toEqual(["lin pairing_changed", "wang pairing_changed"]);
});
