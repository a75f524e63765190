import type { Row } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Actor } from "./actor";
import { makes, office, on } from "./policy-kit";
import * as quiz from "./policy-quizzes";
import * as topic from "./policy-topics";

/*
 * READ THIS TO KNOW WHO MAY WHAT. `maySee` (sight.ts) narrows every table to a person's rows, `mayBegin` says who may
 * make a thing, `mayChange` who may alter one they can already see. *When* it may happen is the noun's own rule.
 * What concerns topic groups stands in policy-topics.ts, what concerns quizzes in policy-quizzes.ts; both are gathered here.
 */

/** A mentor's own absence; the office's for anybody. */
const ofAbsence = (me: Actor, absence: Row<"absences">) => me.is("office") || (me.is("mentor") && absence.personId === me.id);

const visitWriter = (me: Actor) => me.is("cadre", "mentor", "villageCadre", "gridMember");
/** A V. Whoever has only a grid works in its village: which households of it, `see` knows. */
const worksAt = (me: Actor, place: { householdId: Id<"household"> | null; villageId: Id<"village"> }) =>
  visitWriter(me) &&
  (me.keeps(place.householdId) || me.worksIn(place.villageId) || (me.is("gridMember") && me.gridVillageIds.includes(place.villageId)));
const writesVisits = (me: Actor, visit: Row<"visits">) => visit.authorId === me.id && worksAt(me, visit);

/** Its author, where they work now or not: what came from a phone is kept, whatever they may still write. */
const ownParked = (me: Actor, parked: Row<"parkedVisits">) =>
  parked.authorId === me.id && me.is("cadre", "mentor", "villageCadre", "gridMember", "examiner");
/** Whom it was handed to, while the door is theirs, or the office; never its author. */
const takesIn = (me: Actor, parked: Row<"parkedVisits">) =>
  parked.authorId !== me.id && (me.is("office") || (parked.keeperId === me.id && worksAt(me, parked)));

type OfPair = { mentorId: Id<"person">; menteeId: Id<"person"> };
const isMentorOf = (me: Actor, t: OfPair) => me.is("mentor") && t.mentorId === me.id && me.mentors(t.menteeId);
const isMenteeIn = (me: Actor, t: OfPair) => me.is("cadre") && t.menteeId === me.id;
const isOfPair = (me: Actor, t: OfPair) => isMentorOf(me, t) || isMenteeIn(me, t);
/** S of a pairing that is only proposed: the mentor who is asked. */
const isAsked = (me: Actor, t: OfPair) => me.is("mentor") && t.mentorId === me.id;
/** Of a pairing that has ended: each of the two their own word. */
const givesWord = (me: Actor, e: Row<"evaluations">) => e.byId === me.id && (isMenteeIn(me, e) || isAsked(me, e));

/** Who may begin a new thing of each kind; asked of the thing as it was made, before it counts. */
export const mayBegin = {
  "person.add": makes("people", office),
  "village.add": makes("villages", office),
  "grid.add": makes("grids", office),
  "assignment.open": makes("assignments", office),
  "pairing.open": makes("pairings", office),
  "pairing.propose": makes("pairings", office),
  "agreement.draft": makes("agreements", isOfPair),
  "coaching.add": makes("coachingSessions", isMentorOf),
  "assessment.write": makes("assessments", isMentorOf),
  "evaluation.give": makes("evaluations", givesWord),
  "enterprise.add": makes("enterprises", office),
  "household.add": makes("households", (me, h) => me.is("office") || (me.is("villageCadre") && me.worksIn(h.villageId))),
  "visit.save": makes("visits", writesVisits),
  "visit.submit": makes("visits", writesVisits),
  "visit.park": makes("parkedVisits", ownParked),
  "problem.raise": makes("problems", (me, p) => p.raisedById === me.id && (me.is("office") || worksAt(me, p))),
  "presets.keep": makes("presets", (me, p) => p.personId === me.id && me.is("mentor", "office")),
  "absence.open": makes("absences", ofAbsence),
  ...topic.beginnings,
  ...quiz.beginnings,
  "calendar.mark": makes("dayMarks", office),
  "feedback.say": makes("feedback", (me, f) => f.authorId === me.id),
  "import.check": makes("imports", office),
};

