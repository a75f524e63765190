"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/pairings/acts-match";
import { MatchForm } from "@/lib/pairings/forms-match";

export const proposeMatch = action(MatchForm, acts.proposeMatch);
