"use client";
import { useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { FillYearForm, MarkDaysForm, UnmarkDayForm } from "@/lib/calendar/forms";
import { YEARS } from "@/lib/calendar/rules";
import { dayMark } from "@/lib/words/calendar";
import { Done, FormEnd, keep } from "../people/form-end";
import { fillYear, markDays, unmarkDay } from "./actions";

const bounds = { type: "date", min: `${YEARS.first}-01-01`, max: `${YEARS.last}-12-31` } as const;
const blank = () => ({ mark: "holiday" as const, name: "", firstOn: "", lastOn: "" });

/** Stays open and empty for the next run: a year has seven holidays to enter. */
export function MarkDaysCard() {
  const [last, setLast] = useState<string>();
  const { register, submit, errors, isSubmitting } = useActionForm(MarkDaysForm, markDays, blank, ({ name }) => setLast(name));
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Chips legend="怎么安排" options={dayMark.options} error={errors.mark?.message} {...register("mark")} />
      <Field label="名称" id="name" hint="比如“春节”" error={errors.name?.message}><input autoComplete="off" {...register("name")} /></Field>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label="第一天" id="firstOn" error={errors.firstOn?.message}><input {...bounds} {...register("firstOn")} /></Field>
        <Field label="最后一天" id="lastOn" optional="只有一天就不填" error={errors.lastOn?.message}><input {...bounds} {...register("lastOn")} /></Field>
      </div>
      <p className="text-sm text-ink-2">放假里的周六、周日不用单独标，录一段时会自动跳过。</p>
      {last && Object.keys(errors).length === 0 && <Notice tone="ok">已录入{last}，可以接着录下一段</Notice>}
      <FormEnd submit="录入这几天" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

type UnmarkProps = { dayMarkId: string; words: string };

export function UnmarkDayCard({ dayMarkId, words }: UnmarkProps) {
  const { submit, errors, isSubmitting, sent } = useActionForm(UnmarkDayForm, unmarkDay, () => ({ dayMarkId }), keep);
  if (sent) return <Done title="已去掉" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <p>去掉以后，{words}又按星期几算上班还是休息。</p>
      <FormEnd submit="去掉这一天" danger busy={isSubmitting} refused={errors.root?.message ?? errors.dayMarkId?.message} />
    </form>
  );
}

export function FillYearButton({ year }: { year: number }) {
  const { submit, errors, isSubmitting } = useActionForm(FillYearForm, fillYear, () => ({ year }), keep);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <FormEnd submit="用国务院通知的安排填好" busy={isSubmitting} refused={errors.root?.message ?? errors.year?.message} />
    </form>
  );
}
