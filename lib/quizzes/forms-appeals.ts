import * as z from "zod/mini";
import { chosen, idSchema, written } from "@/lib/kernel/ask";
import { quizItem } from "@/lib/words/quiz";
import { MOST_POINTS } from "./rules-sheet";

const item = chosen(quizItem);
const once = (items: readonly string[]) => new Set(items).size === items.length;

/** 申诉: against which items, and why. */
export const AppealForm = z.object({
  id: idSchema<"appeal">(),
  quizId: idSchema<"quiz">(),
  items: z.array(item, "选择对哪几项申诉").check(z.minLength(1, "选择对哪几项申诉"), z.refine(once, "同一项不用选两次")),
  words: written("理由", 500, 10),
});
export type AppealForm = z.infer<typeof AppealForm>;

const decided = { values: ["upheld", "dismissed"] as ["upheld", "dismissed"], missing: "选择更正，还是维持原结果" };

/** A corrected item bears the points of both examiners, where there were two. */
export const DecideAppealForm = z.object({
  appealId: idSchema<"appeal">(),
  state: chosen(decided),
  why: written("理由", 500, 10),
  points: z.array(z.object({ item, points: z.int("选择更正后的分").check(z.minimum(0), z.maximum(2 * MOST_POINTS)) })).check(
    z.maxLength(quizItem.values.length, "同一项不用写两次"),
    z.refine((lines) => once(lines.map((line) => line.item)), "同一项不用写两次"),
  ),
});
export type DecideAppealForm = z.infer<typeof DecideAppealForm>;
