import * as z from "zod/mini";
import { chosen, cleaned, idSchema, startDaySchema, written } from "@/lib/kernel/ask";
import { plain } from "@/lib/kernel/text";
import { serving } from "@/lib/words/assignment";
import { villageKind } from "@/lib/words/household";
import { EVERY_DAYS } from "./rules";

const words = `走访间隔是 ${EVERY_DAYS.least} 到 ${EVERY_DAYS.most} 天`;
const every = z.int(words).check(z.minimum(EVERY_DAYS.least, words), z.maximum(EVERY_DAYS.most, words));

const known = { name: written("村社名称", 20, 2), visitEveryDays: every };

export const VillageForm = z.strictObject({
  id: idSchema<"village">(),
  ...known,
  kind: chosen(villageKind),
  code: cleaned(40, "代码是 12 位数字", (text) => plain(text).replace(/\s/g, ""))
    .check(z.refine((text) => /^\d{12}$/.test(text), "代码是统计用区划代码，12 位数字")),
});
export type VillageForm = z.output<typeof VillageForm>;
export type VillageInput = z.input<typeof VillageForm>;

export const ReviseVillageForm = z.strictObject({ villageId: idSchema<"village">(), version: z.int(), ...known });
export type ReviseVillageForm = z.output<typeof ReviseVillageForm>;

export const GridForm = z.strictObject({ id: idSchema<"grid">(), villageId: idSchema<"village">(), name: written("网格名称", 20, 1) });
export type GridForm = z.output<typeof GridForm>;

/** 联村 is the village alone; 网格 names a grid, 包户 the household's 户号. What the way does not ask for is left out. */
export const AssignmentForm = z
  .strictObject({
    id: idSchema<"assignment">(),
    personId: idSchema<"person">("选择由谁来做"),
    villageId: idSchema<"village">("选择村社"),
    way: chosen(serving),
    gridId: z.union([idSchema<"grid">("选择网格"), z.literal("")]),
    householdCode: cleaned(40, "户号最多 40 个字符", (text) => plain(text).trim()),
    startedOn: startDaySchema,
  })
  .check(z.superRefine(({ way, gridId, householdCode }, ctx) => {
    if (way === "grid" && !gridId) ctx.addIssue({ code: "custom", path: ["gridId"], message: "选择网格" });
    if (way === "household" && !householdCode) ctx.addIssue({ code: "custom", path: ["householdCode"], message: "填写户号" });
  }));
export type AssignmentForm = z.output<typeof AssignmentForm>;
export type AssignmentInput = z.input<typeof AssignmentForm>;

export const EndAssignmentForm = z.strictObject({ assignmentId: idSchema<"assignment">(), endedOn: startDaySchema });
export type EndAssignmentForm = z.output<typeof EndAssignmentForm>;
