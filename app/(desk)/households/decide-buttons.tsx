"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { DecisionForm } from "@/lib/households/forms";
import { topicsOf } from "@/lib/words/heading";
import { factTopic, type FactTopic } from "@/lib/words/household";
import type { FileKind } from "@/lib/words/practice";
import { decideProposal } from "./actions";
import { FormDialog, FormFoot } from "./form-dialog";

type Deed = { proposalId: string; openedOn: readonly string[]; seenIds: readonly string[]; says: string };
type Adopting = Deed & { kind: FileKind; topic: FactTopic | null; stands: string | undefined; others: number };
type Closing = { close: () => void };

/** What it says goes into the file. The family is mended by hand first; this says that it was. */
export function AdoptButton(props: Adopting) {
  const family = props.kind === "members";
  return (
    <FormDialog label={family ? "已按这条改好" : "采纳"} title={family ? "家庭成员已按这条改好" : "采纳这条说法"} size="row">
      {(close) => <Adopt {...props} close={close} />}
    </FormDialog>
  );
}

const blankOf = ({ proposalId, openedOn, seenIds }: Deed, verdict: "accepted" | "declined") => () =>
  ({ proposalId, verdict, openedOn: [...openedOn], seenIds: [...seenIds], why: "", topic: null });

function Adopt({ kind, topic, stands, others, close, ...deed }: Adopting & Closing) {
  const { register, submit, errors, isSubmitting } = useActionForm(DecisionForm, decideProposal, blankOf(deed, "accepted"), close);
  const family = kind === "members";
  const asks = !topic && !family;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>{deed.says}</p>
      {asks && <Chips legend="哪一项" options={topicsOf[kind].map((value) => ({ value, label: factTopic.label(value) }))} error={errors.topic?.message} {...register("topic")} />}
      <p className="text-sm text-ink-2">
        {family && "先在“家庭成员”里改好，再点下面的按钮。"}
        {!family && (stands ? `现在登记的“${stands}”会留在“以前记的”里。` : "会记进这户的户情。")}
        {topic && others > 0 && `另外 ${others} 条说法随着了结，说得一样的一起采纳。`}
      </p>
      <FormFoot label={family ? "记下已改好" : "采纳这条说法"} busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}

export function DeclineButton(props: Deed) {
  return (
    <FormDialog label="不采纳" title="不采纳这条说法" size="row" variant="quiet">
      {(close) => <Decline {...props} close={close} />}
    </FormDialog>
  );
}

function Decline({ close, ...deed }: Deed & Closing) {
  const { register, submit, errors, isSubmitting } = useActionForm(DecisionForm, decideProposal, blankOf(deed, "declined"), close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>{deed.says}</p>
      <Field label="为什么不采纳" id="why" hint="写这条的人会看到" error={errors.why?.message}>
        <textarea rows={2} {...register("why")} />
      </Field>
      <FormFoot label="不采纳这条说法" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
