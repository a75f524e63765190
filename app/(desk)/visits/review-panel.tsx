"use client";
import { useRouter } from "next/navigation";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button, LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { ReviewForm } from "@/lib/visits/forms";
import { verdict } from "@/lib/words/visit";
import { reviewVisit } from "./actions";

type Props = { visitId: string; version: number; presets: readonly string[]; asOffice: boolean; passable: boolean; nextHref?: string };

/** 通过, 请补充 with a reason (a preset is one tap), or 转交. After the answer comes the next one that waits. */
export function ReviewPanel({ visitId, version, presets, asOffice, passable, nextHref = "/reviews" }: Props) {
  const router = useRouter();
  const blank = () => ({ visitId, version, verdict: "approve" as const, note: "" });
  const { form, register, submit, errors, isSubmitting } = useActionForm(ReviewForm, reviewVisit, blank, () => {
    router.replace(nextHref as "/reviews");
    return false;
  });
  const asking = form.watch("verdict") === "return";
  const options = verdict.options.filter((option) => passable || option.value !== "pass_on");
  return (
    <Card title="批阅">
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Chips legend="意见" options={options} {...register("verdict")} />
        {asking && (
          <div role="group" aria-label="常用语" className="flex flex-wrap gap-1.5">
            {presets.map((phrase) => (
              <Button key={phrase} size="row" onClick={() => form.setValue("note", phrase, { shouldValidate: true })} className="whitespace-normal! text-left">{phrase}</Button>
            ))}
            <LinkButton size="row" variant="quiet" href="/reviews/presets">改常用语</LinkButton>
          </div>
        )}
        <Field label={asking ? "想请作者补充什么" : "想说的话"} id="note" optional={asking || asOffice ? undefined : true} error={errors.note?.message}
          hint={asOffice ? "党建办代为批阅，写明原因" : undefined}>
          <textarea rows={2} {...register("note")} />
        </Field>
        {errors.root && <Notice tone="danger">{errors.root.message}</Notice>}
        <Button type="submit" variant="primary" busy={isSubmitting}>提交批阅</Button>
      </form>
    </Card>
  );
}
