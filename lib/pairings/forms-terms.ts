import * as z from "zod/mini";
import { chosen, daySchema, idSchema, written } from "@/lib/kernel/ask";
import { lengthOf } from "@/lib/kernel/text";
import { assessmentLevel, type AssessmentLevel, coachingMethod, fitLevel, goalArea } from "@/lib/words/pairing";
import { LOW_LEVEL, MOST_GOALS } from "./rules";

const pairingId = idSchema<"pairing">();
const agreementId = idSchema<"agreement">();
const nullable = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);
const at = (path: string | (string | number)[], message: string) => ({ code: "custom" as const, path: [path].flat(), message, input: undefined });

const GoalForm = z.strictObject({
  id: idSchema<"goal">(),
  area: chosen(goalArea),
  words: written("目标", 60),
  dueOn: nullable(daySchema),
});

/** 结对协议 as it is drafted: up to three lines an area. An empty line is no goal. `version` is the one that was read. */
export const AgreementForm = z.strictObject({
  id: agreementId,
  pairingId,
  version: z.int().check(z.minimum(0)),
  goals: z.array(GoalForm).check(z.maxLength(goalArea.values.length * MOST_GOALS)),
}).check(z.superRefine((form, ctx) => {
  const kept = form.goals.filter(({ words }) => words);
  if (kept.length === 0) ctx.addIssue(at(["goals", 0, "words"], "至少写一条目标"));
  for (const area of goalArea.values)
    if (kept.filter((goal) => goal.area === area).length > MOST_GOALS) ctx.addIssue(at("goals", `${goalArea.label(area)}最多 ${MOST_GOALS} 条`));
}));
export type AgreementForm = z.output<typeof AgreementForm>;
export type AgreementInput = z.input<typeof AgreementForm>;

/** The version one has read and confirms. */
export const SignForm = z.strictObject({ agreementId, version: z.int() });
export type SignForm = z.output<typeof SignForm>;

export const GoalMarkForm = z.strictObject({ agreementId, goalId: idSchema<"goal">(), reached: z.boolean() });
export type GoalMarkForm = z.output<typeof GoalMarkForm>;

/** 帮带记录. At most one of the two links. */
export const CoachingForm = z.strictObject({
  id: idSchema<"coachingSession">(),
  pairingId,
  heldOn: daySchema,
  method: chosen(coachingMethod),
  topic: written("主题", 20, 1, "选一个主题，或者写一个"),
  account: written("三句话", 300, 1, "写一写说了什么，一句也行"),
  reverse: z._default(z.boolean(), false),
  visitId: nullable(idSchema<"visit">()),
  problemId: nullable(idSchema<"problem">()),
}).check(z.superRefine((form, ctx) => {
  if (form.visitId && form.problemId) ctx.addIssue(at("problemId", "走访和问题选一个就好"));
}));
export type CoachingForm = z.output<typeof CoachingForm>;
export type CoachingInput = z.input<typeof CoachingForm>;

export const LearnedForm = z.strictObject({ sessionId: idSchema<"coachingSession">(), learned: written("我学到", 200, 1), nextStep: written("下一步", 200) });
export type LearnedForm = z.output<typeof LearnedForm>;

const monthSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "选择月份"));

const word = { level: chosen(assessmentLevel), comment: written("评语", 200) };
const lowSaysWhy = z.superRefine((form: { level: AssessmentLevel; comment: string }, ctx) => {
  const length = lengthOf(form.comment);
  if (Number(form.level) <= LOW_LEVEL && length < 5) ctx.addIssue(at("comment", `选“${assessmentLevel.label(form.level)}”要写评语，至少 5 个字，现在 ${length} 个`));
});

/** 月度评价. A low word says why. */
export const AssessmentForm = z.strictObject({ id: idSchema<"assessment">(), pairingId, month: monthSchema, ...word }).check(lowSaysWhy);
export type AssessmentForm = z.output<typeof AssessmentForm>;
export type AssessmentInput = z.input<typeof AssessmentForm>;

/** 更正: what a mentor meant to say of that month. */
export const AssessmentCorrection = z.strictObject({ assessmentId: idSchema<"assessment">(), ...word }).check(lowSaysWhy);
export type AssessmentCorrection = z.output<typeof AssessmentCorrection>;

export const ReplyForm = z.strictObject({ assessmentId: idSchema<"assessment">(), reply: written("回复", 200, 1) });
export type ReplyForm = z.output<typeof ReplyForm>;

const threeSentences = {
  fit: chosen(fitLevel),
  helped: written("最有帮助的一件事", 100, 2),
  missed: written("还差的一件事", 100, 2),
  wish: written("想对对方说的话", 100, 2),
};

/** 双向评价: three sentences and one word on whether the two fitted. */
export const EvaluationForm = z.strictObject({ id: idSchema<"evaluation">(), pairingId, ...threeSentences });
export type EvaluationForm = z.output<typeof EvaluationForm>;
export type EvaluationInput = z.input<typeof EvaluationForm>;

export const EvaluationCorrection = z.strictObject({ evaluationId: idSchema<"evaluation">(), ...threeSentences });
export type EvaluationCorrection = z.output<typeof EvaluationCorrection>;
