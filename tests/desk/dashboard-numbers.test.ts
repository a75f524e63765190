import fc from "fast-check";
import { expect, test } from "vitest";
import type { Town } from "@/db/seed/cast";
import { tables } from "@/db/schema";
import { pairedCadres, unpairedCadres } from "@/lib/dashboard/reads";
import { villageBoard, villagesCalledOn, villagesNotCalledOn } from "@/lib/dashboard/reads-board";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import { sayFeedback } from "@/lib/feedback/acts";
import { FeedbackForm } from "@/lib/feedback/forms";
import { countFeedback, feedbackPage } from "@/lib/feedback/reads";
import { Desk } from "@/lib/gate/desk";
import { countHouseholds, householdKeyFrom, householdsPage } from "@/lib/households/reads";
import { addDays, dayOf, weekOf } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { endPairing, openPairing } from "@/lib/pairings/acts";
import { addCoaching } from "@/lib/pairings/acts-coaching";
import { pausePairing, resumePairing } from "@/lib/pairings/acts-term";
import { assess } from "@/lib/pairings/acts-words";
import { EndPairingForm } from "@/lib/pairings/forms";
import { AssessmentForm, CoachingForm } from "@/lib/pairings/forms-terms";
import { countUncoached, openPairings } from "@/lib/pairings/reads";
import { monthBefore } from "@/lib/pairings/rules";
import { directory, directorySize } from "@/lib/people/reads";
import { countProblems, openProblems, problemsPage } from "@/lib/problems/reads";
import { submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { countReviews, reviewsPage } from "@/lib/visits/reads-reviews";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

type Day = { ago: number; who: "lin" | "zhao"; night: boolean; missed: boolean; report: boolean; answer: "approve" | "return" | "pass_on" | "none"; says: boolean };

const aDay: fc.Arbitrary<Day> = fc.record({
  ago: fc.integer({ min: 0, max: 20 }), who: fc.constantFrom("lin", "zhao"), night: fc.boolean(), missed: fc.boolean(), report: fc.boolean(),
  answer: fc.constantFrom("approve", "return", "pass_on", "none", "none"), says: fc.boolean(),
});

/** One day of one cadre, lived on that day. */
async function live(town: Town, { ago, who, night, missed, report, answer, says }: Day): Promise<void> {
  const then = new Date(town.now.getTime() - ago * 86_400_000);
  const [desk, mentor] = [(await Desk.of(town.store, town.people[who], then))!, (await Desk.of(town.store, town.people.wang, then))!];
  const form = aVisit(town, {
    visitedOn: dayOf(then), kind: night ? "night_talk" : "household_day", householdId: who === "lin" ? town.homes.li : town.homes.sun,
    matter: report ? "report" : "none", ...(missed && { notDone: "nobody_home" }),
  });
  await submitVisit(desk, form);
  if (says) await sayFeedback(desk, FeedbackForm.parse({ id: newId<"feedback">(), says: "字大一点" }));
  if (who === "lin" && answer !== "none") await reviewVisit(mentor, { visitId: form.id, version: 1, verdict: answer, note: "水沟堵了多久？" });
}

/** Every row of a list, page after page. */
async function whole<Row, Key>(page: (after: Key | undefined) => Promise<{ rows: readonly Row[]; next?: Key | undefined }>): Promise<number> {
  let n = 0;
  for (let after: Key | undefined; ; ) {
    const { rows, next } = await page(after);
    n += rows.length;
    if (!(after = next)) return n;
  }
}

test("every number of the office's home is the length of the list it opens, whatever happened in the town", () =>
  fc.assert(
    fc.asyncProperty(fc.array(aDay, { maxLength: 30 }), async (days) => {
      const town = await township();
      for (const day of days) await live(town, day);
      const { chen } = town;
      for (const scope of ["late", "all", "unassigned"] as const)
        expect(await countReviews(chen, scope)).toBe(await whole((after: Parameters<typeof reviewsPage>[2]) => reviewsPage(chen, scope, after)));
      expect(await countHouseholds(chen, { overdue: true })).toBe(
        await whole(async (after: string | undefined) => householdsPage(chen, { overdue: true }, householdKeyFrom(after))));
      expect(await countFeedback(chen, "open")).toBe(await whole((after: Parameters<typeof feedbackPage>[2]) => feedbackPage(chen, "open", after)));
      for (const filter of [{ state: "collected" }, { open: true }, { villageId: town.villages.xiwu }] as const)
        expect(await countProblems(chen, filter)).toBe(await whole((after: Parameters<typeof problemsPage>[2]) => problemsPage(chen, filter, after, 7)));
      expect((await openProblems(chen)).open).toBe(await countProblems(chen, { open: true }));

      const week = weekOf(chen.me.today);
      const [board, { called, all }] = [await villageBoard(chen, week, 1), await villagesCalledOn(chen, week)];
      expect([board.called[0], board.rows.length]).toEqual([called, all]);
      expect((await villagesNotCalledOn(chen, week, 99)).length).toBe(all - called);
      const { counts } = await whatWaits(chen);
      for (const { kind, n } of counts) expect((await whatWaits(chen, kind)).total).toBe(n);
    }),
    { numRuns: 12 },
  ), 60_000);

test("未结对: the number, the list of people and the list of what waits name the same cadres, whenever a pairing ends", () =>
  fc.assert(
    fc.asyncProperty(fc.option(fc.integer({ min: -3, max: 3 })), async (ends) => {
      const town = await township();
      const { chen } = town;
      if (ends !== null) await town.store.write((tx) => tx.update(tables.pairings).set({ state: "ended", endedOn: addDays(chen.me.today, ends) }));
      const names = (await unpairedCadres(chen, 99)).map(({ name }) => name);
      expect((await directory(chen, { unpaired: true })).people.map(({ name }) => name)).toEqual(names);
      expect(await directorySize(chen, { unpaired: true })).toBe(names.length);
      const { cadres, paired } = await pairedCadres(chen);
      expect(cadres - paired).toBe(names.length);
      expect((await whatWaits(chen, "pairing")).total).toBe(names.length);
    }),
    { numRuns: 8 },
  ));

/** One day in the life of a pair: a talk, a word on the last month, a rest, or its end. */
const inPairs = fc.record({ ago: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 })), deed: fc.constantFrom("talk", "talk", "assess", "pause", "resume", "end", "open", "open") });

