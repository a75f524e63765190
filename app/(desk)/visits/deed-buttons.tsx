"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Outcome } from "@/app/_kit/action";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { UnlockForm, type VisitVersionForm } from "@/lib/visits/forms";
import { discardDraft, reassignReviewer, recallVisit, unlockVisit } from "./actions";

type At = { visitId: string; version: number };
type Send = (at: VisitVersionForm) => Promise<Outcome<At>>;

/** One press, one deed; a refusal stands beside the button in its own words. */
function Deed({ at, send, then, children, danger }: { at: At; send: unknown; then?: () => void; children: string; danger?: boolean }) {
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const press = async () => {
    setState({ busy: true });
    const outcome = await (send as Send)(at as VisitVersionForm).catch(() => undefined);
    if (outcome?.ok) then?.();
    setState({ busy: false, no: outcome?.ok ? undefined : (outcome?.message ?? "没能连上服务器，过一会儿再试") });
  };
  return (
    <>
      <Button variant={danger ? "danger" : "secondary"} busy={state.busy} onClick={() => void press()}>{children}</Button>
      {state.no && <p role="alert" className="basis-full text-danger">▲ {state.no}</p>}
    </>
  );
}

export const Recall = (at: At) => <Deed at={at} send={recallVisit}>撤回日志</Deed>;
export const Reassign = (at: At) => <Deed at={at} send={reassignReviewer}>改派给作者的导师</Deed>;

export function DiscardDraft(at: At) {
  const router = useRouter();
  return <Deed at={at} send={discardDraft} danger then={() => router.replace("/visits")}>删除这条草稿</Deed>;
}

export function Unlock({ visitId, version }: At) {
  const { register, submit, errors, isSubmitting } = useActionForm(UnlockForm, unlockVisit, () => ({ visitId, version, note: "" }));
  return (
    <DialogButton label="解锁日志" title="解锁后作者可以再改">
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field label="为什么解锁" id="note" error={errors.note?.message ?? errors.root?.message}><textarea rows={3} {...register("note")} /></Field>
        <Button type="submit" variant="primary" busy={isSubmitting}>解锁日志</Button>
      </form>
    </DialogButton>
  );
}