const isAuthor = (me: Actor, visit: Row<"visits">) => visit.authorId === me.id;
const writes = (me: Actor, visit: Row<"visits">) => visitWriter(me) && isAuthor(me, visit);
/** A visit stays at its door, or goes to one where its author could have begun it. */
const toMyDoors = (me: Actor, before: Row<"visits">, after: Row<"visits">) =>
  (before.householdId === after.householdId && before.enterpriseId === after.enterpriseId) || worksAt(me, after);
/** Never the author, whatever else they are: the mentor it waits with, whoever stands in for them today, or the office. */
const reviews = (me: Actor, visit: Row<"visits">) =>
  !isAuthor(me, visit) &&
  (me.is("office") || (me.is("mentor") && ((visit.reviewerId === me.id && me.mentors(visit.authorId)) || me.standsIn(visit))));
/** A of a cadre, V of the village's own people. */
const serves = (me: Actor, household: Row<"households">) =>
  (me.is("cadre") && me.keeps(household.id)) || (me.is("villageCadre", "gridMember") && me.serves(household));
/** household.update: A V, the office. */
const keepsFile = (me: Actor, household: Row<"households">) => me.is("office") || serves(me, household);

/** Who may change a thing they can already see. */
export const mayChange = {
  "person.revise": on("people", office),
  "person.leave": on("people", (me, person) => me.is("office") && person.id !== me.id),
  "skills.keep": on("people", (me, person) => me.is("office") || (me.is("cadre", "mentor") && person.id === me.id)),
  "village.revise": on("villages", office),
  "assignment.end": on("assignments", office),
  "pairing.end": on("pairings", office),
  "pairing.accept": on("pairings", isAsked),
  "pairing.decline": on("pairings", isAsked),
  "pairing.pause": on("pairings", office),
  "pairing.resume": on("pairings", office),
  "agreement.revise": on("agreements", isOfPair),
  "agreement.markGoal": on("agreements", isMentorOf),
  "pairing.sign": on("agreements", isOfPair),
  "coaching.learn": on("coachingSessions", isMenteeIn),
  "assessment.reply": on("assessments", isMenteeIn),
  "assessment.correct": on("assessments", isMentorOf),
  "evaluation.correct": on("evaluations", givesWord),
  "household.revise": on("households", keepsFile),
  "household.leave": on("households", (me, h) => me.is("office") || (me.is("villageCadre") && me.serves(h))),
  "household.unmask": on("households", (me, h) => me.is("office") || // with its password once more: asked in the deed
    (me.is("mentor") && me.menteeHouseholdIds.includes(h.id)) || (me.is("cadre", "villageCadre") && serves(me, h))),
  "household.revealPhone": on("households", keepsFile),
  "visit.save": on("visits", writes, toMyDoors),
  "visit.submit": on("visits", writes, toMyDoors),
  "visit.resubmit": on("visits", writes, toMyDoors),
  "visit.recall": on("visits", writes),
  "visit.discard": on("visits", writes),
  "visit.approve": on("visits", reviews),
  "visit.return": on("visits", reviews),
  "visit.passOn": on("visits", reviews),
  "visit.undoReview": on("visits", reviews),
  "visit.remark": on("visits", reviews),
  "visit.sendRemarks": on("visits", reviews),
  "visit.reassign": on("visits", office),
  "visit.unlock": on("visits", (me, visit) => me.is("office") && !isAuthor(me, visit)),
  "parked.handOver": on("parkedVisits", ownParked),
  "parked.withdraw": on("parkedVisits", ownParked),
  "parked.admit": on("parkedVisits", takesIn),
  "parked.decline": on("parkedVisits", takesIn),
  "absence.end": on("absences", ofAbsence),
  "photo.keep": on("photos", (me, photo) => visitWriter(me) && photo.authorId === me.id),
  "photo.remove": on("photos", office),
  ...topic.changes,
  ...quiz.changes,
  "calendar.unmark": on("dayMarks", office),
  "feedback.answer": on("feedback", office),
  "import.apply": on("imports", office),
  "import.undo": on("imports", office),
  "account.issueActivation": on("accounts", (me, account) => me.is("admin") && account.personId !== me.id),
  "account.disable": on("accounts", (me, account) => me.is("admin") && account.personId !== me.id),
  "account.enable": on("accounts", (me, account) => me.is("admin") && account.personId !== me.id),
  "account.unlock": on("accounts", (me, account) => me.is("admin") && account.personId !== me.id),
  "account.rename": on("accounts", office),
  "account.changePassword": on("accounts", (me, account) => account.personId === me.id),
  "session.end": on("sessions", (me, session) => me.is("admin") || session.personId === me.id),
  "pack.take": on("people", (me, person) => visitWriter(me) && person.id === me.id),
  "notice.done": on("notices", (me, notice) => notice.personId === me.id),
};

