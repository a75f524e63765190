import * as z from "zod/mini";
import { cleaned, idSchema, written } from "@/lib/kernel/ask";
import { plain } from "@/lib/kernel/text";
import { topicChip } from "@/lib/words/visit";

/** A problem raised without a visit: by the village, the grid or the office. */
export const ProblemForm = z.object({
  /** Made in the form: a double tap raises one problem. */
  id: idSchema<"problem">(),
  title: written("要办的事", 40, 1, "用一句话写写要办的事"),
  topic: z.enum(topicChip.values, "选择类别"),
  villageId: idSchema<"village">("选择村社"),
  /** 户号, as the village calls the household; empty when the matter is nobody's in particular. */
  householdCode: z._default(cleaned(40, "户号太长了", (text) => plain(text).replace(/\s+/g, "")), ""),
});
export type ProblemForm = z.infer<typeof ProblemForm>;
export type ProblemInput = z.input<typeof ProblemForm>;