test("本月未帮带: the number is the length of its list, and plain words name the same pairs, whatever the pairs did", () =>
  fc.assert(
    fc.asyncProperty(fc.array(inPairs, { maxLength: 8 }), async (days) => {
      const town = await township();
      for (const day of days.toSorted((a, b) => b.ago - a.ago)) await pairsDo(town, day).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal));
      const { chen } = town;
      const [rows, talks, words] = [await openPairings(chen), await town.store.read.select().from(tables.coachingSessions), await town.store.read.select().from(tables.assessments)];
      const expected = rows.filter(({ id, state, startedOn }) => state === "active" && startedOn <= "2026-03-04" &&
        !talks.some(({ pairingId, heldOn }) => pairingId === id && heldOn >= "2026-03-01") && !words.some(({ pairingId, month }) => pairingId === id && month === "2026-02"));
      const listed = await openPairings(chen, { uncoached: true });
      expect(listed.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(await countUncoached(chen)).toBe(listed.length);
    }),
    { numRuns: 60 },
  ), 60_000);

async function pairsDo(town: Town, { ago, deed }: { ago: number; deed: string }): Promise<void> {
  const then = new Date(town.now.getTime() - ago * 86_400_000);
  const [office, wang] = await Promise.all((["chen", "wang"] as const).map(async (who) => (await Desk.of(town.store, town.people[who], then))!)) as [Desk, Desk];
  const pairingId = (await openPairings(wang))[0]?.id ?? newId<"pairing">();
  if (deed === "talk") return addCoaching(wang, CoachingForm.parse({ id: newId<"coachingSession">(), pairingId, heldOn: wang.me.today, method: "debrief", topic: "怎么问", account: "先听后问。" }));
  if (deed === "assess") return assess(wang, AssessmentForm.parse({ id: newId<"assessment">(), pairingId, month: monthBefore(wang.me.today.slice(0, 7)), level: "4", comment: "" }));
  if (deed === "pause") return pausePairing(office, { pairingId, reason: "借调", expectedOn: addDays(office.me.today, 30) });
  if (deed === "resume") return resumePairing(office, { pairingId });
  if (deed === "open") return openPairing(office, { id: newId<"pairing">(), menteeId: town.people.zhao, mentorId: town.people.wang, startedOn: addDays(office.me.today, 3), reason: "历史补录" });
  return endPairing(office, EndPairingForm.parse({ pairingId, endedOn: office.me.today, reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
}
