"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Check } from "@/app/_ui/check";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PublishForm } from "@/lib/defences/forms";
import type { ResultLine } from "@/lib/defences/reads-results";
import { spokenPoints } from "@/lib/defences/rules";
import { FormEnd } from "../../people/form-end";
import { publishDefences } from "../[id]/defence/actions";

type Props = { me: string; waiting: readonly ResultLine[]; more: boolean };

/** Several at one moment, or none of them. */
export function PublishSeveral({ me, waiting, more }: Props) {
  const [done, setDone] = useState(0);
  const { form, register, submit, errors, isSubmitting } = useActionForm(PublishForm, publishDefences, () => ({ defences: [], why: "" }), (sent) => setDone(sent.defences.length));
  const chosen = form.watch("defences");
  const toggle = ({ defenceId, version }: ResultLine, on: boolean) => {
    const rest = chosen.filter((one) => one.defenceId !== defenceId);
    form.setValue("defences", on ? [...rest, { defenceId, version }] : rest);
  };
  const short = waiting.filter(({ defenceId, counted, quorum }) => chosen.some((one) => one.defenceId === defenceId) && counted !== null && counted < quorum);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 lg:max-w-3xl">
      {done > 0 && <Notice tone="ok" title={`公布了 ${done} 份成绩`}>课题组和评委会收到提醒。</Notice>}
      <fieldset className="grid gap-1">
        <legend className="mb-1">选要一起公布的。有一份公布不了，就一份也不公布。</legend>
        {waiting.map((line) => (
          <Check key={line.defenceId} label={line.title} disabled={line.closedById === me} checked={chosen.some((one) => one.defenceId === line.defenceId)} onChange={(event) => toggle(line, event.target.checked)}
            hint={line.closedById === me ? "评分是你停止的，由另一位同事或镇领导公布" : line.total === null ? (line.used ? "没有人交评分，公布不了" : "") : `${spokenPoints(line.total)}，${line.counted} 位评委`} />
        ))}
      </fieldset>
      {more && <p className="text-ink-2">一次最多公布 {waiting.length} 份，先列到这里。公布以后接着列其余的。</p>}
      {(short.length > 0 || errors.why) && (
        <Field label="为什么不到人数仍然公布" id="why" hint={short.map(({ title, counted, quorum }) => `${title}：${counted} 位，法定人数 ${quorum}`).join("；")} error={errors.why?.message}><textarea rows={2} {...register("why")} /></Field>
      )}
      <div className="lg:max-w-sm"><FormEnd submit={chosen.length > 1 ? `一起公布 ${chosen.length} 份成绩` : "公布成绩"} busy={isSubmitting} refused={errors.root?.message ?? errors.defences?.message ?? errors.defences?.root?.message} /></div>
    </form>
  );
}
