"use client";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import type { VisitInput } from "@/lib/visits/forms";
import type { Door } from "@/lib/visits/reads-doors";
import { SOON_DAYS } from "@/lib/visits/rules-form";
import type { FormChoices } from "./form-choices";

type Props<Out> = { form: UseFormReturn<VisitInput, unknown, Out>; choices: FormChoices; error?: string | undefined };

/** Whose door: three suggestions, or a few letters of the name. Once chosen, one line and 「换一户」. */
export function DoorField<Out>({ form, choices, error }: Props<Out>) {
  const firms = form.watch("kind") === "enterprise";
  const field = firms ? "enterpriseId" : "householdId";
  const doors = firms ? choices.firms : choices.doors;
  const chosen = doors.find((door) => door.id === form.watch(field));
  const choose = (id: string | null) => form.setValue(field, id, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  return (
    <div className="min-w-0">
      {chosen ? <ChosenDoor door={chosen} itself={isItself(chosen, form.getValues())} change={() => choose(null)} /> : <DoorPicker doors={doors} firms={firms} choose={choose} other={() => form.setValue("kind", firms ? "household_day" : "enterprise", { shouldDirty: true })} />}
      <FieldError id="householdId" error={error} />
    </div>
  );
}

/** The last visit there is the very one that is being mended: that somebody has just been there is no news. */
const isItself = ({ last }: Door, { version = 0, visitedOn }: VisitInput): boolean => version > 0 && last.includes(visitedOn.slice(5));

function ChosenDoor({ door, itself, change }: { door: Door; itself: boolean; change: () => void }) {
  const { reason } = door;
  const soon = !itself && door.daysSince !== null && door.daysSince <= SOON_DAYS;
  const when = door.daysSince === 0 ? "今天" : `${door.daysSince} 天前`;
  const told = soon ? <span className="text-warn">▲ {when} {door.lastBy} 已访</span> : !reason.includes(door.last) && door.last;
  return (
    <div className="flex items-center gap-2 rounded-2 border border-line bg-bg py-1.5 pr-1 pl-3">
      <div className="min-w-0 flex-1">
        <p className="truncate"><b className="font-semibold">{door.name}</b> · {door.place}</p>
        <p className="truncate text-sm text-ink-2">
          {told}{told && reason && " · "}{reason}
        </p>
      </div>
      <Button variant="quiet" onClick={change}>{door.kind === "enterprise" ? "换一家" : "换一户"}</Button>
    </div>
  );
}

const SHOWN = 5;

type PickerProps = { doors: readonly Door[]; firms: boolean; choose: (id: string) => void; other: () => void };

function DoorPicker({ doors, firms, choose, other }: PickerProps) {
  const [typed, setTyped] = useState("");
  const asked = typed.trim().toLowerCase();
  const found = asked ? doors.filter((door) => door.key.includes(asked) || door.name.includes(asked)) : doors;
  const what = firms ? "企业" : "农户";
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold">走访哪一{firms ? "家" : "户"}</legend>
      <input id="householdId" type="search" value={typed} onChange={(e) => setTyped(e.target.value)} autoComplete="off"
        aria-label={`找${what}`} placeholder="姓名首字母、户号或组" enterKeyHint="search" />
      <ul className="divide-y divide-line rounded-2 border border-line bg-bg">
        {found.slice(0, asked ? 8 : SHOWN).map((door) => (
          <li key={door.id}>
            <button type="button" onClick={() => choose(door.id)} className="grid min-h-tap w-full px-3 py-1.5 text-left hover:bg-bg-2">
              <span className="truncate"><b className="font-semibold">{door.name}</b> · {door.place}</span>
              <span className="truncate text-sm text-ink-2">{door.reason || door.last}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="px-3 py-2.5 text-sm text-ink-2">{asked ? `没有找到“${typed.trim()}”` : `还没有分给你的${what}，联系党建办`}</li>}
      </ul>
      <Button variant="quiet" onClick={other}>{firms ? "改为走访农户" : "改为走访企业"}</Button>
    </fieldset>
  );
}
