"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { VisitForm, type VisitInput } from "@/lib/visits/forms";
import { matter, notDone } from "@/lib/words/visit";
import { saveDraft, submitVisit } from "./actions";
import { DoorField } from "./door-field";
import type { FormChoices } from "./form-choices";
import { useKeptForm } from "./kept-form";
import { MoreFields } from "./more-fields";
import { Sent } from "./sent";

type Props = { choices: FormChoices; initial: Omit<VisitInput, "id"> & { id?: VisitInput["id"] }; keepAs: string };

/** 记走访: one screen on a phone, eight taps. Everything beyond the sentence and the honest question has a default. */
export function VisitFormCard({ choices, initial, keepAs }: Props) {
  const [sent, setSent] = useState<{ id: string; version: number }>();
  const [drafted, setDrafted] = useState(false);
  const blank = () => ({ ...initial, id: initial.id ?? newId<"visit">(), problemId: newId<"problem">() });
  const send = (input: VisitInput) => submitVisit({ ...input, capturedAt: Date.now() });
  const { form, register, submit, errors, isSubmitting } = useActionForm(VisitForm, send, blank, () => {
    kept.forget();
    setSent({ id: form.getValues("id"), version: (form.getValues("version") ?? 0) + 1 });
  });
  const kept = useKeptForm(form, keepAs);
  const missed = form.watch("notDone") !== null;

  async function putAside() {
    const outcome = await saveDraft(form.getValues()).catch(() => undefined);
    if (outcome?.ok) {
      form.setValue("version", (form.getValues("version") ?? 0) + 1);
      kept.forget();
      return setDrafted(true);
    }
    const message = outcome?.message ?? outcome?.fields.householdId ?? Object.values(outcome?.fields ?? {})[0];
    form.setError("root", { message: message ?? "没能连上服务器。内容还在这页上，过一会儿再试" });
  }

  if (sent) return <Sent visit={sent} mentor={choices.mentor} again={() => { setDrafted(false); setSent(undefined); }} />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-2.5 lg:max-w-2xl lg:gap-4">
      {kept.restored && <Notice tone="info" action={<Button variant="quiet" onClick={kept.restart}>重新写一条</Button>}>上次写到这里</Notice>}
      {drafted && <Notice tone="ok">草稿已存，可以接着写，也可以离开</Notice>}
      <DoorField form={form} choices={choices} error={errors.householdId?.message ?? errors.enterpriseId?.message} />
      {missed ? (
        <Chips legend="为什么没走成" options={notDone.options} error={errors.notDone?.message} {...register("notDone")} />
      ) : (
        <Chips legend="谈了什么" type="checkbox" options={choices.topics} error={errors.topics?.message} {...register("topics")} />
      )}
      <Field label="一句话记录" id="account" hint={missed ? "可以不写" : "60 字就好，可用键盘话筒说"} error={errors.account?.message}>
        <textarea rows={missed ? 2 : 3} enterKeyHint="done" {...register("account")} />
      </Field>
      {!missed && (
        <>
          <Chips legend="有没有要办的事" options={matter.options} error={errors.matter?.message} {...register("matter")} />
          {form.watch("matter") === "report" && (
            <Field label="要办的事" id="problemTitle" optional="不写就用上面那句话" error={errors.problemTitle?.message}>
              <input placeholder="" {...register("problemTitle")} />
            </Field>
          )}
        </>
      )}
      <MoreFields form={form} choices={choices} />
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
