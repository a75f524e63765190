import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Row, tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { placePerson } from "@/db/seed/place";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { knowNotice } from "@/lib/notices/acts";
import { noticesPage } from "@/lib/notices/reads";
import { endPairing, proposePairing } from "@/lib/pairings/acts";
import { draftAgreement } from "@/lib/pairings/acts-agreement";
import { EndPairingForm, PairingForm } from "@/lib/pairings/forms";
import { AgreementForm } from "@/lib/pairings/forms-terms";
import { letLeave } from "@/lib/people/acts-leave";
import { recallVisit } from "@/lib/visits/acts";
import { endAbsence, openAbsence } from "@/lib/visits/acts-absences";
import { reassignReviewer, reviewVisit } from "@/lib/visits/acts-review";
import { stewardRound } from "@/lib/gate/steward";
import { after, told } from "../support/notices";
import { handedOverTo, handIn, lostTo } from "../support/parked";
import { asks, handedIn, passes } from "../support/reviews";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const now = async (town: Town, who: Who) => (await Desk.of(town.store, town.people[who], town.now))!;
const passesOn = (visitId: Row<"visits">["id"], version = 1) => ({ visitId, version, verdict: "pass_on" as const, note: "我不熟悉这户" });
const moreOffice = (town: Town, name = "副主任") => town.store.write((tx) => placePerson(tx, { name, roles: ["office"] }));

test("what a mentor passes on is told to the whole office but its author, and put away for all by whoever answers", async () => {
  const town = await township();
  const other = (await Desk.of(town.store, await moreOffice(town), town.now))!;
  await town.store.write((tx) => tx.update(tables.people).set({ roles: ["cadre", "office"] }).where(eq(tables.people.id, town.people.lin)));
  const id = await handedIn(town);
  await reviewVisit(town.wang, passesOn(id));
  expect(await told(town)).toEqual(["chen review_handed", "undefined review_handed"]);
  expect((await noticesPage(town.chen, "open")).rows).toMatchObject([{ actor: "王建国", href: `/reviews?visit=${id}`, dismissable: false, about: "3 月 3 日 东岭村 张** 户 日访" }]);
  await reviewVisit(other, { ...passes(id, 2), note: "主任出差，代为通过" });
  expect(await told(town)).toEqual([]);
});

test("sent back to the mentor, the office is rid of it and the mentor told; taken back by its author, nobody waits", async () => {
  const town = await township();
  const [one, two] = [await handedIn(town), await handedIn(town)];
  for (const id of [one, two]) await reviewVisit(town.wang, passesOn(id));
  await reassignReviewer(town.chen, { visitId: one, version: 2 });
  expect(await told(town)).toEqual(["chen review_handed", "wang review_handed"]);
  await recallVisit(town.lin, { visitId: one, version: 3 });
  expect(await told(town)).toEqual(["chen review_handed"]);
  await reviewVisit(town.chen, { ...asks(two, 2), note: "水沟堵了多久？" });
  expect(await told(town)).toEqual(["lin visit_returned"]);
});

test("with a change of mentor each review that waits is told to the new one; a review nobody takes over is the office's own list", async () => {
  const town = await township();
  const [pairing] = await town.store.read.select().from(tables.pairings);
  const [one, closed] = [await handedIn(town), await handedIn(town)];
  await reviewVisit(town.wang, passes(closed));
  const handover = { nextMentorId: town.people.zhou, handover: "走访写得细了，接下来学开例会" };
  await endPairing(town.chen, EndPairingForm.parse({ pairingId: pairing!.id, endedOn: "2026-03-03", reason: "轮岗", nextId: newId<"pairing">(), ...handover }));
  expect((await told(town)).filter((line) => line.endsWith("review_handed"))).toEqual(["zhou review_handed"]);
  await reviewVisit(await now(town, "zhou"), passes(one, 2));
  const two = await handedIn({ ...town, lin: await now(town, "lin") });
  await letLeave(town.chen, { personId: town.people.zhou, reason: "退休" });
  expect((await told(town)).filter((line) => line.endsWith("review_handed"))).toEqual([]);
  expect(await town.store.read.select({ by: tables.visits.reviewerId }).from(tables.visits).where(eq(tables.visits.id, two))).toEqual([{ by: null }]);
});

