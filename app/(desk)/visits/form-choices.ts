import "server-only";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, hourOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { colleagues, doorById, doorsFor, firmsFor, lastTopics } from "@/lib/visits/reads-doors";
import { mentorNameOn } from "@/lib/visits/reads-one";
import { topicChip } from "@/lib/words/visit";

const later = [["一周后", 7], ["两周后", 14], ["一个月后", 30]] as const;

/** Everything the form offers, so that it needs no further request: doors, colleagues, days. */
export async function formChoices(desk: Desk, chosen?: Id<"household">) {
  const today = dayOf(desk.now);
  const doors = await doorsFor(desk);
  const known = chosen && !doors.some((door) => door.id === chosen) && (await doorById(desk, chosen));
  const last = await lastTopics(desk);
  const topics = [...topicChip.options].sort((a, b) => Number(last.includes(b.value)) - Number(last.includes(a.value)));
  return {
    today,
    doors: known ? [known, ...doors] : doors,
    firms: await firmsFor(desk),
    colleagues: await colleagues(desk),
    topics,
    chosen: chosen && (known || doors.some((door) => door.id === chosen)) ? chosen : undefined,
    nextDays: later.map(([label, days]) => ({ value: addDays(today, days), label: `${label}（${spokenDay(addDays(today, days))}）`, short: label })),
    mentor: await mentorNameOn(desk, desk.me.id, today),
  };
}
export type FormChoices = Awaited<ReturnType<typeof formChoices>>;

/** Defaults do the work: today, by the clock 日访 or 夜访, two weeks to the next one. Only the honest question stays open. */
export function blankVisit(desk: Desk, choices: FormChoices): Omit<VisitInput, "id"> {
  const hour = hourOf(desk.now);
  return {
    version: 0,
    kind: hour >= 17 ? "night_talk" : "household_day",
    householdId: choices.chosen ?? null,
    enterpriseId: null,
    visitedOn: choices.today,
    slot: hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening",
    notDone: null,
    topics: [],
    account: "",
    atmosphere: null,
    matter: null,
    problemTitle: "",
    nextVisitOn: choices.nextDays[1]!.value,
    companionIds: [],
    nextSteps: [],
    place: null,
    capturedAt: null,
  };
}
