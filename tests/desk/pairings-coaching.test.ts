import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { talksDue } from "@/lib/dashboard/reads-pairs";
import { endPairing, openPairing } from "@/lib/pairings/acts";
import { addCoaching, noteLearned } from "@/lib/pairings/acts-coaching";
import { pausePairing, resumePairing } from "@/lib/pairings/acts-term";
import { EndPairingForm } from "@/lib/pairings/forms";
import { CoachingForm } from "@/lib/pairings/forms-terms";
import { openPairings } from "@/lib/pairings/reads";
import { coachingPage, linkChoices } from "@/lib/pairings/reads-coaching";
import { submitVisit } from "@/lib/visits/acts";
import { township } from "@/tests/support/township";
import { aVisit } from "@/tests/support/visits";

const today = "2026-03-04" as Day;
const later = async (town: Town, who: Who, days: number): Promise<Desk> => (await Desk.of(town.store, town.people[who], new Date(town.now.getTime() + days * 86_400_000)))!;
const lins = async (town: Town) => (await openPairings(town.chen)).find(({ menteeId }) => menteeId === town.people.lin)!.id;

async function paired(over: Partial<CoachingForm> = {}) {
  const town = await township();
  const pairingId = await lins(town);
  const talk = (more: Partial<CoachingForm> = {}): CoachingForm =>
    CoachingForm.parse({ id: newId<"coachingSession">(), pairingId, heldOn: today, method: "on_site", topic: "入户沟通", account: "一起走了两户", ...over, ...more });
  return { town, pairingId, talk };
}
const sessions = (town: Town) => town.store.read.select().from(tables.coachingSessions);

test("a talk is kept once, however often it is sent; the mentee adds what they took from it and mends it", async () => {
  const { town, pairingId, talk } = await paired();
  const form = talk();
  await addCoaching(town.wang, form);
  await addCoaching(town.wang, form);
  const note = { sessionId: form.id, learned: "先拉家常", nextStep: "" };
  await noteLearned(town.lin, note);
  await noteLearned(town.lin, { ...note, nextStep: "周二再去" });
  expect((await coachingPage(town.lin, pairingId)).sessions).toMatchObject([{ topic: "入户沟通", learned: "先拉家常", nextStep: "周二再去" }]);
  const deeds = await town.store.read.select({ action: tables.ledger.action }).from(tables.ledger);
  expect(deeds.map(({ action }) => action)).toEqual(["coaching.add", "coaching.learn", "coaching.learn"]);
});

test("its day lies within the term, and what it hangs on is the mentee's own", async () => {
  const { town, talk, pairingId } = await paired();
  await expect(addCoaching(town.wang, talk({ heldOn: addDays(today, 1) }))).rejects.toMatchObject({ field: "heldOn" });
  await expect(addCoaching(town.wang, talk({ heldOn: "2026-01-06" as Day }))).rejects.toMatchObject({ field: "heldOn" });
  const { id: visitId } = await submitVisit(town.lin, aVisit(town));
  const { id: others } = await submitVisit(town.zhao, aVisit(town, { householdId: town.homes.sun }));
  await expect(addCoaching(town.wang, talk({ visitId: others }))).rejects.toMatchObject({ field: "visitId" });
  await expect(addCoaching(town.wang, talk({ problemId: newId<"problem">() }))).rejects.toMatchObject({ field: "problemId" });
  expect((await linkChoices(town.wang, town.people.lin)).visits.map(({ id }) => id)).toEqual([visitId]);
  await addCoaching(town.wang, talk({ visitId }));
  expect((await coachingPage(town.wang, pairingId)).sessions[0]!.visit).toMatchObject({ id: visitId, village: "东岭村" });
  expect(CoachingForm.safeParse({ ...talk(), visitId, problemId: newId<"problem">() }).success).toBe(false);
});

