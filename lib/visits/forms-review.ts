import * as z from "zod/mini";
import { idSchema, startDaySchema, written } from "@/lib/kernel/ask";
import { VisitVersionForm } from "./forms";

const AT_ONCE = 50;
/** A piece of the account as it stands there: it must be found again, so nothing of it is tidied away. */
const piece = (least: number) => z.string().check(z.minLength(least, "先选中要批注的句子"), z.maxLength(1200));

/** A remark is its own author's until it is sent; without words it is taken away again. */
export const RemarkForm = z.extend(VisitVersionForm, {
  id: idSchema<"visitComment">(),
  quote: piece(1),
  before: piece(0),
  words: written("批注", 200),
});
export type RemarkForm = z.infer<typeof RemarkForm>;

export const SendRemarksForm = z.object({
  visitIds: z.array(idSchema<"visit">()).check(z.minLength(1, "还没有写批注"), z.maxLength(AT_ONCE)),
});
export type SendRemarksForm = z.infer<typeof SendRemarksForm>;

/** Those that were opened in this sitting, and no others. */
export const SeenForm = z.object({
  visits: z.array(VisitVersionForm).check(z.minLength(1, "先打开看过，再一并通过"), z.maxLength(AT_ONCE, `一次最多 ${AT_ONCE} 条`)),
});
export type SeenForm = z.infer<typeof SeenForm>;

/** 请人代批阅. Without a stand-in the office takes over after three working days. */
export const AbsenceForm = z.object({
  id: idSchema<"absence">(),
  personId: idSchema<"person">("选择是谁不在"),
  standInId: z.union([idSchema<"person">("选择代批阅的人"), z.literal("")]),
  startedOn: startDaySchema,
  endedOn: startDaySchema,
  reason: written("原因", 100, 2),
}).check(z.superRefine((form, ctx) => {
  if (form.endedOn < form.startedOn) ctx.addIssue({ code: "custom", path: ["endedOn"], message: "结束日期不能早于开始日期" });
}));
export type AbsenceForm = z.infer<typeof AbsenceForm>;
export type AbsenceInput = z.input<typeof AbsenceForm>;

export const EndAbsenceForm = z.object({ absenceId: idSchema<"absence">() });
export type EndAbsenceForm = z.infer<typeof EndAbsenceForm>;
