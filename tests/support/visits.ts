import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { VisitForm, type VisitInput } from "@/lib/visits/forms";
import type { Town } from "@/db/seed/cast";

/** A valid form as 林晓's phone would send it, to be overridden. */
export const aVisit = (town: Pick<Town, "homes">, over: Partial<VisitInput> = {}): VisitForm =>
  VisitForm.parse({
    id: newId<"visit">(),
    kind: "household_day",
    householdId: town.homes.zhang,
    visitedOn: "2026-03-03" as Day,
    slot: "morning",
    topics: ["environment"],
    account: "老人反映屋后水沟堵了，下雨进水，已约网格员周五一起去看。",
    matter: "none",
    problemTitle: "",
    ...over,
  });
