"use server";
import { action } from "@/app/_kit/action";
import * as evidence from "@/lib/topics/acts-evidence";
import * as milestones from "@/lib/topics/acts-milestones";
import * as notes from "@/lib/topics/acts-notes";
import { DropMilestoneForm, EvidenceForm, FinishMilestoneForm, MilestoneForm, NoteForm, ReviseMilestoneForm, UnlinkForm } from "@/lib/topics/forms-work";

export const addMilestone = action(MilestoneForm, milestones.addMilestone);
export const reviseMilestone = action(ReviseMilestoneForm, milestones.reviseMilestone);
export const finishMilestone = action(FinishMilestoneForm, milestones.finishMilestone);
export const dropMilestone = action(DropMilestoneForm, milestones.dropMilestone);

export const addNote = action(NoteForm, notes.addNote);

export const linkEvidence = action(EvidenceForm, evidence.linkEvidence);
export const unlinkEvidence = action(UnlinkForm, evidence.unlinkEvidence);
