import type { Row } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Actor } from "./actor";
import { makes, office, on } from "./policy-kit";

/* Who may do what with a 考核, with practice and with what is suggested; a part of policy.ts. */

type Quiz = Row<"quizzes">;
/** X: the examiner it was given to, alone or with a second; never of themselves. That nothing bars them is asked in the deed. */
const leads = (me: Actor, quiz: Quiz) => me.is("examiner") && quiz.examinerId === me.id && quiz.examineeId !== me.id;
const examines = (me: Actor, quiz: Quiz) => leads(me, quiz) || (me.is("examiner") && quiz.secondExaminerId === me.id && quiz.examineeId !== me.id);
/** Another than the leading examiner: the second one, or an office that is not itself examined. */
const standsBy = (me: Actor, quiz: Quiz) =>
  quiz.examinerId !== me.id && quiz.examineeId !== me.id && (me.is("office") || (me.is("examiner") && quiz.secondExaminerId === me.id));

const learner = (me: Actor) => me.is("cadre", "mentor", "villageCadre", "gridMember");
const own = (me: Actor, t: { personId: Id<"person"> }) => t.personId === me.id;
/** Whoever keeps the file decides what goes into it. Who proposed it in an exam, or was examined, does not: asked in the deed. */
const decidesFile = (me: Actor, one: Row<"factProposals">) =>
  me.is("office") || (me.is("cadre") && me.keeps(one.householdId)) ||
  (me.is("villageCadre", "gridMember") && (me.keeps(one.householdId) || me.worksIn(one.villageId) || me.gridVillageIds.includes(one.villageId)));

export const beginnings = {
  "quiz.plan": makes("quizzes", (me, quiz) => me.is("office") && quiz.plannedById === me.id && quiz.examineeId !== me.id),
  "quizPlan.commit": makes("quizPlans", (me, plan) => me.is("office") && plan.committedById === me.id),
  "draw.keep": makes("draws", (me, draw) => draw.drawnById === me.id && (draw.pairs ? me.is("office") : me.is("examiner"))),
  "redraw.ask": makes("redraws", (me, one) => one.askedById === me.id && me.is("examiner")),
  "sheet.hand": makes("quizSheets", (me, sheet) => sheet.examinerId === me.id && me.is("examiner")),
  "quizResult.keep": makes("quizResults", (me, result) => result.byId === me.id && me.is("examiner", "office")),
  "appeal.make": makes("appeals", (me, appeal) => appeal.byId === me.id && me.is("cadre", "villageCadre", "gridMember")),
  "peek.note": makes("peeks", own),
  "fact.propose": makes("factProposals", (me, one) => one.proposedById === me.id && (learner(me) || me.is("examiner", "office"))),
  "practice.answer": makes("practiceAnswers", (me, answer) => own(me, answer) && learner(me)),
  "suggestion.answer": makes("suggestionAnswers", (me, answer) => own(me, answer) && learner(me)),
  "suggestion.weigh": makes("suggestionWeights", (me, weights) => me.is("office") && weights.setById === me.id),
};

export const changes = {
  "quiz.commit": on("quizzes", leads),
  "quiz.draw": on("quizzes", leads),
  "quiz.release": on("quizzes", examines),
  "quiz.cancel": on("quizzes", (me, quiz) => me.is("office") && quiz.examineeId !== me.id),
  "redraw.decide": on("redraws", (me, one) => one.askedById !== me.id && me.is("office", "examiner")),
  "quiz.redraw": on("quizzes", standsBy),
  "quizPlan.draw": on("quizPlans", office),
  "quizPlan.cancel": on("quizPlans", office),
  "appeal.decide": on("appeals", (me, appeal) => me.is("office") && appeal.byId !== me.id),
  "fact.decide": on("factProposals", decidesFile),
};
