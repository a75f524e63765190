"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/people/acts";
import { letLeave as leave } from "@/lib/people/acts-leave";
import { keepSkills as keep } from "@/lib/people/acts-skills";
import { LeaveForm, PersonForm, RenameForm, RevisePersonForm } from "@/lib/people/forms";
import { SkillsForm } from "@/lib/people/forms-skills";

export const addPerson = action(PersonForm, acts.addPerson);
export const revisePerson = action(RevisePersonForm, acts.revisePerson);
export const letLeave = action(LeaveForm, leave);
export const renameAccount = action(RenameForm, acts.renameAccount);
export const keepSkills = action(SkillsForm, keep);
