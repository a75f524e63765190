"use client";
import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";

export type Village = { id: string; name: string };
/** What a topic is about, as both of its forms have it. */
type About = { title: string; background: string; leadDepartment: string; villageIds: string[] };
type Props<Input extends About> = {
  register: UseFormRegister<Input>;
  errors: FieldErrors<About>;
  departments: readonly string[];
  villages: readonly Village[];
  chosen: readonly string[];
};

export function AboutFields<Input extends About>({ register, errors, departments, villages, chosen }: Props<Input>) {
  // A form of more fields takes the names of these four too: react-hook-form cannot be told so by a type.
  const own = register as unknown as UseFormRegister<About>;
  const names = villages.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <div className="grid gap-4">
      <Field label="课题名称" id="title" hint="4 到 40 个字，立项后大家看到的就是它" error={errors.title?.message}><input autoComplete="off" {...own("title")} /></Field>
      <Field label="牵头部门" id="leadDepartment" error={errors.leadDepartment?.message}><input list="departments" className="lg:max-w-72" autoComplete="off" {...own("leadDepartment")} /></Field>
      <datalist id="departments">{departments.map((name) => <option key={name} value={name} />)}</datalist>
      <Field label="背景" id="background" optional hint="要解决什么难事，为什么现在做。不写农户的姓名和住址" error={errors.background?.message}><textarea rows={4} {...own("background")} /></Field>
      <details open={!!errors.villageIds}>
        <summary>涉及的村社：{names.length > 0 ? names.join("、") : "全镇"}</summary>
        <Chips legend="涉及的村社" hint="一个都不选就是全镇" type="checkbox" options={villages.map(({ id, name }) => ({ value: id, label: name }))} error={errors.villageIds?.message} {...own("villageIds")} />
      </details>
    </div>
  );
}
