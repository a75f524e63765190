"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/villages/acts";
import * as serve from "@/lib/villages/acts-serve";
import { AssignmentForm, EndAssignmentForm, GridForm, ReviseVillageForm, VillageForm } from "@/lib/villages/forms";

export const addVillage = action(VillageForm, acts.addVillage);
export const reviseVillage = action(ReviseVillageForm, acts.reviseVillage);
export const addGrid = action(GridForm, acts.addGrid);
export const openAssignment = action(AssignmentForm, serve.openAssignment);
export const endAssignment = action(EndAssignmentForm, serve.endAssignment);
