import { assignments } from "./assignments";
import { assessments, coachingSessions, earlierAssessments, evaluations } from "./coaching";
import { criteria, defences, marks, questions, results, seats, sheets } from "./defences";
import { enterprises } from "./enterprises";
import { ballots, exhibitions, exhibits } from "./exhibitions";
import { feedback } from "./feedback";
import { factValues, facts, householders, households, memberNames, members, phones, unmaskings } from "./households";
import { importRows, imports } from "./imports";
import { ledger, ledgerHeads } from "./ledger";
import { deliveries, notices } from "./notices";
import { agreements, goals, pairings, pairingSteps } from "./pairings";
import { parkedVisits } from "./parked";
import { accounts, credentials, people, sessions, signInTries } from "./people";
import { photos } from "./photos";
import { practiceAnswers, practiceCards, suggestionAnswers, suggestionWeights } from "./practice";
import { problems } from "./problems";
import { factProposals } from "./proposals";
import { appeals, quizKeys, quizMarks, quizResults, quizSheets } from "./quiz-sheets";
import { draws, frames, frameSecrets, peeks, quizPlans, quizzes, redraws } from "./quizzes";
import { absences, visitComments } from "./reviews";
import { skills } from "./skills";
import { deliverables, deliverableVersions, milestones, topicEvidence, topicNotes } from "./topic-work";
import { gateItems, gateTicks, topicGates, topicMembers, topics, topicSteps, topicVillages } from "./topics";
import { dayMarks, town } from "./town";
import { grids, villages } from "./villages";
import { companions, nextSteps, presets, villageWeeks, visitDocs, visitPlaces, visitSteps, visitVersions, visits } from "./visits";

export const tables = {
  town, dayMarks,
  people, skills, accounts, credentials, sessions, signInTries,
  villages, grids, assignments,
  pairings, pairingSteps, agreements, goals, coachingSessions, assessments, earlierAssessments, evaluations,
  households, householders, phones, members, memberNames, facts, factValues, unmaskings,
  enterprises,
  visits, visitSteps, visitVersions, visitPlaces, companions, nextSteps, villageWeeks, visitDocs, presets,
  photos, parkedVisits, visitComments, absences,
  topics, topicVillages, topicMembers, topicGates, topicSteps, gateItems, gateTicks, milestones, topicNotes, topicEvidence, deliverables, deliverableVersions,
  defences, criteria, seats, sheets, marks, results, questions,
  exhibitions, exhibits, ballots,
  factProposals, practiceCards, practiceAnswers, suggestionAnswers, suggestionWeights,
  quizPlans, quizzes, frames, frameSecrets, draws, redraws, peeks, quizKeys, quizSheets, quizMarks, quizResults, appeals,
  problems, feedback, notices, deliveries,
  imports, importRows,
  ledger, ledgerHeads,
};

export type Tables = typeof tables;
export type TableName = keyof Tables;
export type Row<Name extends TableName> = Tables[Name]["$inferSelect"];
export type NewRow<Name extends TableName> = Tables[Name]["$inferInsert"];
