import { and, type AnyColumn, eq, exists, gt, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { type TableName, type Tables, tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { UnmaskField } from "@/lib/words/household";
import type { Actor } from "./actor";
import * as pairs from "./sight-pairs";
import * as quiz from "./sight-quizzes";
import { among, both, either, everyRow, inMyVillages, noRow, ofVillagers } from "./sight-kit";
import * as topic from "./sight-topics";
import { isApproved, isHandedIn, ofVisit, visits, visitsFollowed } from "./sight-visits";

/*
 * Who may see which rows; `policy.ts` says who may do what. The letters (A assigned, V village, M mentee's, O own)
 * are those of the authorization matrix in tests/desk/policy.test.ts.
 */

const openedByMe = (me: Actor, household: AnyColumn, field: UnmaskField): SQL => {
  const { unmaskings: u } = tables;
  return inArray(household, q.select({ id: u.householdId }).from(u)
    .where(and(eq(u.personId, me.id), eq(u.field, field), gt(u.until, me.now))));
};

const visitedBy = (personIds: readonly Id<"person">[], household: AnyColumn): SQL => {
  const { visits: v } = tables;
  return inArray(household, q.select({ id: v.householdId }).from(v).where(among(v.authorId, personIds)));
};

/** Words of a visit that is still being written are closed and decided by nobody: they are their author's alone. */
const isPutForward = (t: Tables["factProposals"]): SQL => sql`(+${t.state} <> 'declined' or ${t.decidedAt} is not null)`;

/** The door it stands at is mine to call on, as `worksAt` says it in policy.ts. */
const servedHere = (me: Actor, t: { householdId: AnyColumn; villageId: AnyColumn }): SQL =>
  either(among(t.householdId, me.householdIds), among(t.villageId, me.villageIds), me.is("gridMember") && among(t.villageId, me.gridVillageIds));

/** Masked: A V M, what I drew as an examiner, and what I, my mentees or those I read for somebody else have visited. Whole lists, so that the list walks its own order by index. */
const households = (me: Actor, t: Tables["households"]): SQL =>
  me.is("office")
    ? everyRow
    : or(
        inArray(t.id, [...me.householdIds, ...me.menteeHouseholdIds]),
        inArray(t.villageId, [...me.villageIds]),
        inArray(t.gridId, [...me.gridIds]),
        me.is("examiner") ? quiz.drawnFor(me, t.id) : undefined,
        visitedBy([me.id, ...me.menteeIds, ...me.standIns.map(({ authorId }) => authorId)], t.id),
      )!;

const ofSeenHousehold = (me: Actor, householdId: AnyColumn): SQL => {
  const { households: h } = tables;
  if (me.is("office")) return everyRow;
  return exists(q.select({ one: sql`1` }).from(h).where(and(eq(h.id, householdId), households(me, h))));
};

/** A notice names its household only by the thing it is about. */
function notOfKept(me: Actor, t: Tables["notices"]): SQL | undefined {
  if (me.hiddenHouseholdIds.length === 0) return undefined;
  const kept = [...me.hiddenHouseholdIds];
  const ofThem = [tables.visits, tables.parkedVisits].map((of) => q.select({ id: of.id }).from(of).where(inArray(of.householdId, kept)));
  return and(notInArray(t.subjectId, kept), ...ofThem.map((ids) => notInArray(t.subjectId, ids)));
}

/** Who may see which rows. A table without a line here does not compile. */
export const maySee = {
  town: () => everyRow,
  dayMarks: () => everyRow,
  people: () => everyRow,
  skills: () => everyRow,
  accounts: (me, t) => (me.is("office", "admin") ? everyRow : eq(t.personId, me.id)),
  credentials: () => noRow,
  sessions: (me, t) => (me.is("admin") ? everyRow : eq(t.personId, me.id)),
  signInTries: (me) => (me.is("admin") ? everyRow : noRow),
  villages: () => everyRow,
  grids: () => everyRow,
  assignments: (me, t) =>
    me.is("office")
      ? everyRow
      : either(sql`${t.householdId} is null`, eq(t.personId, me.id), among(t.personId, me.menteeIds), among(t.villageId, me.villageIds)),
  pairings: pairs.pairings,
  pairingSteps: pairs.pairingSteps,
  agreements: pairs.agreements,
  goals: pairs.goals,
  coachingSessions: pairs.betweenThem,
  assessments: pairs.betweenThem,
  earlierAssessments: pairs.betweenThem,
  evaluations: pairs.evaluations,
  households: ofVillagers(households),
  householders: ofVillagers((me, t: Tables["householders"]) =>
    me.is("office")
      ? everyRow
      : either(
          among(t.householdId, me.householdIds),
          me.is("villageCadre", "gridMember") && inMyVillages(me, t.householdId),
          openedByMe(me, t.householdId, "name"),
        )),
  phones: ofVillagers((me, t: Tables["phones"]) => openedByMe(me, t.householdId, "phone")),
  members: ofVillagers((me, t: Tables["members"]) => ofSeenHousehold(me, t.householdId)),
  memberNames: ofVillagers((me, t: Tables["memberNames"]) =>
    either(
      both(eq(t.minor, false), among(t.householdId, me.householdIds)),
      both(openedByMe(me, t.householdId, "members"), either(eq(t.minor, false), among(t.householdId, me.householdIds), me.is("villageCadre") && inMyVillages(me, t.householdId))),
    )),
  facts: ofVillagers((me, t: Tables["facts"]) => ofSeenHousehold(me, t.householdId)),
  factValues: ofVillagers((me, t: Tables["factValues"]) =>
    either(
      among(t.householdId, me.householdIds),
      both(eq(t.kind, "door"), me.is("office") ? everyRow : inMyVillages(me, t.householdId)),
      openedByMe(me, t.householdId, "facts"),
    )),
  unmaskings: (me, t) => (me.is("office", "auditor") ? everyRow : eq(t.personId, me.id)),
  enterprises: (me, t) => (me.is("office", "leader") ? everyRow : among(t.villageId, me.villageIds)),
  visits: ofVillagers(visits),
  visitSteps: ofVisit(visitsFollowed),
  visitVersions: ofVisit(visitsFollowed),
  companions: ofVisit(visits),
  nextSteps: ofVisit(visits),
  visitPlaces: ofVisit((me, v) => either(eq(v.authorId, me.id), both(isHandedIn(v), among(v.authorId, me.menteeIds)))),
  photos: ofVisit((me, v) =>
    either(visitsFollowed(me, v), both(isApproved(v), either(among(v.householdId, me.householdIds), me.is("villageCadre") && among(v.villageId, me.villageIds))))),
  parkedVisits: ofVillagers((me, t: Tables["parkedVisits"]) =>
    me.is("office") ? everyRow : either(eq(t.authorId, me.id), both(eq(t.state, "handed"), eq(t.keeperId, me.id), servedHere(me, t)))),
  visitComments: (me, t) =>
    either(eq(t.authorId, me.id), both(eq(t.state, "sent"), ofVisit(visitsFollowed)(me, t))),
  absences: (me, t) => (me.is("office") ? everyRow : either(eq(t.personId, me.id), eq(t.standInId, me.id))),
  villageWeeks: (me, t) => (me.is("office", "leader") ? everyRow : among(t.villageId, me.villageIds)),
  visitDocs: () => everyRow, // numbers only; what they lead to is narrowed
  presets: (me, t) => eq(t.personId, me.id),
  factProposals: ofVillagers((me, t: Tables["factProposals"]) =>
    either(eq(t.proposedById, me.id), both(isPutForward(t), me.is("office")
      ? everyRow
      : either(among(t.householdId, me.householdIds), me.is("villageCadre", "gridMember") && inMyVillages(me, t.householdId))))),
  practiceCards: (me, t) => eq(t.personId, me.id),
  practiceAnswers: (me, t) => eq(t.personId, me.id),
  suggestionAnswers: (me, t) => eq(t.personId, me.id),
  suggestionWeights: () => everyRow,
  quizPlans: (me) => (me.is("office", "auditor") ? everyRow : noRow),
  quizzes: quiz.quizzes,
  frames: quiz.frames,
  frameSecrets: quiz.frameSecrets,
  draws: quiz.draws,
  redraws: quiz.redraws,
  peeks: quiz.ofExam,
  quizKeys: ofVillagers(quiz.quizKeys),
  quizSheets: ofVillagers(quiz.quizSheets),
  quizMarks: ofVillagers(quiz.quizMarks),
  quizResults: ofVillagers(quiz.ofReleased),
  appeals: ofVillagers(quiz.appeals),
  problems: ofVillagers((me, t: Tables["problems"]) =>
    me.is("office", "leader")
      ? everyRow
      : either(eq(t.raisedById, me.id), eq(t.handlerId, me.id), among(t.raisedById, [...me.menteeIds, ...me.standIns.map(({ authorId }) => authorId)]), among(t.villageId, me.villageIds))),
  topics: ofVillagers(topic.topics),
  topicVillages: ofVillagers(topic.shown),
  topicMembers: ofVillagers(topic.shown),
  topicGates: ofVillagers(topic.shown),
  topicSteps: ofVillagers(topic.groups),
  gateItems: () => everyRow,
  gateTicks: ofVillagers(topic.shown),
  milestones: ofVillagers(topic.groups),
  topicNotes: ofVillagers(topic.groups),
  topicEvidence: ofVillagers(topic.groups),
  deliverables: ofVillagers(topic.shown),
  deliverableVersions: ofVillagers(topic.shown),
  defences: ofVillagers(topic.shown),
  criteria: ofVillagers(topic.ofDefence),
  seats: ofVillagers(topic.ofDefence),
  sheets: ofVillagers(topic.sheets),
  marks: ofVillagers(topic.marks),
  results: ofVillagers(topic.results),
  questions: ofVillagers(topic.shown),
  exhibitions: () => everyRow,
  exhibits: () => everyRow,
  ballots: (me, t) => eq(t.personId, me.id),
  feedback: (me, t) => (me.is("office") ? everyRow : eq(t.authorId, me.id)),
  notices: (me, t) => and(eq(t.personId, me.id), notOfKept(me, t))!,
  deliveries: (me) => (me.is("admin") ? everyRow : noRow),
  imports: (me) => (me.is("office") ? everyRow : noRow),
  importRows: (me) => (me.is("office") ? everyRow : noRow),
  ledger: (me, t) => (me.is("auditor") ? everyRow : eq(t.actorId, me.id)),
  ledgerHeads: (me) => (me.is("auditor", "admin") ? everyRow : noRow),
} satisfies { [Name in TableName]: (me: Actor, t: Tables[Name]) => SQL };
