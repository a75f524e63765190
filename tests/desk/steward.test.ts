import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type NewRow, tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { placePerson } from "@/db/seed/place";
import { Desk } from "@/lib/gate/desk";
import { KEPT_DAYS, stewardRound } from "@/lib/gate/steward";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { knowNotice } from "@/lib/notices/acts";
import { noticesPage } from "@/lib/notices/reads";
import { addCoaching } from "@/lib/pairings/acts-coaching";
import { endPairing } from "@/lib/pairings/acts";
import { pausePairing, resumePairing } from "@/lib/pairings/acts-term";
import { assess } from "@/lib/pairings/acts-words";
import { EndPairingForm } from "@/lib/pairings/forms";
import { AssessmentForm, CoachingForm } from "@/lib/pairings/forms-terms";
import { allNotices, told } from "../support/notices";
import { township } from "../support/township";

const moment = (at: string) => new Date(`${at}:00+08:00`);
const on = async (town: Town, who: Who, at: string) => (await Desk.of(town.store, town.people[who], moment(at)))!;

/** 林晓 and 王建国 have been a pair since 7 January and never talked; a clock to turn. */
async function silentTown() {
  const town = await township();
  const [pairing] = await town.store.read.select().from(tables.pairings);
  let now = town.now;
  const round = stewardRound(town.store, () => now);
  const at = async (text: string) => {
    now = moment(text);
    await round();
    return told(town);
  };
  const talk = async (heldOn: string, who: Who = "wang") =>
    addCoaching(await on(town, who, `${heldOn}T10:00`), CoachingForm.parse({ id: newId<"coachingSession">(), pairingId: pairing!.id, heldOn, method: "debrief", topic: "怎么问", account: "先听后问。" }));
  return { town, pairingId: pairing!.id, at, talk };
}
const silence = (lines: readonly string[]) => lines.filter((line) => /talk_due$/.test(line));
const everyone = (kind: string) => ["chen", "lin", "wang"].map((who) => `${who} ${kind}`);

test("ten days without a first talk and fourteen since the last: the two and the office hear of it once, and a talk answers it", async () => {
  const { town, at, talk, pairingId } = await silentTown();
  expect(silence(await at("2026-03-04T08:01"))).toEqual(everyone("first_talk_due"));
  const { rows } = await noticesPage(await on(town, "chen", "2026-03-04T09:00"), "open");
  expect(rows).toMatchObject([{ kind: "first_talk_due", actor: null, about: "导师 王建国，学员 林晓", href: `/pairings/${pairingId}`, dismissable: true }]);
  await knowNotice(town.chen, { noticeId: rows[0]!.id });
  expect(silence(await at("2026-03-05T08:01"))).toEqual(["lin first_talk_due", "wang first_talk_due"]); // who put it aside is not told again
  await talk("2026-03-05");
  expect(silence(await at("2026-03-18T08:01"))).toEqual([]);
  expect(silence(await at("2026-03-19T08:01"))).toEqual(everyone("talk_due"));
  expect(silence(await at("2026-03-20T08:01"))).toEqual(everyone("talk_due"));
  expect((await allNotices(town)).filter(({ kind }) => kind === "talk_due")).toHaveLength(3);
  await talk("2026-03-20");
  expect(silence(await told(town))).toEqual([]);
  expect(silence(await at("2026-04-03T08:01"))).toEqual(everyone("talk_due"));
});

test("a pair that rests hears nothing, and when it goes on its days are counted anew", async () => {
  const { town, at, pairingId } = await silentTown();
  await at("2026-03-04T08:01");
  await pausePairing(town.chen, { pairingId, reason: "下派三个月", expectedOn: "2026-04-30" as Day });
  expect((await told(town)).filter((line) => !line.endsWith("pairing_changed"))).toEqual([]);
  expect((await at("2026-03-20T08:01")).filter((line) => !line.endsWith("pairing_changed"))).toEqual([]);
  await resumePairing(await on(town, "chen", "2026-03-23T09:00"), { pairingId });
  expect(silence(await at("2026-04-01T08:01"))).toEqual([]);
  expect(silence(await at("2026-04-02T08:01"))).toEqual(everyone("first_talk_due"));
});

