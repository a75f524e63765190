"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/defences/acts";
import * as questions from "@/lib/defences/acts-questions";
import * as results from "@/lib/defences/acts-results";
import * as sheets from "@/lib/defences/acts-sheets";
import { AnswerQuestionForm, DefenceForm, DefenceStepForm, GiveQuestionForm, PublishForm, QuestionForm, ReopenForm, ReopenSheetForm, SubmitSheetForm } from "@/lib/defences/forms";

export const planDefence = action(DefenceForm, acts.planDefence);
export const openDefence = action(DefenceStepForm, acts.openDefence);
export const closeDefence = action(DefenceStepForm, results.closeDefence);
export const reopenDefence = action(ReopenForm, results.reopenDefence);
export const publishDefences = action(PublishForm, results.publishDefences);

export const submitSheet = action(SubmitSheetForm, sheets.submitSheet);
export const reopenSheet = action(ReopenSheetForm, sheets.reopenSheet);

export const askQuestion = action(QuestionForm, questions.askQuestion);
export const giveQuestion = action(GiveQuestionForm, questions.giveQuestion);
export const answerQuestion = action(AnswerQuestionForm, questions.answerQuestion);
