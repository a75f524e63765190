"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/calendar/acts";
import { FillYearForm, MarkDaysForm, UnmarkDayForm } from "@/lib/calendar/forms";

export const markDays = action(MarkDaysForm, acts.markDays);
export const unmarkDay = action(UnmarkDayForm, acts.unmarkDay);
export const fillYear = action(FillYearForm, acts.fillYear);
