"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { JoinForm } from "@/lib/topics/forms";
import type { MemberChoice } from "@/lib/topics/reads";
import { topicPart } from "@/lib/words/topic";
import { Done, FormEnd, keep } from "../../people/form-end";
import { joinTopic } from "../actions";
import { PersonOptions } from "../person-options";

type Props = { topicId: string; people: readonly MemberChoice[]; leader: string | undefined };

/** Somebody new, or another part for somebody of the group; a new leader takes the place of the one there is. */
export function JoinFields({ topicId, people, leader }: Props) {
  const blank = () => ({ id: newId<"topicMember">(), topicId, personId: "", part: "member" as const, before: "member" as const });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(JoinForm, joinTopic, blank, keep);
  if (sent) return <Done title="课题组改好了">从今天起算，本人会收到提醒</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="谁" id="personId" error={errors.personId?.message}>
        <select {...register("personId")}><PersonOptions people={people} empty="选择人员" /></select>
      </Field>
      <Chips legend="在组里做什么" options={topicPart.options} error={errors.part?.message} {...register("part")} />
      {form.watch("part") === "leader" && leader && (
        <Chips legend={`${leader} 以后`} options={[{ value: "member", label: "做组员" }, { value: "leave", label: "离开课题组" }]} error={errors.before?.message} {...register("before")} />
      )}
      <FormEnd submit="改课题组" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
