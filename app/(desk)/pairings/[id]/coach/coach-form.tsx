"use client";
import { useRouter } from "next/navigation";
import { useActionForm } from "@/app/_kit/use-action-form";
import { ActionRow } from "@/app/_ui/action-row";
import { Button, LinkButton } from "@/app/_ui/button";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { newId } from "@/lib/kernel/id";
import { CoachingForm } from "@/lib/pairings/forms-terms";
import { coachingMethod } from "@/lib/words/pairing";
import { addCoaching } from "../../actions";
import { CoachMore, type Links } from "./coach-more";
import { TopicField } from "./topic-field";

type Props = { pairingId: string; mentee: string; today: string; startedOn: string; links: Links };

/** One talk in seven taps: a method, a topic, three sentences spoken; what has a default waits below. */
export function CoachForm({ pairingId, mentee, today, startedOn, links }: Props) {
  const router = useRouter();
  const blank = () => ({ id: newId<"coachingSession">(), pairingId, heldOn: today, topic: "", account: "", reverse: false, visitId: null, problemId: null });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(CoachingForm, addCoaching, blank, () => router.push(`/pairings/${pairingId}`));
  if (sent) return <Notice tone="ok" title={`记好了，${mentee} 会看到`} action={<LinkButton href={`/pairings/${pairingId}`}>看结对</LinkButton>} />;
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-2.5">
      <Chips legend={`和 ${mentee} 怎么帮带的`} options={coachingMethod.options} error={errors.method?.message} {...register("method")} />
      <TopicField form={form} />
      <Field label="三句话" id="account" hint="说了什么、卡在哪、怎么办" error={errors.account?.message}>
        <textarea rows={3} enterKeyHint="done" {...register("account")} />
      </Field>
      <CoachMore form={form} today={today} startedOn={startedOn} links={links} />
      {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
      <ActionRow>
        <Button type="submit" variant="primary" busy={isSubmitting} className="lg:min-w-48">记下这次帮带</Button>
      </ActionRow>
    </form>
  );
}
