"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/visits/acts";
import * as absences from "@/lib/visits/acts-absences";
import * as review from "@/lib/visits/acts-review";
import { removePhoto as takeDown } from "@/lib/photos/acts";
import { RemovePhotoForm } from "@/lib/photos/forms";
import { PresetsForm, ReviewForm, UnlockForm, VisitVersionForm } from "@/lib/visits/forms";
import { AbsenceForm, EndAbsenceForm } from "@/lib/visits/forms-review";

export const recallVisit = action(VisitVersionForm, acts.recallVisit);
export const discardDraft = action(VisitVersionForm, acts.discardDraft);
export const reviewVisit = action(ReviewForm, review.reviewVisit);
export const reassignReviewer = action(VisitVersionForm, review.reassignReviewer);
export const unlockVisit = action(UnlockForm, review.unlockVisit);
export const keepPresets = action(PresetsForm, review.keepPresets);
export const removePhoto = action(RemovePhotoForm, takeDown);
export const openAbsence = action(AbsenceForm, absences.openAbsence);
export const endAbsence = action(EndAbsenceForm, absences.endAbsence);
