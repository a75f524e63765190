import * as z from "zod/mini";
import { idSchema, startDaySchema } from "@/lib/kernel/ask";

/** More than any town has; a form that holds more was not filled in on the page. */
const MOST_PAIRS = 300;

const person = idSchema<"person">();
const PairForm = z.strictObject({ id: idSchema<"pairing">(), menteeId: person, mentorId: person });

/** Pairs put to their mentors in one go, all from the same day. */
export const MatchForm = z.strictObject({
  startedOn: startDaySchema,
  pairs: z.array(PairForm).check(z.minLength(1, "先配上至少一对"), z.maxLength(MOST_PAIRS, `一次最多 ${MOST_PAIRS} 对`)),
});
export type MatchForm = z.output<typeof MatchForm>;
export type MatchInput = z.input<typeof MatchForm>;
