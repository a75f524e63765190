import * as z from "zod/mini";
import { chosen, idSchema, written } from "@/lib/kernel/ask";
import { deliverableKind } from "@/lib/words/topic";

/** What comes along with a file: the paper it is a version of, or what a new one is called. */
export const PaperForm = z.strictObject({
  id: idSchema<"deliverableVersion">(),
  deliverableId: idSchema<"deliverable">(),
  kind: chosen(deliverableKind),
  title: written("材料名称", 40, 2),
  name: z.string("选一个文件").check(z.minLength(1, "选一个文件"), z.maxLength(300, "文件名太长，改短一些再传")),
});
export type PaperForm = z.output<typeof PaperForm>;
