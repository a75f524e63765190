import "server-only";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { plannedHouseholds } from "@/lib/suggestions/reads";
import { colleagues, type Door, doorById, doorsFor, firmsFor, lastTopics } from "@/lib/visits/reads-doors";
import { mentorNameOn } from "@/lib/visits/reads-one";
import { nextDaysFrom } from "@/lib/visits/rules-blank";
import { topicChip } from "@/lib/words/visit";

/** Everything the form offers, so that it needs no further request: doors, colleagues, days. */
export async function formChoices(desk: Desk, chosen?: Id<"household">) {
  const planned = await plannedHouseholds(desk);
  const listed = await doorsFor(desk);
  const beyond = await Promise.all(planned.filter((id) => !listed.some((door) => door.id === id)).map((id) => doorById(desk, id)));
  const doors = plannedFirst([...listed, ...beyond.filter((door) => door !== undefined)], planned);
  const known = chosen && !doors.some((door) => door.id === chosen) && (await doorById(desk, chosen));
  return {
    ...(await choicesBesides(desk)),
    doors: known ? [known, ...doors] : doors,
    chosen: chosen && (known || doors.some((door) => door.id === chosen)) ? chosen : undefined,
  };
}
export type FormChoices = Awaited<ReturnType<typeof formChoices>>;

/** 计划内: what its writer said they would go to stands first. */
export function plannedFirst<D extends Pick<Door, "id" | "reason">>(doors: readonly D[], planned: readonly string[]): D[] {
  const first = planned.flatMap((id) => doors.find((door) => door.id === id) ?? []);
  return [
    ...first.map((door) => ({ ...door, reason: ["计划内", door.reason].filter(Boolean).join(" · ") })),
    ...doors.filter(({ id }) => !planned.includes(id)),
  ];
}

/** What the form offers besides the households. */
export async function choicesBesides(desk: Desk) {
  const today = dayOf(desk.now);
  const last = await lastTopics(desk);
  return {
    today,
    nextDays: nextDaysFrom(today),
    firms: await firmsFor(desk),
    colleagues: await colleagues(desk),
    topics: [...topicChip.options].sort((a, b) => Number(last.includes(b.value)) - Number(last.includes(a.value))),
    mentor: await mentorNameOn(desk, desk.me.id, today),
  };
}
