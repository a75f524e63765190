"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { VisitForm, type VisitInput } from "@/lib/visits/forms";
import { saveDraft, submitVisit } from "./actions";
import { DoorField } from "./door-field";
import type { FormChoices } from "./form-choices";
import { forgetKept, useKeptForm } from "./kept-form";
import { Sent } from "./sent";
import { VisitFields } from "./visit-fields";

type Props = { choices: FormChoices; initial: Omit<VisitInput, "id"> & { id?: VisitInput["id"] }; keepAs: string };

/** 记走访: one screen on a phone, eight taps. Everything beyond the sentence and the honest question has a default. */
export function VisitFormCard({ choices, initial, keepAs }: Props) {
  const [sent, setSent] = useState<{ id: string; version: number }>();
  const [drafted, setDrafted] = useState(false);
  const blank = () => ({ ...initial, id: initial.id ?? newId<"visit">() });
  const send = (input: VisitInput) => submitVisit({ ...input, capturedAt: Date.now() });
  const { form, submit, errors, isSubmitting } = useActionForm(VisitForm, send, blank, ({ id, version = 0 }) => {
    forgetKept(keepAs);
    setSent({ id, version: version + 1 });
  });
  const kept = useKeptForm(form, keepAs);
  const atDoor = form.watch("kind") === "enterprise" ? form.watch("enterpriseId") : form.watch("householdId");

  async function putAside() {
    const outcome = await saveDraft(form.getValues()).catch(() => undefined);
    if (outcome?.ok) {
      form.setValue("version", (form.getValues("version") ?? 0) + 1);
      forgetKept(keepAs);
      return setDrafted(true);
    }
    const message = outcome?.message ?? outcome?.fields.householdId ?? Object.values(outcome?.fields ?? {})[0];
    form.setError("root", { message: message ?? "没能连上服务器。内容还在这页上，过一会儿再试" });
  }

  const again = () => {
    setDrafted(false);
    setSent(undefined);
  };
  if (sent) return <Sent visit={sent} mentor={choices.mentor} again={initial.id ? undefined : again} />;
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-2 lg:max-w-2xl lg:gap-4">
      {kept.restored && <Notice tone="info" action={<Button variant="quiet" onClick={kept.restart}>重新写一条</Button>}>上次写到这里</Notice>}
      {drafted && <Notice tone="ok">草稿已存，可以接着写，也可以离开</Notice>}
      <DoorField form={form} choices={choices} error={errors.householdId?.message ?? errors.enterpriseId?.message} />
      <div hidden={!atDoor}>
        <VisitFields form={form} choices={choices} />
      </div>
      {errors.root && (
        <Notice tone="danger" action={errors.root.type === "signedOut" && <a className="link" href={`/sign-in?callbackUrl=${encodeURIComponent(kept.here())}`}>重新登录</a>}>
          {errors.root.message}
        </Notice>
      )}
      <ActionRow>
        <Button onClick={() => void putAside()}>存草稿</Button>
        <Button type="submit" variant="primary" busy={isSubmitting}>提交日志</Button>
      </ActionRow>
    </form>
  );
}