/** What leaves no line in the ledger: whether somebody has read what they were told, or what they still know, is nobody's business. */
export const unrecorded: ReadonlySet<Change | Beginning> = new Set(["notice.done", "practice.answer"]);

/**
 * household.offlinePack: of which households a phone may carry more than the form offers (a masked name and a place).
 * A:m of a cadre, V:m of a grid member.
 */
export const mayCarry = (me: Actor, household: Pick<Row<"households">, "id" | "villageId" | "gridId">): boolean =>
  (me.is("cadre") && me.keeps(household.id)) || (me.is("gridMember") && me.serves(household));

/** What a person sees and does beyond rows: pages that are offered to some roles and not to others. */
export const mayOpen = {
  visits: (me: Actor) => !me.is("admin", "auditor"),
  review: (me: Actor) => me.is("mentor", "office"),
  writeVisits: (me: Actor) => me.is("cadre", "mentor", "villageCadre", "gridMember"),
  /** 待发送: whose phone keeps what was captured on it. */
  outbox: (me: Actor) => visitWriter(me) || me.is("examiner"),
  households: (me: Actor) => me.is("cadre", "mentor", "villageCadre", "gridMember", "office"),
  /** 查看记录 of the whole town. */
  openings: (me: Actor) => me.is("office", "auditor"),
  problems: (me: Actor) => me.is("cadre", "mentor", "villageCadre", "gridMember", "office", "leader"),
  board: (me: Actor) => me.is("office", "leader", "villageCadre", "cadre"),
  pairings: (me: Actor) => me.is("office", "leader", "mentor", "cadre"),
  /** 结对建议 */
  match: office,
  /** 课题: whoever leads them, works on one, or judges one. */
  topics: (me: Actor) => me.is("office", "leader") || me.topicIds.length > 0 || me.seats.length > 0,
  /** 考核: who examines, is examined or keeps the overview. */
  quizzes: (me: Actor) => visitWriter(me) || me.is("examiner", "office", "auditor"),
  practice: visitWriter,
  /** 计划、覆盖、统计 */
  quizOffice: office,
  /** Who may be handed one, and the office; whose it is opens it from their own list. */
  parked: (me: Actor) => visitWriter(me) || me.is("office"),
  imports: office,
  calendar: office,
  accounts: (me: Actor) => me.is("admin"),
  ledger: (me: Actor) => me.is("auditor"),
};

export type Beginning = keyof typeof mayBegin;
export type Change = keyof typeof mayChange;
export type SubjectOf<C extends Change> = Row<(typeof mayChange)[C]["on"]>;
export type MadeBy<B extends Beginning> = Row<(typeof mayBegin)[B]["makes"]>;
