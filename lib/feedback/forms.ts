import * as z from "zod/mini";
import { idSchema, written } from "@/lib/kernel/ask";
import { plain } from "@/lib/kernel/text";

export const FeedbackForm = z.object({
  /** Made in the form: a double tap says it once. */
  id: idSchema<"feedback">(),
  says: written("投诉建议", 500, 1, "写写想说的话"),
  /** The page one came from: a path of ours, without what was asked of it; anything else is dropped. */
  page: z.pipe(z._default(z.string().check(z.maxLength(2000)), ""), z.transform((page: string) => pageFrom(page))),
});
export type FeedbackForm = z.infer<typeof FeedbackForm>;
export type FeedbackInput = z.input<typeof FeedbackForm>;

export const AnswerForm = z.object({
  feedbackId: idSchema<"feedback">(),
  answer: written("答复", 500, 5),
});
export type AnswerForm = z.infer<typeof AnswerForm>;
export type AnswerInput = z.input<typeof AnswerForm>;

/** 「/visits/0190…」 A name or a search word after the ? is nobody's business here. */
export function pageFrom(text: string | undefined): string {
  const path = plain(text ?? "").split(/[?#]/)[0]!;
  return /^\/(?!\/)[\w./[\]-]{0,120}$/.test(path) && !path.startsWith("/feedback") ? path : "";
}
