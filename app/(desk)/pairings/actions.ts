"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/pairings/acts";
import * as term from "@/lib/pairings/acts-term";
import { AcceptForm, DeclineForm, EndPairingForm, PairingForm, PauseForm } from "@/lib/pairings/forms";

export const pairUp = action(PairingForm, acts.pairUp);
export const endPairing = action(EndPairingForm, acts.endPairing);
export const acceptPairing = action(AcceptForm, term.acceptPairing);
export const declinePairing = action(DeclineForm, term.declinePairing);
export const pausePairing = action(PauseForm, term.pausePairing);
export const resumePairing = action(AcceptForm, term.resumePairing);
