"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { NotNowForm } from "@/lib/suggestions/forms";
import { notNowReason } from "@/lib/words/practice";
import { FormDialog, FormFoot } from "../households/form-dialog";
import { acceptHousehold, putOffHousehold } from "./actions";

type Of = { householdId: string; name: string };

/** 去这户. A second press while the first is on its way is nothing. */
export function AcceptButton({ householdId, name }: Of) {
  const [id] = useState(() => newId<"suggestionAnswer">());
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const press = async () => {
    setState({ busy: true });
    const outcome = await acceptHousehold({ id, householdId }).catch(() => undefined);
    setState({ busy: false, no: outcome?.ok ? undefined : (outcome?.message ?? "没能连上服务器，过一会儿再点") });
  };
  return (
    <>
      <Button busy={state.busy} aria-label={`去这户：${name}`} onClick={() => void press()}>去这户</Button>
      {state.no && <p role="alert" className="basis-full text-sm text-danger">▲ {state.no}</p>}
    </>
  );
}

/** 暂不, with a reason: the household is not suggested again for a week. */
export const NotNowButton = ({ label = "暂不", ...of }: Of & { label?: string }) => (
  <FormDialog label={<>{label}<span className="sr-only">：{of.name}</span></>} title={`暂不去 ${of.name}`} variant="quiet">
    {(close) => <NotNow {...of} close={close} />}
  </FormDialog>
);

function NotNow({ householdId, close }: Of & { close: () => void }) {
  const blank = () => ({ id: newId<"suggestionAnswer">(), householdId, words: "" });
  const { form, register, submit, errors, isSubmitting } = useActionForm(NotNowForm, putOffHousehold, blank, close);
  const other = form.watch("reason") === "other";
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p className="text-sm text-ink-2">这户 7 天内不再出现在建议里。</p>
      <Chips legend="为什么暂不" options={notNowReason.options} error={errors.reason?.message} {...register("reason")} />
      {other && <Field label="原因" id="words" error={errors.words?.message}><input type="text" autoComplete="off" {...register("words")} /></Field>}
      <FormFoot label="7 天内不建议这户" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
