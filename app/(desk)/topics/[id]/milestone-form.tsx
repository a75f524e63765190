"use client";
import { type FormEvent, useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import type { Day } from "@/lib/kernel/day";
import { MilestoneForm, ReviseMilestoneForm } from "@/lib/topics/forms-work";
import { FormDialog, FormFoot } from "../../households/form-dialog";
import { addMilestone, dropMilestone, finishMilestone, reviseMilestone } from "./work-actions";
import { Press } from "../../pairings/press";

type People = readonly { value: string; label: string }[];
type Line = { id: string; title: string; ownerId: string; dueOn: Day };
type Fields = { register: (name: "title" | "ownerId" | "dueOn") => object; errors: Partial<Record<"title" | "ownerId" | "dueOn", { message?: string }>>; people: People };

export const AddMilestone = ({ topicId, people }: { topicId: string; people: People }) => (
  <FormDialog label="加里程碑" title="加里程碑" size="row">{(close) => <AddFields topicId={topicId} people={people} close={close} />}</FormDialog>
);

function AddFields({ topicId, people, close }: { topicId: string; people: People; close: () => void }) {
  const blank = () => ({ id: newId<"milestone">(), topicId, title: "", ownerId: "", dueOn: "" });
  const { register, submit, errors, isSubmitting } = useActionForm(MilestoneForm, addMilestone, blank, close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <LineFields register={register} errors={errors} people={people} />
      <FormFoot label="加这个里程碑" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}

function LineFields({ register, errors, people }: Fields) {
  return (
    <>
      <Field label="里程碑" id="title" hint="做成什么，一句话，如 走完 30 户问卷" error={errors.title?.message}><input type="text" autoComplete="off" {...register("title")} /></Field>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label="负责人" id="ownerId" error={errors.ownerId?.message}>
          <select {...register("ownerId")}>
            <option value="">选组里的人</option>
            {people.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        </Field>
        <Field label="期限" id="dueOn" error={errors.dueOn?.message}><input type="date" {...register("dueOn")} /></Field>
      </div>
    </>
  );
}

type ReviseProps = { milestone: Line; people: People; today: Day };

export const ReviseMilestone = ({ milestone, people, today }: ReviseProps) => (
  <FormDialog label="修改" title={`修改里程碑：${milestone.title}`} size="row" variant="quiet">
    {(close) => (
      <div className="grid gap-4">
        <ReviseFields milestone={milestone} people={people} close={close} />
        <Earlier milestoneId={milestone.id} today={today} close={close} />
        <div className="flex flex-wrap justify-end border-t border-line pt-3">
          <Press send={dropMilestone} input={{ milestoneId: milestone.id, dropped: true }} variant="quiet">去掉这个里程碑</Press>
        </div>
      </div>
    )}
  </FormDialog>
);

function ReviseFields({ milestone: { id, ...line }, people, close }: Pick<ReviseProps, "milestone" | "people"> & { close: () => void }) {
  const { register, submit, errors, isSubmitting } = useActionForm(ReviseMilestoneForm, reviseMilestone, () => ({ milestoneId: id, ...line }), close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <LineFields register={register} errors={errors} people={people} />
      <FormFoot label="存下修改" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}

/** Done, but not today. */
function Earlier({ milestoneId, today, close }: { milestoneId: string; today: Day; close: () => void }) {
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const doneOn = new FormData(event.currentTarget).get("doneOn");
    if (typeof doneOn !== "string" || doneOn === "") return setState({ busy: false, no: "选择完成日期" });
    setState({ busy: true });
    const outcome = await finishMilestone({ milestoneId, doneOn }).catch(() => undefined);
    if (outcome?.ok) return close();
    setState({ busy: false, no: outcome ? (outcome.fields.doneOn ?? outcome.message) : "没能连上服务器，过一会儿再试" });
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="grid gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="哪天完成的" id="doneOn" hint="不是今天就选日子" error={state.no} className="min-w-0 flex-1 basis-[11em]"><input type="date" name="doneOn" max={today} defaultValue={today} /></Field>
        <Button type="submit" busy={state.busy}>记为完成</Button>
      </div>
    </form>
  );
}
