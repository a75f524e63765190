import * as z from "zod/mini";
import { chosen, idSchema, written } from "@/lib/kernel/ask";
import { lengthOf } from "@/lib/kernel/text";
import { doorFound, quizItem } from "@/lib/words/quiz";
import { LEAST_CORRECTION, MOST_MINUTES, MOST_POINTS } from "./rules-sheet";

/** The last a clock can say: beyond it there is no day. */
const LAST_MOMENT = 8_640_000_000_000_000;

const MarkForm = z.object({
  item: chosen(quizItem),
  points: z.nullable(z.int().check(z.minimum(0), z.maximum(MOST_POINTS))),
  /** 答案有误: then no points, and what is right instead. */
  wrongKey: z.boolean(),
  correction: written("正确的情况", 200),
});

const minutesWords = `用了几分钟是 0 到 ${MOST_MINUTES} 的整数`;

/** 考核表, as an examiner's phone hands it in. Which items have to be marked follows from the keys: the act asks. */
export const SheetForm = z.object({
  /** Made on the phone: the same sheet handed in three times is one. */
  id: idSchema<"quizSheet">(),
  quizId: idSchema<"quiz">(),
  drawId: idSchema<"draw">(),
  marks: z.array(MarkForm).check(z.maxLength(quizItem.values.length)),
  found: z.nullable(chosen(doorFound)),
  minutes: z.nullable(z.int(minutesWords).check(z.minimum(0, minutesWords), z.maximum(MOST_MINUTES, minutesWords))),
  words: written("备注", 300),
  /** The phone's clock when it was finished: a claim. */
  finishedAt: z.int().check(z.minimum(0), z.maximum(LAST_MOMENT)),
}).check(z.superRefine((form, ctx) => {
  if (!form.found) ctx.addIssue(at(["found"], doorFound.missing));
  form.marks.forEach(({ item, points, wrongKey, correction }, i) => {
    if (form.marks.findIndex((mark) => mark.item === item) < i) ctx.addIssue(at(["marks", i], "同一项打了两次分"));
    if (wrongKey && points !== null) ctx.addIssue(at(["marks", i], "标了答案有误的一项不打分"));
    if (wrongKey && lengthOf(correction) < LEAST_CORRECTION) ctx.addIssue(at(["marks", i, "correction"], `写一写正确的${quizItem.label(item)}`));
  });
}));
export type SheetForm = z.output<typeof SheetForm>;
export type SheetInput = z.input<typeof SheetForm>;

/** 出结果, by an examiner after the day is over and another one has not handed in. */
export const ReleaseForm = z.object({ quizId: idSchema<"quiz">() });
export type ReleaseForm = z.output<typeof ReleaseForm>;

const at = (path: (string | number)[], message: string) => ({ code: "custom" as const, path, message, input: undefined });
