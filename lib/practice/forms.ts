import * as z from "zod/mini";
import { idSchema } from "@/lib/kernel/ask";

/** A sitting is over after three minutes, whatever is left. */
export const SITTING_MS = 180_000;

/** One card answered, before its answer was shown. `about` names the fact and gives nothing of it away. */
export const AnswerForm = z.object({
  id: idSchema<"practiceAnswer">(),
  householdId: idSchema<"household">(),
  about: z.union([z.literal("members"), idSchema<"fact">()], "页面上的编号不对，刷新后再试"),
  remembered: z.boolean("选“记得”或“忘了”"),
});
export type AnswerForm = z.infer<typeof AnswerForm>;

/** 其实记错了 */
export const AmendForm = z.object({ answerId: idSchema<"practiceAnswer">() });
export type AmendForm = z.infer<typeof AmendForm>;
