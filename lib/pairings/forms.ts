import * as z from "zod";
import { startDaySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { written } from "@/lib/kernel/text";

/** `reason` is asked for when the mentor already has as many mentees as one usually takes. */
export const PairingForm = z.strictObject({
  id: idSchema<"pairing">(),
  menteeId: idSchema<"person">("选择学员"),
  mentorId: idSchema<"person">("选择导师"),
  startedOn: startDaySchema,
  reason: written("原因", 100),
});
export type PairingForm = z.output<typeof PairingForm>;
export type PairingInput = z.input<typeof PairingForm>;

/** With a next mentor the change is one deed: the new pairing begins the day after. */
export const EndPairingForm = z.strictObject({
  pairingId: idSchema<"pairing">(),
  endedOn: startDaySchema,
  reason: written("结束原因", 100, 2),
  nextId: idSchema<"pairing">(),
  nextMentorId: z.union([idSchema<"person">("选择接任的导师"), z.literal("")]),
});
export type EndPairingForm = z.output<typeof EndPairingForm>;
export type EndPairingInput = z.input<typeof EndPairingForm>;
