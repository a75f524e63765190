"use client";
import { useRouter } from "next/navigation";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { AdmitForm, DeclineForm } from "@/lib/visits/forms-parked";
import { admitParked, declineParked } from "../actions";

type Props = { parkedId: string; seen: string; author: string; asOffice: boolean };

/** 收进走访日志, or 不收 with a reason that the author reads. */
export function Settle(props: Props) {
  const { parkedId, seen, author, asOffice } = props;
  const { register, submit, errors, isSubmitting } = useSettling(AdmitForm, admitParked, { parkedId, seen });
  return (
    <Card title="怎么处理">
      <form id="admit" onSubmit={submit} noValidate className="grid gap-3">
        <p className="measure">收进来后，还是{author}写的日志，日期不变，交给{author}的导师批阅。</p>
        {asOffice && <Field label="为什么收进来" id="note" hint="党建办代为处理，写明原因" error={errors.note?.message}><textarea rows={2} {...register("note")} /></Field>}
        <Refused errors={errors} />
      </form>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button type="submit" form="admit" variant="primary" busy={isSubmitting}>收进走访日志</Button>
        <DialogButton label="不收这一条" title="不收这一条"><Decline {...props} /></DialogButton>
      </div>
    </Card>
  );
}

/** Whatever stands in the way: what was written there is its author's, so no field here can be at fault but the reason. */
function Refused({ errors }: { errors: Partial<Record<string, { message?: string | undefined }>> }) {
  const [no] = Object.entries(errors).filter(([field]) => field !== "note").map(([, error]) => error?.message);
  return no ? <Notice tone="danger">{no}</Notice> : null;
}

function Decline({ parkedId, seen, author }: Props) {
  const { register, submit, errors, isSubmitting } = useSettling(DeclineForm, declineParked, { parkedId, seen });
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="不收的原因" id="decline-note" hint={`${author}会看到，文字还在${author}的手机上`} error={errors.note?.message ?? errors.root?.message}><textarea rows={3} {...register("note")} /></Field>
      <Button type="submit" variant="danger" busy={isSubmitting}>不收这一条</Button>
    </form>
  );
}

/** Settled, one goes back to what else waits. */
function useSettling(schema: typeof AdmitForm, send: typeof admitParked, at: { parkedId: string; seen: string }) {
  const router = useRouter();
  return useActionForm(schema, send, () => ({ ...at, note: "" }), () => {
    router.replace("/parked");
    return false;
  });
}
