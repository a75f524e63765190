import type { Day } from "@/lib/kernel/day";

type Standing = { id: string; says?: string | null; asOf: Day };
type Side = { says: string; basedOnId: string | null; asOf: Day };

/** Since it was written the file has come to say something else, or something newer than it. */
export const groundMoved = (current: Standing | undefined, side: Side): boolean =>
  side.says !== current?.says && (side.basedOnId !== (current?.id ?? null) || (current !== undefined && current.asOf > side.asOf));

/** Two that wait say different things, or the file moved under one of them: then somebody has to choose. */
export const isConflict = (current: Standing | undefined, sides: readonly Side[]): boolean =>
  new Set(sides.map(({ says }) => says)).size > 1 || sides.some((side) => groundMoved(current, side));
