"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/suggestions/acts";
import { AcceptForm, NotNowForm, WeightsForm } from "@/lib/suggestions/forms";

export const acceptHousehold = action(AcceptForm, acts.acceptHousehold);
export const putOffHousehold = action(NotNowForm, acts.putOffHousehold);
export const weighSuggestions = action(WeightsForm, acts.weighSuggestions);
