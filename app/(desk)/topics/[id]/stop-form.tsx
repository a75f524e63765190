"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { DialogButton } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { StopForm } from "@/lib/topics/forms";
import { Done, FormEnd, keep } from "../../people/form-end";
import { resumeTopic, stopTopic } from "../actions";

type At = { topicId: string; version: number };

export const Stop = (at: At) => (
  <DialogButton label="中止课题" title="中止课题">
    <Fields {...at} send={stopTopic} submit="中止课题" done="课题已中止" says="中止后课题还在，只能看，不能再写。以后可以恢复。" danger />
  </DialogButton>
);

export const Resume = (at: At) => (
  <DialogButton label="恢复课题" title="恢复课题" variant="primary">
    <Fields {...at} send={resumeTopic} submit="恢复课题" done="课题已恢复" says="从中止前的节点接着做。" />
  </DialogButton>
);

type Props = At & { send: typeof stopTopic; submit: string; done: string; says: string; danger?: boolean };

function Fields({ topicId, version, send, submit, done, says, danger = false }: Props) {
  const form = useActionForm(StopForm, send, () => ({ topicId, version, reason: "" }), keep);
  if (form.sent) return <Done title={done}>课题组的人会收到提醒</Done>;
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-3">
      <p className="text-ink-2">{says}</p>
      <Field label="原因" id="reason" hint="至少 5 个字，课题组看得到" error={form.errors.reason?.message}><input {...form.register("reason")} /></Field>
      <FormEnd submit={submit} danger={danger} busy={form.isSubmitting} refused={form.errors.root?.message} />
    </form>
  );
}
