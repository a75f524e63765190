import type { Desk } from "@/lib/gate/desk";
import { idFrom } from "@/lib/kernel/id";
import type { AbsenceNow } from "@/lib/visits/reads-absences";
import { pendingRemarks } from "@/lib/visits/reads-remarks";
import { myPresets, type VisitAwaitingReview } from "@/lib/visits/reads-reviews";
import { lineOfSheet, linesOf } from "./lines";
import { type askedOf, reviewsAddress } from "./reviews-address";
import { sheetOf } from "./sheet";

type Waiting = { rows: readonly VisitAwaitingReview[]; absences: readonly AbsenceNow[]; asked: ReturnType<typeof askedOf> };

/** What the desk starts with: the list, the first log to be read, and what was written and not sent. */
export async function deskOf(desk: Desk, { rows, absences, asked }: Waiting) {
  const lines = linesOf(desk, rows, new Map(absences.map(({ personId, person }) => [personId, person])));
  const named = idFrom<"visit">(asked.visit);
  const id = named ?? firstOf(lines);
  const [first, presets, remarks] = await Promise.all([id && sheetOf(desk, id), myPresets(desk), pendingRemarks(desk)]);
  const pending: Record<string, number> = {};
  for (const { visitId } of remarks) pending[visitId] = (pending[visitId] ?? 0) + 1;
  const strange = first && !lines.some((line) => line.id === first.id);
  return {
    lines: strange ? [lineOfSheet(first), ...lines] : lines,
    first, presets, pending, me: desk.me.name, named: Boolean(named && first),
    base: reviewsAddress({ ...asked.query, visit: undefined }),
  };
}

/** As the list is shown: whole groups, the one that waits longest first. */
const firstOf = (lines: ReturnType<typeof linesOf>) => lines[0] && idFrom<"visit">(lines[0].id);
