"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/quizzes/acts-plan";
import { PlanCancelForm, PlanDrawForm, PlanForm } from "@/lib/quizzes/forms";

export const commitPlan = action(PlanForm, acts.commitPlan);
export const drawPlan = action(PlanDrawForm, acts.drawPlan);
export const cancelPlan = action(PlanCancelForm, acts.cancelPlan);
