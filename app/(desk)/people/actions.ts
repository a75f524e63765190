"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/people/acts";
import { letLeave as leave } from "@/lib/people/acts-leave";
import { LeaveForm, PersonForm, RenameForm, RevisePersonForm } from "@/lib/people/forms";

export const addPerson = action(PersonForm, acts.addPerson);
export const revisePerson = action(RevisePersonForm, acts.revisePerson);
export const letLeave = action(LeaveForm, leave);
export const renameAccount = action(RenameForm, acts.renameAccount);
