"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/households/acts";
import * as facts from "@/lib/households/acts-facts";
import * as proposals from "@/lib/households/acts-proposals";
import * as people from "@/lib/households/acts-people";
import * as forms from "@/lib/households/forms";

export const addHousehold = action(forms.HouseholdForm, acts.addHousehold);
export const reviseHousehold = action(forms.HouseholdRevision, acts.reviseHousehold);
export const leaveHousehold = action(forms.HouseholdLeaving, acts.leaveHousehold);
export const takeBackHousehold = action(forms.HouseholdReturn, acts.takeBackHousehold);
export const addMember = action(forms.MemberForm, people.addMember);
export const reviseMember = action(forms.MemberRevision, people.reviseMember);
export const memberLeaves = action(forms.MemberLeaving, people.memberLeaves);
export const recordFact = action(forms.FactForm, facts.recordFact);
export const decideProposal = action(forms.DecisionForm, proposals.decideProposal);
export const openField = action(forms.Unmasking, facts.openField);
