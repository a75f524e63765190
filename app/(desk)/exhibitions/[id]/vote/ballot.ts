import type { AskedPair } from "@/lib/exhibitions/reads";

export type Exhibit = AskedPair[number];
/** Of each pair: which one, neither, or not asked yet. */
export type Answer = Exhibit | "passed" | undefined;
