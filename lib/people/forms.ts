import * as z from "zod";
import { idSchema } from "@/lib/kernel/id";
import { nameSchema, plain, written } from "@/lib/kernel/text";
import { role } from "@/lib/words/person";
import { accountPattern } from "./rules";

const code = z.string().max(40, "工号最多 20 个字符").transform((text) => plain(text).replace(/\s/g, ""))
  .refine((text) => /^[\p{L}\p{N}_-]{0,20}$/u.test(text), "工号只用文字、字母、数字和“-”，最多 20 个字符");

const account = z.string().max(100, "账号最多 32 个字符").transform((text) => plain(text).trim().toLowerCase())
  .refine((text) => text === "" || accountPattern.test(text), "账号用 3 到 32 个小写字母、数字、点或横线，字母开头");

const known = {
  name: nameSchema,
  roles: z.array(role.schema).transform((roles) => [...new Set(roles)]).refine((roles) => roles.length > 0, "至少选一个角色"),
  department: written("部门", 30),
  title: written("职务", 30),
  staffNo: code,
};

/** 新增人员. An empty account becomes the person's pinyin. */
export const PersonForm = z.strictObject({ id: idSchema<"person">(), ...known, account });
export type PersonForm = z.output<typeof PersonForm>;
export type PersonInput = z.input<typeof PersonForm>;

export const RevisePersonForm = z.strictObject({ personId: idSchema<"person">(), version: z.int(), ...known });
export type RevisePersonForm = z.output<typeof RevisePersonForm>;

export const LeaveForm = z.strictObject({ personId: idSchema<"person">(), reason: written("离岗原因", 100, 2) });
export type LeaveForm = z.output<typeof LeaveForm>;

export const RenameForm = z.strictObject({
  accountId: idSchema<"account">(),
  account: account.refine((text) => text !== "", "填写账号"),
});
export type RenameForm = z.output<typeof RenameForm>;
