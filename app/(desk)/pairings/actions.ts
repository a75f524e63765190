"use server";
import { action } from "@/app/_kit/action";
import * as acts from "@/lib/pairings/acts";
import { EndPairingForm, PairingForm } from "@/lib/pairings/forms";

export const openPairing = action(PairingForm, acts.openPairing);
export const endPairing = action(EndPairingForm, acts.endPairing);
