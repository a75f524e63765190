import type { VisitInput } from "@/lib/visits/forms";
import type { VisitInFull } from "@/lib/visits/reads-one";

/** A stored visit as the form was when it was written. */
export function inputOf({ visit, companions, nextSteps, place, problem }: VisitInFull): VisitInput {
  const { id, version, kind, householdId, enterpriseId, visitedOn, slot, notDone, topics, account, atmosphere, matter, nextVisitOn } = visit;
  return {
    id, version, kind, householdId, enterpriseId, visitedOn, slot, notDone, topics, account, atmosphere, matter, nextVisitOn,
    problemTitle: problem?.title ?? "",
    companionIds: companions.map((companion) => companion.id),
    nextSteps: nextSteps.map(({ side, words, dueOn }) => ({ side, words, dueOn })),
    place: place ?? null,
    capturedAt: null,
  };
}
