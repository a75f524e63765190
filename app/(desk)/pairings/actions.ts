"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/pairings/acts";
import * as agreement from "@/lib/pairings/acts-agreement";
import * as coaching from "@/lib/pairings/acts-coaching";
import * as corrections from "@/lib/pairings/acts-corrections";
import * as term from "@/lib/pairings/acts-term";
import * as words from "@/lib/pairings/acts-words";
import { AcceptForm, DeclineForm, EndPairingForm, PairingForm, PauseForm } from "@/lib/pairings/forms";
import { AgreementForm, AssessmentCorrection, AssessmentForm, CoachingForm, EvaluationCorrection, EvaluationForm, GoalMarkForm, LearnedForm, ReplyForm, SignForm } from "@/lib/pairings/forms-terms";

export const pairUp = action(PairingForm, acts.pairUp);
export const endPairing = action(EndPairingForm, acts.endPairing);
export const acceptPairing = action(AcceptForm, term.acceptPairing);
export const declinePairing = action(DeclineForm, term.declinePairing);
export const pausePairing = action(PauseForm, term.pausePairing);
export const resumePairing = action(AcceptForm, term.resumePairing);

export const draftAgreement = action(AgreementForm, agreement.draftAgreement);
export const signAgreement = action(SignForm, agreement.signAgreement);
export const markGoal = action(GoalMarkForm, agreement.markGoal);

export const addCoaching = action(CoachingForm, coaching.addCoaching);
export const noteLearned = action(LearnedForm, coaching.noteLearned);
export const assess = action(AssessmentForm, words.assess);
export const replyToAssessment = action(ReplyForm, words.replyToAssessment);
export const evaluate = action(EvaluationForm, words.evaluate);
export const correctAssessment = action(AssessmentCorrection, corrections.correctAssessment);
export const correctEvaluation = action(EvaluationCorrection, corrections.correctEvaluation);
