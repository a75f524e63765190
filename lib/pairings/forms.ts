import * as z from "zod/mini";
import { daySchema, idSchema, startDaySchema, written } from "@/lib/kernel/ask";
import { lengthOf } from "@/lib/kernel/text";

const pairingId = idSchema<"pairing">();
const at = (path: string, message: string) => ({ code: "custom" as const, path: [path], message, input: undefined });

/**
 * Proposed, or at once. `reason` is asked for when the mentor already has as many mentees as one usually takes, and
 * when the office does not wait for the mentor's answer.
 */
export const PairingForm = z.strictObject({
  id: pairingId,
  menteeId: idSchema<"person">("选择学员"),
  mentorId: idSchema<"person">("选择导师"),
  startedOn: startDaySchema,
  reason: written("原因", 100),
  atOnce: z._default(z.boolean(), false),
}).check(z.superRefine((form, ctx) => {
  if (form.atOnce && lengthOf(form.reason) < 2) ctx.addIssue(at("reason", "写一写为什么不等导师答复"));
}));
export type PairingForm = z.output<typeof PairingForm>;
export type PairingInput = z.input<typeof PairingForm>;

export const AcceptForm = z.strictObject({ pairingId });
export type AcceptForm = z.output<typeof AcceptForm>;

export const DeclineForm = z.strictObject({ pairingId, reason: written("原因", 100, 5) });
export type DeclineForm = z.output<typeof DeclineForm>;

export const PauseForm = z.strictObject({ pairingId, reason: written("暂停原因", 100, 2), expectedOn: daySchema });
export type PauseForm = z.output<typeof PauseForm>;

/** With a next mentor the change is one deed: the new pairing begins the day after, with a word from one to the other. */
export const EndPairingForm = z.strictObject({
  pairingId,
  endedOn: startDaySchema,
  reason: written("结束原因", 100, 2),
  nextId: pairingId,
  nextMentorId: z.union([idSchema<"person">("选择接任的导师"), z.literal("")]),
  handover: written("交接说明", 300),
}).check(z.superRefine((form, ctx) => {
  if (form.nextMentorId && lengthOf(form.handover) < 10) ctx.addIssue(at("handover", "交接说明至少 10 个字：学员现在怎么样，接下来帮什么"));
}));
export type EndPairingForm = z.output<typeof EndPairingForm>;
export type EndPairingInput = z.input<typeof EndPairingForm>;
