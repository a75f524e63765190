import * as z from "zod/mini";
import { chosen, cleaned, idSchema, written } from "@/lib/kernel/ask";
import { quarterFrom } from "@/lib/kernel/quarter";
import { plain } from "@/lib/kernel/text";
import { redrawReason } from "@/lib/words/quiz";

const quizId = idSchema<"quiz">();
const version = z.int("页面太旧了，刷新后再试");

/** 安排考核. Without a second examiner the field is empty. */
export const QuizForm = z.object({
  id: quizId,
  examineeId: idSchema<"person">("选择考核对象"),
  examinerId: idSchema<"person">("选择考官"),
  secondExaminerId: z.optional(z.nullable(z.union([z.pipe(z.literal(""), z.transform(() => null)), idSchema<"person">("选择第二位考官")]))),
});
export type QuizForm = z.output<typeof QuizForm>;
export type QuizInput = z.input<typeof QuizForm>;

/** 准备抽户 */
export const CommitForm = z.object({ quizId, version });
export type CommitForm = z.output<typeof CommitForm>;

/** Any digits the examiner thinks of on the spot, as they were typed. */
export const numberSchema = cleaned(40, "最多 12 位数字", (text) => plain(text).replace(/\s+/g, ""), "输入一个数字").check(
  z.refine((text) => /^\d{1,12}$/.test(text), "输入 1 到 12 位数字，想到什么就写什么"),
);

/** 抽户, the first time or after another household was allowed. */
export const DrawForm = z.object({ quizId, version, number: numberSchema });
export type DrawForm = z.output<typeof DrawForm>;

export const RedrawForm = z.object({ quizId, reason: chosen(redrawReason), words: written("说明", 200) });
export type RedrawForm = z.output<typeof RedrawForm>;

export const RedrawAnswer = z.object({ redrawId: idSchema<"redraw">(), allowed: z.boolean() });
export type RedrawAnswer = z.output<typeof RedrawAnswer>;

export const CancelQuizForm = z.object({ quizId, version, why: written("原因", 200, 2) });
export type CancelQuizForm = z.output<typeof CancelQuizForm>;

export const MOST_IN_PLAN = 500;
const once = (ids: readonly string[]) => new Set(ids).size === ids.length;
const peopleIds = (missing: string) =>
  z.array(idSchema<"person">(), missing).check(z.minLength(1, missing), z.maxLength(MOST_IN_PLAN, `最多 ${MOST_IN_PLAN} 人`), z.refine(once, "有人选了两次"));

/** 考核计划: how many of these people are examined in the quarter, by whom of those. */
export const PlanForm = z.object({
  id: idSchema<"quizPlan">(),
  quarter: z.pipe(z.string().check(z.refine((text) => quarterFrom(text) !== undefined, "选择季度")), z.transform((text) => quarterFrom(text)!)),
  size: z.int("人数是整数").check(z.minimum(1, "至少考 1 人"), z.maximum(MOST_IN_PLAN, `最多 ${MOST_IN_PLAN} 人`)),
  examineeIds: peopleIds("选择可以被考到的人"),
  examinerIds: peopleIds("选择考官"),
}).check(z.refine((form) => form.size <= form.examineeIds.length, { path: ["size"], message: "人数不能多于选中的人" }));
export type PlanForm = z.output<typeof PlanForm>;
export type PlanInput = z.input<typeof PlanForm>;

export const PlanDrawForm = z.object({ planId: idSchema<"quizPlan">(), version, number: numberSchema });
export type PlanDrawForm = z.output<typeof PlanDrawForm>;

export const PlanCancelForm = z.object({ planId: idSchema<"quizPlan">(), version, why: written("原因", 200, 2) });
export type PlanCancelForm = z.output<typeof PlanCancelForm>;
