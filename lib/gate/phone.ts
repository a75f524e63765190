import "server-only";
import { derivedKey } from "@/db/seal";
import type { Desk } from "./desk";

/** Seals what this person leaves on a phone. It is theirs alone and always the same, so that what waited out a sign-out opens again. */
export const phoneSecretOf = ({ me }: Desk): string => derivedKey(`phone ${me.id}`).toString("base64url");
