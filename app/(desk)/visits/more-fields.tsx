"use client";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Chips } from "@/app/_ui/chips";
import { Field, FieldError } from "@/app/_ui/field";
import type { VisitInput } from "@/lib/visits/forms";
import { atmosphere, slot, visitKind } from "@/lib/words/visit";
import { AnewFields } from "./anew-fields";
import type { FormChoices } from "./form-choices";
import { NextStepFields } from "./next-step-fields";
import { type KeepPicture, PhotoField } from "./photo-field";
import { PlaceField } from "./place-field";

type Props<Out> = { form: UseFormReturn<VisitInput, unknown, Out>; choices: FormChoices; keepPicture: KeepPicture };

const within = ["kind", "visitedOn", "nextVisitOn", "slot", "atmosphere", "companionIds", "nextSteps", "proposals", "photoIds", "place"];

/** What has a default: kind, day, slot, who came along, next steps, photos, the next visit. One line until it is opened. */
export function MoreFields<Out>({ form, choices, keepPicture }: Props<Out>) {
  const [open, setOpen] = useState(false);
  const [kind, day, when, next, missed, photoIds, anew] = form.watch(["kind", "visitedOn", "slot", "nextVisitOn", "notDone", "photoIds", "proposals"]);
  const says = !missed && kind !== "enterprise";
  const dayWord = day === choices.today ? "今天" : String(day).slice(5);
  const nextWord = choices.nextDays.find((d) => d.value === next)?.short;
  const miss = () => form.setValue("notDone", missed ? null : "nobody_home", { shouldDirty: true });
  const { register, formState: { errors } } = form;
  // What is at fault is never out of sight.
  const fault = within.find((field) => field in errors);
  if (fault && !open) setOpen(true);
  const alone = Object.keys(errors).every((field) => within.includes(field));
  useEffect(() => {
    if (fault && alone) document.getElementById(fault)?.scrollIntoView({ block: "center" });
  }, [fault, alone]);
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <div className="flex gap-1.5">
        <Button aria-expanded={open} aria-controls="more" onClick={() => setOpen(!open)} className="min-w-0 flex-1 justify-between! border-control! px-3! text-ink!">
          <span className="truncate">{visitKind.label(kind)} · {dayWord}{slot.label(when)}{says && anew?.length ? ` · 户情 ${anew.length} 条` : ""}{photoIds?.length ? ` · 照片 ${photoIds.length} 张` : ""}{nextWord && ` · 下次${nextWord}`}</span>
          <ChevronDown aria-hidden className={`size-5 flex-none ${open ? "rotate-180" : ""}`} />
        </Button>
        <Button onClick={miss} className="border-control! px-3! text-ink!">{missed ? "走成了" : "没走成"}</Button>
      </div>
      <div id="more" hidden={!open} className="grid gap-3">
        <Chips legend="走访方式" options={visitKind.options} {...register("kind")} />
        <div className="grid grid-cols-2 items-start gap-2.5">
          <Field label="走访日期" id="visitedOn" error={errors.visitedOn?.message}>
            <input type="date" max={choices.today} {...register("visitedOn")} />
          </Field>
          <Field label="下次走访" id="nextVisitOn" optional error={errors.nextVisitOn?.message}>
            <select {...register("nextVisitOn", { setValueAs: (v: string | null) => v || null })}>
              <option value="">不定</option>
              {choices.nextDays.map((d) => <option key={d.value} value={d.value}>{d.label}</option>)}
            </select>
          </Field>
        </div>
        <Chips legend="时段" options={slot.options} {...register("slot")} />
        <Chips legend="谈得怎么样" optional options={atmosphere.options} {...register("atmosphere")} />
        {choices.colleagues.length > 0 && (
          <Chips legend="同行的人" optional type="checkbox" options={choices.colleagues.map((c) => ({ value: c.id, label: c.name }))} error={errors.companionIds?.message} {...register("companionIds")} />
        )}
        <NextStepFields form={form} today={choices.today} />
        {says && <AnewFields form={form} />}
        <PhotoField form={form} keep={keepPicture} />
        <FieldError id="photoIds" error={errors.photoIds?.message} />
        <PlaceField form={form} />
        <FieldError id="place" error={errors.place?.message} />
      </div>
    </div>
  );
}