test("a mentor hears of an absence that the office entered for them, and not of one they entered", async () => {
  const town = await township();
  const absence = { id: newId<"absence">(), personId: town.people.wang, startedOn: "2026-03-05" as Day, endedOn: "2026-03-06" as Day, reason: "出差" };
  await openAbsence(town.chen, { ...absence, standInId: town.people.zhou });
  expect(await told(town)).toEqual(["wang absence_entered", "zhou stand_in"]);
  expect((await noticesPage(town.wang, "open")).rows).toMatchObject([{ actor: "陈主任", about: "3 月 5 日 到 3 月 6 日，周敏 代批阅", href: "/reviews", dismissable: true }]);
  await endAbsence(town.chen, { absenceId: absence.id });
  expect(await told(town)).toEqual([]);
  await openAbsence(town.wang, { ...absence, id: newId<"absence">(), standInId: "" });
  expect(await told(town)).toEqual([]);
});

/** Everything that waits for a deed, each for somebody, an evening later. */
async function everythingWaits(town: Town) {
  const [one, two] = [await handedIn(town), await handedIn(town)];
  await reviewVisit(town.wang, asks(one));
  await reviewVisit(town.wang, passesOn(two));
  await reassignReviewer(town.chen, { visitId: two, version: 2 });
  const [pairing] = await town.store.read.select().from(tables.pairings);
  const goals = [{ id: newId<"goal">(), area: "work", words: "每月进一步", dueOn: null }];
  await draftAgreement(town.lin, AgreementForm.parse({ id: newId<"agreement">(), pairingId: pairing!.id, version: 0, goals }));
  await proposePairing(town.chen, PairingForm.parse({ id: newId<"pairing">(), menteeId: town.people.zhao, mentorId: town.people.wang, startedOn: "2026-03-04", reason: "", atOnce: false }));
  await stewardRound(town.store, () => town.now)();
}

test("who has lost the role for a deed puts the reminder of it aside; who has not, does the deed", async () => {
  const town = await township();
  await everythingWaits(town);
  const waiting = ["agreement_waiting", "assessment_due", "pairing_proposed", "review_handed"];
  const dismissable = async (who: Who, kinds: readonly string[]) => {
    const desk = await after(town, who, 60);
    return (await noticesPage(desk, "open")).rows.filter(({ kind }) => kinds.includes(kind)).map(({ kind, dismissable: may }) => `${kind} ${may}`).sort();
  };
  expect(await dismissable("wang", waiting)).toEqual(waiting.map((kind) => `${kind} false`));
  expect(await dismissable("lin", ["visit_returned"])).toEqual(["visit_returned false"]);
  await town.store.write((tx) => tx.update(tables.people).set({ roles: ["judge"] }));
  expect(await dismissable("wang", waiting)).toEqual(waiting.map((kind) => `${kind} true`));
  expect(await dismissable("lin", ["visit_returned"])).toEqual(["visit_returned true"]);
  for (const who of ["wang", "lin"] as const) {
    const desk = await after(town, who, 60);
    for (const { id } of (await noticesPage(desk, "open")).rows) await knowNotice(desk, { noticeId: id });
    expect((await noticesPage(desk, "open")).rows).toEqual([]);
  }
});

test("of a visit kept for a lost door too: whose door it is no more puts it aside", async () => {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const visit = aVisit(town);
  await handIn(lin, visit);
  const zhao = await handedOverTo(town, lin, visit.id, "zhao");
  expect((await noticesPage(zhao, "open")).rows).toMatchObject([{ kind: "parked_handed", dismissable: false }]);
  await town.store.write((tx) => tx.update(tables.assignments).set({ endedOn: "2026-03-03" as Day }).where(eq(tables.assignments.personId, town.people.zhao)));
  expect((await noticesPage(await now(town, "zhao"), "open")).rows).toMatchObject([{ kind: "parked_handed", dismissable: true }]);
});