test("nothing is said in quiet hours or on a day off; a restart in between says nothing twice", async () => {
  const { town, at } = await silentTown();
  await town.store.write((tx) => tx.insert(tables.dayMarks).values({ day: "2026-03-06" as Day, mark: "holiday", name: "停工" }));
  for (const quiet of ["2026-03-04T07:59", "2026-03-04T18:00", "2026-03-06T10:00", "2026-03-07T10:00"]) expect(await at(quiet), quiet).toEqual([]);
  expect(silence(await at("2026-03-09T17:59"))).toEqual(everyone("first_talk_due"));
  for (const clock of ["2026-03-09T17:59", "2026-03-10T08:00"]) await stewardRound(town.store, () => moment(clock))();
  expect(silence(await told(town))).toEqual(everyone("first_talk_due"));
  expect(await town.store.read.select().from(tables.ledger)).toEqual([]);
});

test("a mentor is asked for last month on its first working day, reminded from the fourth, and left alone when it is written", async () => {
  const { town, at, pairingId } = await silentTown();
  const asked = async (text: string) => {
    await at(text);
    return (await allNotices(town)).filter(({ kind }) => kind === "assessment_due").map(({ at: since, doneAt, personId }) => [since.toISOString().slice(0, 10), doneAt === null, personId === town.people.wang]);
  };
  expect(await asked("2026-03-02T09:00")).toEqual([["2026-03-02", true, true]]); // the first is a Sunday
  expect(await asked("2026-03-03T09:00")).toEqual([["2026-03-02", true, true]]);
  expect(await asked("2026-03-04T09:00")).toEqual([["2026-03-04", true, true]]);
  expect(await asked("2026-03-05T09:00")).toEqual([["2026-03-04", true, true]]);
  const wang = await on(town, "wang", "2026-03-05T10:00");
  const word = (month: string) => AssessmentForm.parse({ id: newId<"assessment">(), pairingId, month, level: "4", comment: "" });
  await assess(wang, word("2026-01"));
  expect(await asked("2026-03-06T09:00")).toEqual([["2026-03-04", true, true]]);
  await assess(wang, word("2026-02"));
  expect(await asked("2026-03-09T09:00")).toEqual([["2026-03-04", false, true]]);
  expect(await asked("2026-04-01T09:00")).toEqual([["2026-03-04", false, true], ["2026-04-01", true, true]]);
});

test("an ended pairing asks nothing any more, and one office member who mentors hears each thing once", async () => {
  const { town, at, pairingId } = await silentTown();
  await town.store.write(async (tx) => {
    await tx.update(tables.people).set({ roles: ["mentor", "office"] }).where(eq(tables.people.id, town.people.wang));
    const gone = await placePerson(tx, { name: "已离岗", roles: ["office"] });
    await tx.update(tables.people).set({ leftOn: "2026-03-01" as Day }).where(eq(tables.people.id, gone));
  });
  await at("2026-03-04T08:01");
  expect(await told(town)).toEqual(["chen first_talk_due", "lin first_talk_due", "wang assessment_due", "wang first_talk_due"]);
  await endPairing(await on(town, "chen", "2026-03-05T09:00"), EndPairingForm.parse({ pairingId, endedOn: "2026-03-05", reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  expect(await at("2026-03-09T08:01")).toEqual(["lin pairing_changed", "wang pairing_changed"]);
});

test("what was dealt with ninety days ago goes; what is open stays, and so does that a silent pair was told", async () => {
  const { town, at, pairingId } = await silentTown();
  await at("2026-03-04T08:01");
  const days = (count: number) => new Date(moment("2026-03-05T08:01").getTime() - count * 86_400_000);
  const line = (over: Partial<NewRow<"notices">>): NewRow<"notices"> =>
    ({ personId: town.people.lin, kind: "coached", subject: "pairing", subjectId: newId<"pairing">(), at: days(200), showAt: days(200), ...over });
  await town.store.write(async (tx) => {
    await tx.update(tables.notices).set({ at: days(120), doneAt: days(120) });
    await tx.insert(tables.notices).values([line({ doneAt: days(KEPT_DAYS + 1) }), line({ doneAt: days(KEPT_DAYS - 1) }), line({}), line({ kind: "talk_due", doneAt: days(100) })]);
  });
  await at("2026-03-05T08:01");
  const kept = (await allNotices(town)).map(({ kind, doneAt, subjectId }) => `${kind} ${doneAt ? "done" : "open"}${subjectId === pairingId ? " here" : ""}`).sort();
  expect(kept).toEqual(["assessment_due open here", "coached done", "coached open", ...Array<string>(3).fill("first_talk_due done here")]);
});
