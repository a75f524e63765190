"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/exhibitions/acts";
import * as vote from "@/lib/exhibitions/acts-vote";
import { BallotForm, ExhibitAt, ExhibitForm, ExhibitionAt, ExhibitionForm, MoveExhibitForm, ReviseExhibitForm, ReviseExhibitionForm } from "@/lib/exhibitions/forms";

export const planExhibition = action(ExhibitionForm, acts.planExhibition);
export const reviseExhibition = action(ReviseExhibitionForm, acts.reviseExhibition);
export const enterExhibit = action(ExhibitForm, acts.enterExhibit);
export const reviseExhibit = action(ReviseExhibitForm, acts.reviseExhibit);
export const moveExhibit = action(MoveExhibitForm, acts.moveExhibit);
export const withdrawExhibit = action(ExhibitAt, acts.withdrawExhibit);
export const openVote = action(ExhibitionAt, vote.openVote);
export const closeExhibition = action(ExhibitionAt, vote.closeExhibition);
export const castBallot = action(BallotForm, vote.castBallot);
