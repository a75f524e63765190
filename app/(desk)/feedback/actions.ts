"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/feedback/acts";
import { AnswerForm, FeedbackForm } from "@/lib/feedback/forms";

export const sayFeedback = action(FeedbackForm, acts.sayFeedback);
export const answerFeedback = action(AnswerForm, acts.answerFeedback);
