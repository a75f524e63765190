"use client";
import { type ReactNode, useEffect, useState } from "react";
import { useCheckedForm } from "@/app/_kit/use-checked-form";
import { Unseen } from "@/app/_phone/outbox";
import { handOver } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { type Day, dayFrom, spokenDay } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { gapsIn } from "@/lib/visits/rules-form";
import { checked, fetchCheck } from "./checked";
import { DoorField } from "./door-field";
import type { FormChoices } from "./form-choices";
import { Handed } from "./handed";
import { OtherWords } from "./other-words";
import { useDraft } from "./use-draft";
import { VisitFields } from "./visit-fields";

type Props = {
  choices: FormChoices; initial: Omit<VisitInput, "id"> & { id?: VisitInput["id"] };
  /** What is asked of its author; once it is handed in again, it has been answered. */
  asked?: ReactNode;
};

/** 记走访: one screen on a phone, eight taps. What is handed in is on the phone first, and goes from there by itself. */
export function VisitFormCard({ choices, initial, asked }: Props) {
  const [handed, setHanded] = useState<{ id: VisitInput["id"]; deed: "submit" | "save" }>();
  const isNew = !initial.id;
  const blank = () => ({ ...initial, id: initial.id ?? newId<"visit">() });
  const doorOf = (visit: VisitInput) => doorWords(choices, visit);
  const put = async (visit: VisitInput, deed: "submit" | "save") => {
    const ahead = deed === "submit" && aheadOf(choices.today, visit.visitedOn);
    if (ahead) return { ok: false as const, message: "", fields: { visitedOn: ahead } };
    try {
      await handOver({ ...visit, capturedAt: Date.now() }, doorOf(visit), deed);
    } catch (error) {
      if (!(error instanceof Unseen)) throw error;
      return { ok: false as const, message: "这部手机上还有这一条没送到的内容，先到“待发送”看一看", fields: {} };
    }
    setHanded({ id: visit.id, deed });
    void send(true).catch(() => undefined);
    return { ok: true as const };
  };
  const { form, submit, errors, isSubmitting } = useCheckedForm(checked, (input: VisitInput) => put(input, "submit"), blank, () => false);
  const save = async () => {
    const outcome = await put(form.getValues(), "save");
    if (!outcome.ok) form.setError("root", { message: outcome.message });
  };
  useEffect(fetchCheck, []);
  const draft = useDraft(form, doorOf, isNew, handed !== undefined);
  const atDoor = form.watch("kind") === "enterprise" ? form.watch("enterpriseId") : form.watch("householdId");

  const startAnew = (version?: number) => {
    draft.forget();
    setHanded(undefined);
    if (version === undefined) form.reset(blank());
    else form.setValue("version", version);
  };
  const backToForm = (fields: Record<string, string>, message: string) => {
    draft.forget();
    setHanded(undefined);
    if (Object.keys(fields).length === 0) form.setError("root", { message });
    for (const [field, words] of Object.entries(fields)) form.setError(field as keyof VisitInput, { message: words });
  };
  if (handed) return <Handed {...handed} mentor={choices.mentor} again={isNew ? startAnew : undefined} goOn={startAnew} mend={backToForm} />;
  if (draft.unseen) return <OtherWords item={draft.unseen} />;
  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="grid grid-cols-1 gap-2 lg:max-w-2xl lg:gap-4">
      {asked}
      {draft.found && <LeftOpen visit={draft.found.visit} again={isNew ? () => startAnew() : undefined} />}
      {draft.trouble && <Notice tone="warn">这部手机现在存不下，内容只在这一页上。先别关页面，有网就提交</Notice>}
      <DoorField form={form} choices={choices} error={errors.householdId?.message ?? errors.enterpriseId?.message} />
      <div hidden={!atDoor}>
        <VisitFields form={form} choices={choices} keepPicture={draft.keepPicture} />
      </div>
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <ActionRow>
        <Button onClick={() => void (atDoor ? save() : draft.jot().then(() => form.setError("householdId", { message: "选了走访的农户才能存草稿" })))}>存草稿</Button>
        <Button type="submit" variant="primary" busy={isSubmitting}>提交日志</Button>
      </ActionRow>
    </form>
  );
}

/** 「上次写到这里」, and how far it is from being handed in. */
function LeftOpen({ visit, again }: { visit: VisitInput; again: (() => void) | undefined }) {
  const missing = gapsIn(visit).length;
  return (
    <Notice tone="info" action={again && <Button variant="quiet" onClick={again}>写新的</Button>}>
      上次写到这里，{missing ? `还缺 ${missing} 项` : "可以提交"}
    </Notice>
  );
}

/** A day that is still to come by the server's calendar as by this phone's: of the two clocks one may be slow. */
function aheadOf(served: Day, visitedOn: string): string {
  const here = dayFrom(new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })) ?? served;
  const today = here > served ? here : served;
  return visitedOn > today ? `走访日期不能晚于今天（${spokenDay(today)}）` : "";
}

function doorWords({ doors, firms }: FormChoices, visit: VisitInput): string {
  const door = visit.kind === "enterprise" ? firms.find(({ id }) => id === visit.enterpriseId) : doors.find(({ id }) => id === visit.householdId);
  return door ? `${door.name} · ${door.place}` : "";
}