test("who may: the mentor writes, the mentee answers, the office reads, and it is nobody else's", async () => {
  const { town, talk, pairingId } = await paired();
  const form = talk();
  await addCoaching(town.wang, form);
  for (const who of ["lin", "zhao", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const) {
    const sees = ["lin", "chen", "zhen"].includes(who);
    await expect(addCoaching(town[who], talk()), who).rejects.toMatchObject({ code: sees ? "forbidden" : "not-found" });
    if (who !== "lin") await expect(noteLearned(town[who], { sessionId: form.id, learned: "我学到了", nextStep: "" }), who).rejects.toMatchObject({ code: who === "chen" ? "forbidden" : "not-found" });
    expect((await coachingPage(town[who], pairingId)).sessions, who).toHaveLength(who === "lin" || who === "chen" ? 1 : 0);
  }
  await endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: addDays(today, -1), reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  await expect(addCoaching(await later(town, "wang", 0), talk())).rejects.toMatchObject({ code: "conflict" });
  expect((await coachingPage(await later(town, "wang", 0), pairingId)).sessions).toHaveLength(1);
  expect(await sessions(town)).toHaveLength(1);
});

test("talks turn their pages by key, latest first, none twice and none left out", async () => {
  const { town, pairingId, talk } = await paired();
  for (let n = 0; n < 23; n++) await addCoaching(town.wang, talk({ heldOn: addDays(today, -(n % 7)) }));
  const pages = [await coachingPage(town.lin, pairingId)];
  while (pages.at(-1)!.next) pages.push(await coachingPage(town.lin, pairingId, pages.at(-1)!.next));
  const all = pages.flatMap((page) => page.sessions);
  expect([pages.length, all.length, new Set(all.map(({ id }) => id)).size]).toEqual([5, 23, 23]);
  expect(all.map(({ heldOn }) => heldOn)).toEqual(all.map(({ heldOn }) => heldOn).toSorted().toReversed());
});

test("ten days without a first talk, fourteen since the last; a day off is nobody's due day", async () => {
  const { town, talk } = await paired();
  const says = async (who: Who, days: number) => (await talksDue(await later(town, who, days))).map((due) => `${due.dueOn} ${due.says}`);
  expect(await says("wang", 0)).toEqual(["2026-01-19 56 天了，还没有第一次帮带"]); // the 17th was a Saturday
  await addCoaching(town.wang, talk());
  expect(await says("wang", 13)).toEqual([]);
  expect(await says("wang", 14)).toEqual(["2026-03-18 14 天没有帮带记录"]);
  expect([await says("lin", 20), await says("chen", 20)]).toEqual([["2026-03-18 20 天没有帮带记录"], ["2026-03-18 20 天没有帮带记录"]]);
  for (const who of ["zhao", "zhou", "he", "zhen", "guan", "shen"] as const) expect(await says(who, 20), who).toEqual([]);
  await town.store.write((tx) => tx.insert(tables.dayMarks).values([{ day: "2026-03-18" as Day, name: "放假", mark: "holiday" }, { day: "2026-03-21" as Day, name: "调休", mark: "makeup" }, { day: "2026-03-19" as Day, name: "放假", mark: "holiday" }, { day: "2026-03-20" as Day, name: "放假", mark: "holiday" }]));
  expect([await says("wang", 16), await says("wang", 17)]).toEqual([[], ["2026-03-21 17 天没有帮带记录"]]);
});

test("while it rests nobody is reminded, and after it the days are counted anew; what has not begun is not late", async () => {
  const { town, pairingId } = await paired();
  await openPairing(town.chen, { id: newId<"pairing">(), menteeId: town.people.zhao, mentorId: town.people.zhou, startedOn: addDays(today, 20), reason: "" });
  await pausePairing(town.chen, { pairingId, reason: "借调", expectedOn: addDays(today, 30) });
  expect(await talksDue(await later(town, "chen", 25))).toEqual([]);
  await resumePairing(await later(town, "chen", 26), { pairingId });
  expect(await talksDue(await later(town, "chen", 27))).toEqual([]);
  expect((await talksDue(await later(town, "chen", 36))).map(({ mentee, says }) => `${mentee} ${says}`)).toEqual(["林晓 10 天了，还没有第一次帮带", "赵宁 16 天了，还没有第一次帮带"]);
});
