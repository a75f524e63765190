import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Desk } from "@/lib/gate/desk";
import { inPlainWords } from "../support/in-plain-words";
import { writePapers } from "../support/little-papers";
import { type At, type LittleTown, littleTown, now, settle } from "../support/little-town";
import { emptyStore } from "../support/township";

/*
 * What is written within a pairing, about a visit and for one person: the SQL of sight gives the rows that plain words
 * give. Each row is known by the number of the pairing, the visit or the person it belongs to.
 */
const sorted = (lines: readonly (string | number)[]) => lines.map(String).sort();

async function asTheDeskSees(desk: Desk, at: At) {
  const { see } = desk;
  const [pair, visit, person] = [at.pairings, at.visits, at.people].map((all: readonly string[]) => (id: string) => all.indexOf(id)) as [Of, Of, Of];
  const goals = await desk.select({ id: see.agreements.pairingId }).from(see.goals).innerJoin(see.agreements, eq(see.agreements.id, see.goals.agreementId));
  const earlier = await desk.select({ id: see.assessments.pairingId }).from(see.earlierAssessments).innerJoin(see.assessments, eq(see.assessments.id, see.earlierAssessments.assessmentId));
  return {
    pairingSteps: sorted((await desk.select().from(see.pairingSteps)).map(({ pairingId }) => pair(pairingId))),
    agreements: sorted((await desk.select().from(see.agreements)).map(({ pairingId }) => pair(pairingId))),
    goals: sorted(goals.map(({ id }) => pair(id))),
    coachingSessions: sorted((await desk.select().from(see.coachingSessions)).map(({ pairingId }) => pair(pairingId))),
    assessments: sorted((await desk.select().from(see.assessments)).map(({ pairingId }) => pair(pairingId))),
    earlierAssessments: sorted(earlier.map(({ id }) => pair(id))),
    evaluations: sorted((await desk.select().from(see.evaluations)).map(({ pairingId, side }) => `${pair(pairingId)} ${side}`)),
    absences: sorted((await desk.select().from(see.absences)).map(({ personId }) => person(personId))),
    visitSteps: sorted((await desk.select().from(see.visitSteps)).map(({ visitId }) => visit(visitId))),
    visitVersions: sorted((await desk.select().from(see.visitVersions)).map(({ visitId }) => visit(visitId))),
    companions: sorted((await desk.select().from(see.companions)).map(({ visitId }) => visit(visitId))),
    nextSteps: sorted((await desk.select().from(see.nextSteps)).map(({ visitId }) => visit(visitId))),
    photos: sorted((await desk.select().from(see.photos)).map(({ visitId }) => visit(visitId))),
    visitComments: sorted((await desk.select().from(see.visitComments)).map(({ visitId, authorId, state }) => `${visit(visitId)} ${person(authorId)} ${state}`)),
    presets: sorted((await desk.select().from(see.presets)).map(({ personId }) => person(personId))),
    notices: sorted((await desk.select().from(see.notices)).map(({ personId }) => person(personId))),
    feedback: sorted((await desk.select().from(see.feedback)).map(({ authorId }) => person(authorId))),
  };
}
type Of = (id: string) => number;

function asTheRulesSay(town: LittleTown, me: number) {
  const may = inPlainWords(town, me);
  const where = <One>(all: readonly One[], fits: (one: One) => boolean) => sorted(all.flatMap((one, i) => (fits(one) ? [i] : [])));
  const [between, trails, visits] = [where(town.pairings, may.between), where(town.visits, may.trail), where(town.visits, may.visit)];
  const remarks = town.remarks.filter((remark) => town.visits[remark.visit] && may.remark(remark));
  return {
    pairingSteps: where(town.pairings, may.pairing),
    agreements: where(town.pairings, may.agreement),
    goals: where(town.pairings, may.agreement),
    coachingSessions: between, assessments: between, earlierAssessments: between,
    evaluations: sorted(town.pairings.flatMap((one, i) => one.said.filter((side) => may.evaluation(one, side)).map((side) => `${i} ${side}`))),
    absences: sorted(town.absences.filter(may.absence).map(({ person }) => person)),
    visitSteps: trails, visitVersions: trails, companions: visits, nextSteps: visits,
    photos: where(town.visits, may.photo),
    visitComments: sorted(remarks.map(({ visit, by, sent }) => `${visit} ${by} ${sent ? "sent" : "pending"}`)),
    presets: [String(me)], notices: [String(me)],
    feedback: town.roles[me]!.includes("office") ? ["0", "1", "2", "3"] : [String(me)],
  };
}

test("in any town, everybody reads exactly the papers that the rules give them", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(littleTown, async (town) => {
      const store = emptyStore();
      const at = await settle(store, town);
      await writePapers(store, town, at);
      for (const me of [0, 1, 2, 3]) {
        const rows = await asTheDeskSees((await Desk.of(store, at.people[me]!, now))!, at);
        expect(rows).toEqual(asTheRulesSay(town, me));
        for (const [table, lines] of Object.entries(rows)) seen.set(table, (seen.get(table) ?? 0) + lines.length);
      }
      store.close();
    }),
    { numRuns: 60 },
  );
  expect([...seen].filter(([, rows]) => rows < 5)).toEqual([]);
}, 60_000);
