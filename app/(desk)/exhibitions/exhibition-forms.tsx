"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Field } from "@/app/_ui/field";
import { ExhibitForm, ExhibitionForm, ReviseExhibitForm, ReviseExhibitionForm } from "@/lib/exhibitions/forms";
import type { ExhibitionRow, ExhibitRow, TopicToShow } from "@/lib/exhibitions/reads";
import { type Id, newId } from "@/lib/kernel/id";
import { exhibitForm } from "@/lib/words/topic";
import { Done, FormEnd, keep } from "../people/form-end";
import { enterExhibit, planExhibition, reviseExhibit, reviseExhibition } from "./actions";

export function ExhibitionFields({ today }: { today: string }) {
  const blank = () => ({ id: newId<"exhibition">(), title: "", heldOn: today, venue: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ExhibitionForm, planExhibition, blank, keep);
  if (sent) return <Done title="已建好">接着到这场展演里添加节目</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="名称" id="title" error={errors.title?.message}><input {...register("title")} /></Field>
      <Field label="哪天" id="heldOn" error={errors.heldOn?.message}><input type="date" {...register("heldOn")} /></Field>
      <Field label="地点" id="venue" optional error={errors.venue?.message}><input {...register("venue")} /></Field>
      <FormEnd submit="建好展演" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function ReviseExhibition({ exhibition }: { exhibition: Pick<ExhibitionRow, "id" | "title" | "heldOn" | "venue"> }) {
  const { id: exhibitionId, title, heldOn, venue } = exhibition;
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ReviseExhibitionForm, reviseExhibition, () => ({ exhibitionId, title, heldOn, venue }), keep);
  if (sent) return <Done title="已改好" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="名称" id="title" error={errors.title?.message}><input {...register("title")} /></Field>
      <Field label="哪天" id="heldOn" error={errors.heldOn?.message}><input type="date" {...register("heldOn")} /></Field>
      <Field label="地点" id="venue" optional error={errors.venue?.message}><input {...register("venue")} /></Field>
      <FormEnd submit="改好安排" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type Entering = { exhibitionId: Id<"exhibition">; topics: readonly TopicToShow[] };

export function EnterExhibit({ exhibitionId, topics }: Entering) {
  const blank = () => ({ id: newId<"exhibit">(), exhibitionId, topicId: "", title: "", form: "" as "other", summary: "", materials: "" });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(ExhibitForm, enterExhibit, blank, keep);
  if (sent) return <Done title="已加到最后" />;
  const named = register("topicId", {
    // Most exhibits are called what their topic is called.
    onChange: (event: { target: { value: string } }) => form.setValue("title", topics.find(({ id }) => id === event.target.value)?.title ?? ""),
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="课题" id="topicId" hint="到了展演节点，或者答辩过的" error={errors.topicId?.message}>
        <select {...named}>
          <option value="">选择课题</option>
          {topics.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </select>
      </Field>
      <Field label="节目名" id="title" hint="观众看到的名字" error={errors.title?.message}><input {...register("title")} /></Field>
      <Field label="形式" id="form" error={errors.form?.message}><select {...register("form")}><option value="">选一种形式</option><FormOptions /></select></Field>
      <Field label="一句话介绍" id="summary" optional error={errors.summary?.message}><textarea rows={2} {...register("summary")} /></Field>
      <Field label="要用的材料" id="materials" optional hint="展板、道具、投影" error={errors.materials?.message}><input {...register("materials")} /></Field>
      <FormEnd submit="添加节目" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function ReviseExhibit({ exhibit }: { exhibit: ExhibitRow }) {
  const { id: exhibitId, title, form, summary, materials } = exhibit;
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ReviseExhibitForm, reviseExhibit, () => ({ exhibitId, title, form, summary, materials }), keep);
  if (sent) return <Done title="已改好" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="节目名" id="title" error={errors.title?.message}><input {...register("title")} /></Field>
      <Field label="形式" id="form" error={errors.form?.message}><select {...register("form")}><FormOptions /></select></Field>
      <Field label="一句话介绍" id="summary" optional error={errors.summary?.message}><textarea rows={2} {...register("summary")} /></Field>
      <Field label="要用的材料" id="materials" optional error={errors.materials?.message}><input {...register("materials")} /></Field>
      <FormEnd submit="改好节目" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

const FormOptions = () => exhibitForm.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>);
