"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/visits/acts-parked";
import * as own from "@/lib/visits/acts-parked-own";
import { AdmitForm, DeclineForm, ParkedForm } from "@/lib/visits/forms-parked";

export const handOverParked = action(ParkedForm, own.handOverParked);
export const withdrawParked = action(ParkedForm, own.withdrawParked);
export const admitParked = action(AdmitForm, acts.admitParked);
export const declineParked = action(DeclineForm, acts.declineParked);
