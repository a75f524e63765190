"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { newId } from "@/lib/kernel/id";
import { GridForm, ReviseVillageForm, VillageForm } from "@/lib/villages/forms";
import type { Village } from "@/lib/villages/reads";
import { EVERY_DAYS } from "@/lib/villages/rules";
import { villageKind } from "@/lib/words/household";
import { Done, FormEnd, keep } from "../people/form-end";
import { addGrid, addVillage, reviseVillage } from "./actions";

const everyHint = `${EVERY_DAYS.least} 到 ${EVERY_DAYS.most} 天，超过就标出来`;
const number = { type: "number", inputMode: "numeric", min: EVERY_DAYS.least, max: EVERY_DAYS.most } as const;

export function AddVillageForm() {
  const blank = () => ({ id: newId<"village">(), name: "", code: "", kind: "village" as const, visitEveryDays: EVERY_DAYS.usual });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(VillageForm, addVillage, blank, keep);
  if (sent) return <Done title="已新增">接着可以给它分网格、安排联村干部</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="村社名称" id="name" error={errors.name?.message}><input autoComplete="off" {...register("name")} /></Field>
      <Field label="代码" id="code" hint="统计用区划代码，12 位数字" error={errors.code?.message}><input inputMode="numeric" autoComplete="off" {...register("code")} /></Field>
      <Chips legend="类型" options={villageKind.options} error={errors.kind?.message} {...register("kind")} />
      <Field label="几天一访" id="visitEveryDays" hint={everyHint} error={errors.visitEveryDays?.message}>
        <input {...number} {...register("visitEveryDays", { valueAsNumber: true })} />
      </Field>
      <FormEnd submit="新增村社" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function ReviseVillageCard({ village }: { village: Village }) {
  const { id: villageId, version, name, visitEveryDays } = village;
  const blank = () => ({ villageId, version, name, visitEveryDays });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(ReviseVillageForm, reviseVillage, blank, keep);
  if (sent) return <Done title="已保存">走访过的农户，下次该访的日期已一起重算</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="村社名称" id="name" error={errors.name?.message}><input autoComplete="off" {...register("name")} /></Field>
      <Field label="几天一访" id="visitEveryDays" hint={everyHint} error={errors.visitEveryDays?.message}>
        <input {...number} {...register("visitEveryDays", { valueAsNumber: true })} />
      </Field>
      <FormEnd submit="保存村社" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

export function AddGridForm({ villageId }: { villageId: string }) {
  const blank = () => ({ id: newId<"grid">(), villageId, name: "" });
  const { register, submit, errors, isSubmitting, sent } = useActionForm(GridForm, addGrid, blank, keep);
  if (sent) return <Done title="已新增" />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="网格名称" id="name" hint="比如“一网格”" error={errors.name?.message}><input autoComplete="off" {...register("name")} /></Field>
      <FormEnd submit="新增网格" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
