"use client";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { grantable } from "@/lib/people/rules";
import { type Role, role, separated } from "@/lib/words/person";

type Known = "name" | "roles" | "department" | "title" | "staffNo";
type Props = {
  register: (name: Known) => object;
  errors: Partial<Record<Known, { message?: string | undefined }>>;
  /** 党建办, 系统管理员 or 审计员, where the person has it: shown, kept, not to be changed here. */
  held?: readonly Role[];
};

/** What the office knows of a person. */
export function PersonFields({ register, errors, held = [] }: Props) {
  const fixed = held.filter((one) => separated.includes(one));
  const options = [...grantable, ...fixed].map((value) => ({ value, label: role.label(value) }));
  return (
    <>
      <Field label="姓名" id="name" error={errors.name?.message}><input autoComplete="off" {...register("name")} /></Field>
      <Chips type="checkbox" legend="角色" name="roles" id="roles" options={options} error={errors.roles?.message}
        hint="党建办、系统管理员、审计员在建镇时用命令给" {...register("roles")} />
      <Field label="部门" id="department" optional error={errors.department?.message}><input autoComplete="off" {...register("department")} /></Field>
      <Field label="职务" id="title" optional error={errors.title?.message}><input autoComplete="off" {...register("title")} /></Field>
      <Field label="工号" id="staffNo" optional hint="导入时用来认人" error={errors.staffNo?.message}><input autoComplete="off" {...register("staffNo")} /></Field>
    </>
  );
}
