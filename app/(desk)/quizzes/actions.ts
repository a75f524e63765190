"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/quizzes/acts";
import * as appeals from "@/lib/quizzes/acts-appeals";
import { CancelQuizForm, CommitForm, DrawForm, QuizForm, RedrawAnswer, RedrawForm } from "@/lib/quizzes/forms";
import { AppealForm, DecideAppealForm } from "@/lib/quizzes/forms-appeals";

export const planQuiz = action(QuizForm, acts.planQuiz);
export const cancelQuiz = action(CancelQuizForm, acts.cancelQuiz);
export const commitQuiz = action(CommitForm, acts.commitQuiz);
export const drawHousehold = action(DrawForm, acts.drawHousehold);
export const askRedraw = action(RedrawForm, acts.askRedraw);
export const decideRedraw = action(RedrawAnswer, acts.decideRedraw);

export const makeAppeal = action(AppealForm, appeals.makeAppeal);
export const decideAppeal = action(DecideAppealForm, appeals.decideAppeal);
