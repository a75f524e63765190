import * as z from "zod/mini";
import { chosen, daySchema, idSchema, startDaySchema, written } from "@/lib/kernel/ask";
import { scoringRule } from "@/lib/words/defence";
import { FULL_WEIGHT } from "./rules";

const defenceId = idSchema<"defence">();
const sheetId = idSchema<"sheet">();
const version = z.int().check(z.minimum(0));
const whole = (least: number, most: number, words: string) => z.int(words).check(z.minimum(least, words), z.maximum(most, words));
const at = (path: (string | number)[], message: string) => ({ code: "custom" as const, path, message, input: undefined });

export const MOST_CRITERIA = 10;
export const MOST_JUDGES = 15;

const LevelForm = z.strictObject({ label: written("档次", 6, 1), points: whole(0, 100, "分值是 0 到 100 的整数") });

const CriterionForm = z.strictObject({
  id: idSchema<"criterion">(),
  name: written("评分项", 20, 2),
  weight: whole(1, 100, "权重是 1 到 100 的整数"),
  required: z.boolean(),
  levels: z.array(LevelForm).check(z.minLength(2, "至少两档"), z.maxLength(5, "最多五档")),
});

/** 答辩安排. `version` is 0 for a new one. The weights are a hundred together, the levels fall from the best. */
export const DefenceForm = z.strictObject({
  id: defenceId,
  topicId: idSchema<"topic">(),
  version,
  heldOn: startDaySchema,
  rule: chosen(scoringRule),
  quorum: whole(1, MOST_JUDGES, `法定人数是 1 到 ${MOST_JUDGES} 人`),
  criteria: z.array(CriterionForm).check(z.minLength(1, "至少一个评分项"), z.maxLength(MOST_CRITERIA, `最多 ${MOST_CRITERIA} 个评分项`)),
  judgeIds: z.array(idSchema<"person">()).check(z.minLength(1, "至少选一位评委"), z.maxLength(MOST_JUDGES, `最多 ${MOST_JUDGES} 位评委`)),
}).check(z.superRefine((form, ctx) => {
  const weights = form.criteria.reduce((all, { weight }) => all + weight, 0);
  if (weights !== FULL_WEIGHT) ctx.addIssue(at(["criteria"], `权重合计要是 100，现在是 ${weights}，${weights > FULL_WEIGHT ? `多了 ${weights - FULL_WEIGHT}` : `还差 ${FULL_WEIGHT - weights}`}`));
  if (!form.criteria.some(({ required }) => required)) ctx.addIssue(at(["criteria"], "至少一个评分项是必评"));
  form.criteria.forEach(({ name, levels }, i) => {
    if (form.criteria.findIndex((one) => one.name === name) < i) ctx.addIssue(at(["criteria", i, "name"], "这个评分项写了两次"));
    if (levels.some(({ points }, n) => n > 0 && points >= levels[n - 1]!.points)) ctx.addIssue(at(["criteria", i, "levels"], "档次从高到低写，分值不能相同"));
  });
  if (new Set(form.judgeIds).size < form.judgeIds.length) ctx.addIssue(at(["judgeIds"], "有评委选了两次"));
  if (form.judgeIds.length > 0 && form.quorum > form.judgeIds.length) ctx.addIssue(at(["quorum"], `一共 ${form.judgeIds.length} 位评委，法定人数不能再多`));
}));
export type DefenceForm = z.output<typeof DefenceForm>;
export type DefenceInput = z.input<typeof DefenceForm>;

/** A step of the defence as it was read. */
export const DefenceStepForm = z.strictObject({ defenceId, version });
export type DefenceStepForm = z.output<typeof DefenceStepForm>;

export const ReopenForm = z.strictObject({ defenceId, version, reason: written("原因", 200, 5) });
export type ReopenForm = z.output<typeof ReopenForm>;

/** Published together, or none of them. `why` is needed where fewer than the quorum have scored. */
export const PublishForm = z.strictObject({
  defences: z.array(DefenceStepForm).check(z.minLength(1, "选要公布的答辩"), z.maxLength(30)),
  why: written("说明", 200),
});
export type PublishForm = z.output<typeof PublishForm>;

/** One tap of a judge. */
export const MarkForm = z.strictObject({ defenceId, criterionId: idSchema<"criterion">(), points: whole(0, 100, "分数是 0 到 100 的整数") });
export type MarkForm = z.output<typeof MarkForm>;

/** 交评分: the marks as their judge has just confirmed them, whatever taps are still on their way. */
export const SubmitSheetForm = z.strictObject({
  defenceId,
  marks: z.array(z.strictObject({ criterionId: idSchema<"criterion">(), points: whole(0, 100, "分数是 0 到 100 的整数") })).check(z.maxLength(MOST_CRITERIA)),
});
export type SubmitSheetForm = z.output<typeof SubmitSheetForm>;

export const ReopenSheetForm = z.strictObject({ sheetId, reason: written("原因", 200, 5) });
export type ReopenSheetForm = z.output<typeof ReopenSheetForm>;

/** 答辩提问 as it was asked. */
export const QuestionForm = z.strictObject({ id: idSchema<"question">(), defenceId, words: written("提问", 200, 2) });
export type QuestionForm = z.output<typeof QuestionForm>;

export const GiveQuestionForm = z.strictObject({
  questionId: idSchema<"question">(),
  ownerId: idSchema<"person">("选一位组里的人"),
  dueOn: daySchema,
});
export type GiveQuestionForm = z.output<typeof GiveQuestionForm>;

export const AnswerQuestionForm = z.strictObject({ questionId: idSchema<"question">(), answer: written("答复", 500, 5) });
export type AnswerQuestionForm = z.output<typeof AnswerQuestionForm>;
