"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { MOST_NOTE, NoteForm } from "@/lib/topics/forms-work";
import { FormDialog, FormFoot } from "../../households/form-dialog";
import { addNote } from "./work-actions";

export const NoteButton = ({ topicId }: { topicId: string }) => (
  <FormDialog label="写进展" title="写进展" size="row">{(close) => <NoteFields topicId={topicId} close={close} />}</FormDialog>
);

function NoteFields({ topicId, close }: { topicId: string; close: () => void }) {
  const blank = () => ({ id: newId<"topicNote">(), topicId, words: "" });
  const { register, submit, errors, isSubmitting } = useActionForm(NoteForm, addNote, blank, close);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="进展" id="words" hint={`做了什么、看到什么，最多 ${MOST_NOTE} 字。不写户主姓名和电话`} error={errors.words?.message}><textarea rows={5} {...register("words")} /></Field>
      <FormFoot label="写下进展" busy={isSubmitting} said={errors.root?.message} />
    </form>
  );
}
