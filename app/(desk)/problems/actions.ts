"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/problems/acts";
import { ProblemForm } from "@/lib/problems/forms";

export const raiseProblem = action(ProblemForm, acts.raiseProblem);
