import * as z from "zod/mini";
import { chosen, idSchema, written } from "@/lib/kernel/ask";
import { lengthOf } from "@/lib/kernel/text";
import { notNowReason } from "@/lib/words/practice";
import { MOST_WEIGHT } from "./rules";

/** 去这户 */
export const AcceptForm = z.object({ id: idSchema<"suggestionAnswer">(), householdId: idSchema<"household">() });
export type AcceptForm = z.infer<typeof AcceptForm>;

/** 暂不, with a reason. */
export const NotNowForm = z
  .object({ id: idSchema<"suggestionAnswer">(), householdId: idSchema<"household">(), reason: chosen(notNowReason), words: written("原因", 60) })
  .check(z.refine((form) => form.reason !== "other" || lengthOf(form.words) > 0, { path: ["words"], message: "写一写为什么暂不" }));
export type NotNowForm = z.infer<typeof NotNowForm>;

const said = `填 0 到 ${MOST_WEIGHT} 的整数`;
/** A number, or one as it was typed. */
const weight = z.pipe(z.union([z.string(said), z.number(said)], said), z.transform((typed: string | number) => (typed === "" ? NaN : Number(typed))))
  .check(z.refine((n) => Number.isInteger(n) && n >= 0 && n <= MOST_WEIGHT, said));

export const WeightsForm = z.object({ id: idSchema<"suggestionWeight">(), overdue: weight, weak: weight, owed: weight, flagged: weight });
export type WeightsForm = z.infer<typeof WeightsForm>;
