"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/quizzes/acts-release";
import { ReleaseForm } from "@/lib/quizzes/forms-sheets";

export const releaseQuiz = action(ReleaseForm, acts.releaseQuiz);
