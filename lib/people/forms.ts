import * as z from "zod/mini";
import { chosen, idSchema, nameSchema, written } from "@/lib/kernel/ask";
import { type Role, role } from "@/lib/words/person";
import { accountSchema, staffNoSchema } from "./rules";

const known = {
  name: nameSchema,
  roles: z.pipe(z.array(chosen(role)), z.transform((roles: Role[]) => [...new Set(roles)])).check(z.refine((roles) => roles.length > 0, "至少选一个角色")),
  department: written("部门", 30),
  title: written("职务", 30),
  staffNo: staffNoSchema,
};

/** 新增人员. An empty account becomes the person's pinyin. */
export const PersonForm = z.strictObject({ id: idSchema<"person">(), ...known, account: accountSchema });
export type PersonForm = z.output<typeof PersonForm>;
export type PersonInput = z.input<typeof PersonForm>;

export const RevisePersonForm = z.strictObject({ personId: idSchema<"person">(), version: z.int(), ...known });
export type RevisePersonForm = z.output<typeof RevisePersonForm>;

export const LeaveForm = z.strictObject({ personId: idSchema<"person">(), reason: written("离岗原因", 100, 2) });
export type LeaveForm = z.output<typeof LeaveForm>;

export const RenameForm = z.strictObject({
  accountId: idSchema<"account">(),
  account: accountSchema.check(z.refine((text) => text !== "", "填写账号")),
});
export type RenameForm = z.output<typeof RenameForm>;
